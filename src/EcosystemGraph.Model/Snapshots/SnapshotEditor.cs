using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Makes the next snapshot from one and what a revision changed.</summary>
internal static class SnapshotEditor
{
    public static GraphSnapshot Apply(GraphSnapshot snapshot, RevisionDelta delta)
    {
        ArgumentNullException.ThrowIfNull(delta);
        var rowCount = snapshot.Entities.Capacity + (long)snapshot.Relations.Capacity;
        if (delta.Manifest is not null || TouchesMerges(delta) || delta.Opened.Count + delta.Closed.Count > rowCount / 4
            || (snapshot.Definitions.HasWaitingRetractions && delta.Opened.Any(f => f.Key.Type == FactType.Entity))) return Rebuild(snapshot, delta);

        var edits = new RowEdits(delta);
        var changed = new HashSet<int>();
        var entities = EntityEditor.Apply(snapshot.Entities, edits, changed);
        var relations = RelationEditor.Apply(snapshot.Relations, entities, edits, changed);
        var observations = ApplyObservations(snapshot.Observations, entities, edits, changed);
        var definitions = edits.Definitions.Count == 0 ? snapshot.Definitions : new DefinitionTable(edits.Definitions.Apply(snapshot.Definitions.Rows));
        return new GraphSnapshot(delta.Revision, snapshot.Manifest, snapshot.Ontology, entities, relations, observations, definitions, snapshot.Inherit(changed));
    }

    private static bool TouchesMerges(RevisionDelta delta) =>
        delta.Opened.Any(f => f.Key.Type == FactType.Merge) || delta.Closed.Any(r => r.Key.Type == FactType.Merge);

    private static GraphSnapshot Rebuild(GraphSnapshot snapshot, RevisionDelta delta)
    {
        var closed = delta.Closed.ToHashSet();
        var rows = snapshot.Rows().Where(r => !closed.Contains(new RowKey(r.Key, r.Origin))).Concat(delta.Opened);
        var manifest = delta.Manifest ?? snapshot.Manifest;
        var ontology = manifest.Ontology == snapshot.Manifest.Ontology ? snapshot.Ontology : OntologyReader.Read(manifest.Ontology);
        return SnapshotBuilder.Build(delta.Revision, manifest, ontology, rows);
    }

    private static ObservationTable ApplyObservations(ObservationTable table, EntityTable entities, RowEdits edits, HashSet<int> changed)
    {
        if (edits.Observations.Count == 0 && table.BySubject.Count == entities.Capacity) return table;
        var stored = table.Stored.ToList();
        var subjects = new HashSet<int>();
        foreach (var (id, edit) in edits.Observations)
        {
            var at = stored.BinarySearch(null!, Comparer<Observation>.Create((a, _) => string.CompareOrdinal(a!.Id, id)));
            var rows = edit.Apply(at >= 0 ? stored[at].Rows : []);
            if (at >= 0) subjects.Add(stored[at].Subject);
            if (rows.Length == 0)
            {
                stored.RemoveAt(at);
                continue;
            }

            var folded = ObservationFolding.Fold(id, rows, e => entities.TryFind(e, out var index) ? index : -1);
            subjects.Add(folded.Subject);
            if (at >= 0) stored[at] = folded;
            else stored.Insert(~at, folded);
        }

        var bySubject = table.BySubject.Edit();
        bySubject.Grow(entities.Capacity);
        subjects.Remove(-1);
        foreach (var subject in subjects)
        {
            bySubject[subject] = [.. stored.Where(o => o.Subject == subject && o.Confidence > 0)];
            changed.Add(subject);
        }

        return new ObservationTable([.. stored], bySubject.ToImmutable());
    }
}
