using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>The conflicts that editors stated: what only a reader sees, and what they say about conflicts that are found without them.</summary>
internal static class StatedConflicts
{
    public static IEnumerable<ConflictView> Find(GraphView view)
    {
        foreach (var sides in view.Snapshot.Definitions.ConflictSides.GroupBy(s => s.Conflict)) yield return Conflict(view, sides.Key, [.. sides]);
    }

    private static ConflictView Conflict(GraphView view, string id, List<ConflictSideFact> sides)
    {
        var subjects = sides.Select(s => SubjectOf(view, s)).ToList();
        var (kind, relation, indicator) = Subject(view, sides, subjects[0]);
        return new ConflictView
        {
            Id = id,
            Kind = kind,
            Type = sides[0].Type,
            Subject = subjects[0],
            OtherSubjects = [.. subjects.OfType<int>().Distinct().Where(s => s != subjects[0])],
            Relation = relation,
            Indicator = indicator,
            Property = sides[0].Property,
            Claims = [.. sides.Zip(subjects).SelectMany(s => ConflictSides.ClaimsOf(s.First, s.Second == subjects[0] ? null : s.Second))],
            References = [.. sides.Select(s => s.Reference).OfType<string>()],
        };
    }

    private static int? SubjectOf(GraphView view, ConflictSideFact side) =>
        view.Snapshot.Entities.TryFind(side.Subject, out var entity) && view.Sees(entity) ? entity : null;

    /// <summary>What a conflict is about, by what its sides refer to.</summary>
    private static (ConflictKind Kind, int? Relation, string? Indicator) Subject(GraphView view, List<ConflictSideFact> sides, int? subject)
    {
        var observation = sides.Select(s => s.Reference is { } id ? view.Whole.Observations.Find(id) : null).FirstOrDefault(o => o is not null);
        if (sides.Any(ConflictSides.RefersToDerivation)) return (ConflictKind.Derived, null, observation?.Indicator);
        if (observation is not null) return (ConflictKind.Observation, null, observation.Indicator);
        foreach (var side in sides)
        {
            if (side.Reference is { } id && view.Snapshot.Relations.TryFind(id, out var relation)) return (ConflictKind.Relation, relation, null);
        }

        var isField = subject is { } entity && view.Snapshot.Entities.Kind(entity).Field(sides[0].Property) is not null;
        return (isField ? ConflictKind.Relation : ConflictKind.Property, null, null);
    }
}
