using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>Finds what the documents disagree on.</summary>
public static class Conflicts
{
    /// <summary>
    /// The conflicts that are asked for, by subject, then property, then id. They come from two places: incompatible statements, which are found,
    /// and the disagreements that editors stated. What an editor states about a conflict that is found too is one conflict, of the editor's id and type.
    /// Figures that differ from what is computed are found elsewhere, by derivations.
    /// </summary>
    /// <remarks>Found once for a snapshot and a date: O(statements).</remarks>
    public static IReadOnlyList<ConflictView> Find(GraphView view, ConflictRequest request)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        return [.. ValuesByDate<Found>.Of(view, static v => new Found(All(v))).Conflicts.Where(request.Takes)];
    }

    private static List<ConflictView> All(GraphView view)
    {
        var found = PropertyConflicts.Find(view).Concat(RelationConflicts.Find(view)).Concat(ObservationConflicts.Find(view)).ToList();
        var all = new List<ConflictView>();
        var byTopic = found.SelectMany(c => TopicsOf(view, c).Select(topic => (topic, c))).ToLookup(t => t.topic, t => t.c);
        var covered = new HashSet<ConflictView>(ReferenceEqualityComparer.Instance);
        foreach (var stated in StatedConflicts.Find(view))
        {
            var same = TopicsOf(view, stated).SelectMany(topic => byTopic[topic]).Distinct().Where(c => Covers(view, stated, c) && covered.Add(c)).ToList();
            var conflict = same.Aggregate(stated, (whole, part) => StatedAndFound.Join(view, whole, part));
            // One side alone is a remark on a conflict that is not there, or not in these documents.
            if (conflict.Claims.Count > 1) all.Add(conflict);
        }

        all.AddRange(found.Where(c => !covered.Contains(c)));
        var entities = view.Snapshot.Entities;
        return [.. all
            .OrderBy(c => c.Subject is { } s ? entities.Id(s) : "", StringComparer.Ordinal)
            .ThenBy(c => c.Property, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>What a conflict is about, in the words in which an editor can refer to it: the first is its own, the others are what it refers to or also is.</summary>
    private static IEnumerable<string> TopicsOf(GraphView view, ConflictView conflict)
    {
        yield return conflict.Kind == ConflictKind.Observation ? conflict.Id : Topic(view, conflict.Subject, conflict.Property);
        foreach (var reference in conflict.References.Distinct()) yield return reference;
        if (conflict.Relation is not { } relation) yield break;
        var to = view.Snapshot.Relations.To(relation);
        yield return view.Snapshot.Relations.Id(relation);
        yield return Topic(view, to, RelationClaims.FieldFrom(view, relation, to));
    }

    private static string Topic(GraphView view, int? subject, string property) => subject is { } entity ? $"{view.Snapshot.Entities.Id(entity)}.{property}" : property;

    /// <summary>
    /// True if a stated conflict is about what was found: the same property of the same subject; or two of its sides refer to that, or its only one.
    /// One reference among several sides is just one of the figures or dates that are set against each other.
    /// </summary>
    private static bool Covers(GraphView view, ConflictView stated, ConflictView found)
    {
        var topics = TopicsOf(view, found).ToList();
        return (found.Kind != ConflictKind.Observation && topics.Contains(Topic(view, stated.Subject, stated.Property)))
            || stated.References.Count(topics.Contains) >= Math.Min(2, stated.Claims.Count);
    }

    /// <summary>All conflicts of a snapshot at a date.</summary>
    private sealed record Found(IReadOnlyList<ConflictView> Conflicts);
}
