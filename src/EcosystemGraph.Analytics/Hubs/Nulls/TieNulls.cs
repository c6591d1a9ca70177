using System.Numerics;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>How a region's ties would divide into inner and outer ones if everybody had as many ties of each kind, but to anybody.</summary>
internal static class TieNulls
{
    /// <summary>For each region, its E–I index against rewired graphs; null where it has no ties. O(draws × edges).</summary>
    public static HubNull?[] Test(GraphView view, Projection projection, RegionMembership membership, IReadOnlyList<RegionTies> ties, int draws, KernelContext context)
    {
        var labels = Enumerable.Range(0, projection.Entities.Count).Select(membership.Labels).ToArray();
        var (sources, targets, groups, directed) = Edges(view, projection, labels);
        var regions = ties.Count;
        var drawn = ties.Select(_ => new double[draws]).ToArray();
        DegreePreservingRewiring.Sample(labels.Length, sources, targets, groups, directed, draws, context, Measure);
        return [.. ties.Select((t, r) => t.EiIndex is { } observed && draws > 0 ? HubNull.Different(HubNullModel.Rewiring, observed, drawn[r]) : null)];

        void Measure(int draw, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
        {
            Span<int> within = stackalloc int[RegionMembership.MostRegions];
            Span<int> across = stackalloc int[RegionMembership.MostRegions];
            within.Clear();
            across.Clear();
            for (var e = 0; e < from.Length; e++)
            {
                var (a, b) = (labels[from[e]], labels[to[e]]);
                if ((a | b) == 0 || from[e] == to[e]) continue;
                for (var rest = a & b; rest != 0; rest &= rest - 1) within[BitOperations.TrailingZeroCount(rest)]++;
                if (!membership.IsLocated[from[e]] || !membership.IsLocated[to[e]]) continue;
                for (var rest = a ^ b; rest != 0; rest &= rest - 1) across[BitOperations.TrailingZeroCount(rest)]++;
            }

            for (var r = 0; r < regions; r++) drawn[r][draw] = RegionTies.Ei(within[r], across[r]) ?? double.NaN;
        }
    }

    /// <summary>The edges, with the kind of relation as the group; of kinds that join no member of any region none, for they stay among their own ends. An edge of a relation has the relation's own ends in its own order, for these say what may be there.</summary>
    private static (int[] Sources, int[] Targets, int[] Groups, bool[] Directed) Edges(GraphView view, Projection projection, ulong[] labels)
    {
        var graph = projection.Graph;
        var relations = view.Snapshot.Relations;
        var collapsed = view.Snapshot.Ontology.Relations.Count;
        var (sources, targets, groups) = (new List<int>(), new List<int>(), new List<int>());
        for (var source = 0; source < graph.VertexCount; source++)
        {
            var neighbors = graph.OutNeighbors(source);
            var ids = graph.OutEdgeIds(source);
            for (var i = 0; i < neighbors.Length; i++)
            {
                if (!graph.IsDirected && neighbors[i] < source) continue;
                var relation = projection.RelationOf[ids[i]];
                var turned = !graph.IsDirected && relation >= 0 && projection.VertexOf(relations.From(relation)) != source;
                sources.Add(turned ? neighbors[i] : source);
                targets.Add(turned ? source : neighbors[i]);
                groups.Add(relation < 0 ? collapsed : relations.KindIndex(relation));
            }
        }

        var directed = view.Snapshot.Ontology.Relations.Select(k => graph.IsDirected || !k.Undirected).Append(graph.IsDirected).ToArray();
        var joins = new bool[directed.Length];
        for (var e = 0; e < groups.Count; e++) joins[groups[e]] |= (labels[sources[e]] | labels[targets[e]]) != 0;
        var kept = Enumerable.Range(0, groups.Count).Where(e => joins[groups[e]]).ToList();
        return ([.. kept.Select(e => sources[e])], [.. kept.Select(e => targets[e])], [.. kept.Select(e => groups[e])], directed);
    }
}
