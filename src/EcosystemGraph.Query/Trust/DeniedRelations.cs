using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Query.Trust;

/// <summary>The relations that are only denied, by either end. Made once for a snapshot.</summary>
internal sealed class DeniedRelations
{
    private readonly ILookup<int, int> _byEnd;

    private DeniedRelations(RelationTable relations)
    {
        var ends = new List<(int End, int Relation)>();
        foreach (var relation in relations.Denied)
        {
            ends.Add((relations.From(relation), relation));
            if (relations.To(relation) != relations.From(relation)) ends.Add((relations.To(relation), relation));
        }

        _byEnd = ends.OrderBy(e => relations.Id(e.Relation), StringComparer.Ordinal).ToLookup(e => e.End, e => e.Relation);
    }

    /// <summary>The denied relations of an entity, by id.</summary>
    public static IEnumerable<int> Of(GraphSnapshot snapshot, int entity) =>
        snapshot.Derive<DeniedRelations>((s, _) => new DeniedRelations(s.Relations))._byEnd[entity];
}
