using System.Collections.Immutable;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>Builds a snapshot from all rows at once.</summary>
internal static class SnapshotBuilder
{
    public static GraphSnapshot Build(long revision, BundleManifest manifest, Ontology ontology, IEnumerable<Fact> facts, Func<string, string?>? labels = null)
    {
        var entityRows = new List<Fact>();
        var relationRows = new List<Fact>();
        var observationRows = new List<Fact>();
        var definitionRows = new List<Fact>();
        foreach (var fact in facts)
        {
            (fact switch
            {
                EntityStatement => entityRows,
                RelationStatement => relationRows,
                ObservationStatement => observationRows,
                Retraction { Hidden.Type: FactType.Entity } => entityRows,
                Retraction { Hidden.Type: FactType.Relation } => relationRows,
                Retraction { Hidden.Type: FactType.Observation } => observationRows,
                _ => definitionRows,
            }).Add(fact);
        }

        var merged = DefinitionTable.ResolveMerges(new DefinitionTable(definitionRows).Merges);
        var entities = BuildEntities(ontology, entityRows, merged, labels, out var indexOf);
        // A retraction may outlive the ends of the relation that it hides; it waits among the definitions.
        var orphans = relationRows.FindAll(r => r is Retraction && !HasEnds(r, indexOf));
        if (orphans.Count > 0) relationRows.RemoveAll(orphans.Contains);
        var definitions = new DefinitionTable(definitionRows.Concat(orphans));
        var relations = BuildRelations(ontology, entities, relationRows, indexOf);
        var observations = BuildObservations(entities, observationRows, indexOf);
        return new GraphSnapshot(revision, manifest, ontology, entities, relations, observations, definitions, DerivedValues.None());
    }

    private static EntityTable BuildEntities(Ontology ontology, List<Fact> rows, Dictionary<string, string> merged, Func<string, string?>? labels, out Dictionary<string, int> indexOf)
    {
        var bySubject = new Dictionary<string, List<Fact>>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var id = Subject(row);
            var target = merged.GetValueOrDefault(id, id);
            if (!bySubject.TryGetValue(target, out var list)) bySubject[target] = list = [];
            list.Add(row);
        }

        var ids = bySubject.Keys.ToArray();
        Array.Sort(ids, string.CompareOrdinal);
        indexOf = new Dictionary<string, int>(ids.Length + merged.Count, StringComparer.Ordinal);
        var columns = new EntityColumnsBuilder(ids.Length, labels);
        var layered = ImmutableDictionary.CreateBuilder<int, Fact[]>();
        for (var e = 0; e < ids.Length; e++)
        {
            indexOf[ids[e]] = e;
            var own = InOrder(bySubject[ids[e]]);
            var folded = FoldedEntity.Fold(ids[e], own, ontology);
            if (folded.Statements.Length != own.Length) layered[e] = own;
            columns.Set(e, ids[e], folded);
        }

        foreach (var (id, target) in merged)
        {
            if (indexOf.TryGetValue(target, out var e)) indexOf[id] = e;
        }

        return EntityOrder.Table(ontology, columns.ToColumns(), layered.ToImmutable(), merged);
    }

    private static RelationTable BuildRelations(Ontology ontology, EntityTable entities, List<Fact> rows, Dictionary<string, int> indexOf)
    {
        var ends = new RelationIdentity[rows.Count];
        for (var i = 0; i < ends.Length; i++) ends[i] = RelationIdentity.Of(rows[i], entities, indexOf, i);
        Array.Sort(ends);

        var groups = new List<(int Start, int End)>(ends.Length);
        for (var start = 0; start < ends.Length;)
        {
            var end = start + 1;
            while (end < ends.Length && ends[end].SameAs(ends[start])) end++;
            groups.Add((start, end));
            start = end;
        }

        var columns = new RelationColumnsBuilder(groups.Count);
        var layered = ImmutableDictionary.CreateBuilder<int, Fact[]>();
        var denied = new List<int>();
        for (var r = 0; r < groups.Count; r++)
        {
            var (start, end) = groups[r];
            Fact[] own = end - start == 1 && rows[ends[start].Row] is RelationStatement single
                ? new RelationStatement[] { single }
                : InOrder(ends[start..end].Select(e => rows[e.Row]).ToList());
            var statements = Folding.Effective<RelationStatement>(own);
            if (statements.Length != own.Length) layered[r] = own;
            columns.Set(r, ends[start], statements);
            if (statements.Length > 0 && statements[0].Certainty == Certainty.Denied) denied.Add(r);
        }

        var built = columns.ToColumns();
        var outgoing = AdjacencyBuilder.Build(entities.Capacity, built, built.From);
        var incoming = AdjacencyBuilder.Build(entities.Capacity, built, built.To);
        return new RelationTable(ontology, entities, built, outgoing.Adjacency, incoming.Adjacency, outgoing.Count, [.. denied], layered.ToImmutable());
    }

    private static ObservationTable BuildObservations(EntityTable entities, List<Fact> rows, Dictionary<string, int> indexOf)
    {
        var observations = rows.GroupBy(Subject, StringComparer.Ordinal)
            .Select(g => ObservationFolding.Fold(g.Key, InOrder([.. g]), id => indexOf.TryGetValue(id, out var e) ? e : -1))
            .ToArray();
        Array.Sort(observations, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var bySubject = BlockedArray<Observation[]?>.Default(entities.Capacity).Edit();
        foreach (var group in observations.Where(o => o.Confidence > 0).GroupBy(o => o.Subject)) bySubject[group.Key] = [.. group];
        return new ObservationTable(observations, bySubject.ToImmutable());
    }

    private static bool HasEnds(Fact row, Dictionary<string, int> indexOf) =>
        RelationId.TryParse(row.Key.Subject, out _, out var from, out var to, out _) && indexOf.ContainsKey(from) && indexOf.ContainsKey(to);

    internal static string Subject(Fact row) => row is EntityStatement statement ? statement.Id : row.Key.Subject;

    /// <summary>Rows in the one order that does not depend on how they arrived; of one type if they are.</summary>
    internal static Fact[] InOrder(List<Fact> rows)
    {
        if (rows.Count == 1)
        {
            return rows[0] switch
            {
                EntityStatement entity => new EntityStatement[] { entity },
                RelationStatement relation => new RelationStatement[] { relation },
                _ => [rows[0]],
            };
        }

        rows.Sort(static (a, b) =>
        {
            if (a is Statement x && b is Statement y && Folding.Preference(x, y) is var order and not 0) return order;
            var byKey = a.Key.CompareTo(b.Key);
            return byKey != 0 ? byKey : a.Origin.CompareTo(b.Origin);
        });
        if (rows.TrueForAll(static r => r is EntityStatement)) return rows.Cast<EntityStatement>().ToArray();
        return rows.TrueForAll(static r => r is RelationStatement) ? rows.Cast<RelationStatement>().ToArray() : [.. rows];
    }

    internal static StoreException Broken(string what) => new(StoreErrorCode.Corrupt, $"the stored rows do not fit together: {what}");
}
