using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>The edges of a projection as a region sees them.</summary>
internal sealed class RegionTies
{
    private const int ShownGateways = 5;

    private RegionTies(int within, int across, int unknown, IReadOnlyList<EdgeScore> gateways)
    {
        Within = within;
        Across = across;
        Unknown = unknown;
        Gateways = gateways;
    }

    /// <summary>Edges between two members.</summary>
    public int Within { get; }

    /// <summary>Edges between a member and a located entity that is none.</summary>
    public int Across { get; }

    /// <summary>Edges between a member and an entity that is not located.</summary>
    public int Unknown { get; }

    /// <summary>The edges across with the highest scores.</summary>
    public IReadOnlyList<EdgeScore> Gateways { get; }

    /// <summary>(external − internal) / (external + internal); null without edges. Krackhardt, D., Stern, R. N. (1988). Social Psychology Quarterly 51, 123–140.</summary>
    public double? EiIndex => Ei(Within, Across);

    /// <inheritdoc cref="EiIndex"/>
    public static double? Ei(int within, int across) => within + across == 0 ? null : (double)(across - within) / (across + within);

    /// <summary>O(edges).</summary>
    /// <param name="view">The view.</param>
    /// <param name="projection">The projection.</param>
    /// <param name="membership">Who lies where.</param>
    /// <param name="region">The position of the region.</param>
    /// <param name="scores">A score for each edge id; null for the product of the ends' degrees.</param>
    public static RegionTies Of(GraphView view, Projection projection, RegionMembership membership, int region, double[]? scores)
    {
        var graph = projection.Graph;
        var members = membership.Members[region];
        var (within, across, unknown) = (0, 0, 0);
        var crossing = new List<(int Source, int Target, int Edge, double Score)>();
        var degrees = scores is null ? Degree.Compute(graph) : [];
        for (var source = 0; source < graph.VertexCount; source++)
        {
            var targets = graph.OutNeighbors(source);
            var ids = graph.OutEdgeIds(source);
            for (var i = 0; i < targets.Length; i++)
            {
                var target = targets[i];
                if (target == source || (!graph.IsDirected && target < source) || !(members[source] || members[target])) continue;
                if (members[source] && members[target])
                {
                    within++;
                }
                else if (membership.IsLocated[source] && membership.IsLocated[target])
                {
                    across++;
                    crossing.Add((source, target, ids[i], scores is null ? degrees[source] * degrees[target] : scores[ids[i]]));
                }
                else
                {
                    unknown++;
                }
            }
        }

        return new RegionTies(within, across, unknown, Best(view, projection, crossing));
    }

    private static List<EdgeScore> Best(GraphView view, Projection projection, List<(int Source, int Target, int Edge, double Score)> crossing)
    {
        // In the order of the ids of their ends already, which is the order in which ties are shown.
        var ranking = Ranking.Of(crossing.Select(c => c.Score).ToArray());
        return [.. ranking.Order.Take(ShownGateways).Select(i => Edge(crossing[i], ranking.RankOf(i)!.Value))];

        EdgeScore Edge((int Source, int Target, int Edge, double Score) edge, int rank)
        {
            var relation = projection.RelationOf[edge.Edge];
            var (source, target) = relation < 0
                ? (projection.Entities[edge.Source], projection.Entities[edge.Target])
                : (view.Snapshot.Relations.From(relation), view.Snapshot.Relations.To(relation));
            return new EdgeScore(source, target, relation < 0 ? null : relation, edge.Score, rank);
        }
    }
}
