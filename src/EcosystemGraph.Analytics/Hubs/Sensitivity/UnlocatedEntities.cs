using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// Which unlocated entities might lie in a region: those tied to a member of it, of kinds of which somebody is located. Others lie nowhere, such as a field of research, or nothing
/// speaks for this region.
/// </summary>
internal sealed class UnlocatedEntities
{
    private readonly IReadOnlyList<int>[] _candidates;

    private UnlocatedEntities(IReadOnlyList<int>[] candidates) => _candidates = candidates;

    /// <summary>The vertices that might lie in a region, ascending.</summary>
    public IReadOnlyList<int> Of(int region) => _candidates[region];

    /// <summary>O(edges of members).</summary>
    public static UnlocatedEntities Of(GraphView view, Projection projection, RegionMembership membership)
    {
        var entities = view.Snapshot.Entities;
        var kinds = new HashSet<short>();
        for (var v = 0; v < projection.Entities.Count; v++)
        {
            if (membership.IsLocated[v]) kinds.Add(entities.KindIndex(projection.Entities[v]));
        }

        return new UnlocatedEntities([.. membership.Members.Select(Candidates)]);

        IReadOnlyList<int> Candidates(bool[] members)
        {
            var found = new SortedSet<int>();
            for (var v = 0; v < members.Length; v++)
            {
                if (!members[v]) continue;
                foreach (var neighbor in projection.Graph.OutNeighbors(v)) Add(neighbor);
                if (!projection.Graph.IsDirected) continue;
                foreach (var neighbor in projection.Graph.InNeighbors(v)) Add(neighbor);
            }

            return [.. found];

            void Add(int vertex)
            {
                if (!membership.IsLocated[vertex] && kinds.Contains(entities.KindIndex(projection.Entities[vertex]))) found.Add(vertex);
            }
        }
    }
}
