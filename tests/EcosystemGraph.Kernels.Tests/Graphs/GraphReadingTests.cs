using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class GraphReadingTests
{
    [Fact]
    public void Ignoring_direction_is_building_without_direction() => Gens.Any.Sample(list =>
        Same((list with { Directed = false }).Graph(keepEdgeIds: true), list.Graph(keepEdgeIds: true).Undirected()));

    [Fact]
    public void Simple_merges_parallels_adds_their_weights_and_drops_loops() => Gens.Any.Sample(list =>
    {
        CsrGraph graph = list.Graph(keepEdgeIds: true).Simple();
        double[,] matrix = list.Matrix();
        Assert.Equal(list.Weights is not null, graph.HasWeights);
        for (int v = 0; v < list.N; v++)
        {
            int[] expected = [.. list.Arcs().Where(a => a.From == v && a.To != v).Select(a => a.To).Distinct().Order()];
            Assert.Equal(expected, graph.OutNeighbors(v).ToArray());
            Near.Equal(graph.HasWeights ? [.. expected.Select(u => matrix[v, u])] : [], graph.OutWeights(v).ToArray(), Near.Rounding);
            Assert.Equal(expected.Select(u => list.Arcs().Where(a => a.From == v && a.To == u).Min(a => a.Edge)), graph.OutEdgeIds(v).ToArray());
        }
        Assert.Equal(list.Arcs().Where(a => a.From != a.To).Select(a => (a.From, a.To)).Distinct().Count(), graph.ArcCount);
        Assert.Equal(graph.IsDirected ? graph.ArcCount : graph.ArcCount / 2, graph.EdgeCount);
    });

    [Fact]
    public void Distances_of_parallels_take_the_least_and_counts_add() => Gens.Any.Sample(list =>
    {
        CsrGraph least = list.Graph().Simple(ParallelWeights.Minimum);
        CsrGraph counted = (list with { Weights = null }).Graph().Simple(ParallelWeights.Sum);
        for (int v = 0; v < list.N; v++)
        {
            var parallels = list.Arcs().Where(a => a.From == v && a.To != v).GroupBy(a => a.To).OrderBy(g => g.Key).ToList();
            Assert.Equal(parallels.Select(g => g.Min(a => list.Weight(a.Edge))), least.OutWeights(v).ToArray());
            Assert.Equal(parallels.Select(g => g.Count() * 1.0), counted.OutWeights(v).ToArray());
        }
    });

    [Fact]
    public void Merged_weights_are_the_same_bits_from_both_ends_with_and_without_edge_ids() => Gens.Any.Sample(list =>
    {
        foreach (bool keepEdgeIds in (bool[])[false, true])
        {
            CsrGraph graph = list.Graph(keepEdgeIds).SimpleUndirected();
            Adjacency reverse = graph.Out.Transpose();
            Assert.Equal(graph.Out.Neighbors, reverse.Neighbors);
            Assert.Equal(graph.Out.Weights ?? [], reverse.Weights ?? []);
        }
    });

    [Fact]
    public void Reversed_turns_every_edge_round() => Gens.Any.Sample(list =>
        Same((list with { Edges = [.. list.Edges.Select(e => (e.T, e.S))] }).Graph(keepEdgeIds: true), list.Graph(keepEdgeIds: true).Reversed()));

    private static void Same(CsrGraph expected, CsrGraph actual)
    {
        Assert.Equal(expected.IsDirected, actual.IsDirected);
        Assert.Equal(expected.EdgeCount, actual.EdgeCount);
        Assert.Equal(expected.Out.Offsets, actual.Out.Offsets);
        Assert.Equal(expected.Out.Neighbors, actual.Out.Neighbors);
        Assert.Equal(expected.Out.Weights, actual.Out.Weights);
        Assert.Equal(expected.Out.EdgeIds, actual.Out.EdgeIds);
    }

    [Fact]
    public void The_same_rows_at_any_number_of_threads_and_none_once_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(14, 60_000, directed: true, weighted: true, keepEdgeIds: true);
        CsrGraph one = graph.SimpleUndirected(ParallelWeights.Sum, BigGraphs.Threads(1));
        foreach (int threads in (int[])[2, 4])
        {
            CsrGraph many = graph.SimpleUndirected(ParallelWeights.Sum, BigGraphs.Threads(threads));
            Assert.Equal(one.Out.Offsets, many.Out.Offsets);
            Assert.Equal(one.Out.Neighbors, many.Out.Neighbors);
            Assert.Equal(one.Out.EdgeIds, many.Out.EdgeIds);
            Near.SameBytes(one.Out.Weights!, many.Out.Weights!);
        }
        var cancelled = new KernelContext { Cancellation = new CancellationToken(true) };
        Assert.ThrowsAny<OperationCanceledException>(() => graph.Undirected(cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => graph.Simple(ParallelWeights.None, cancelled));
        Partition halves = Partition.From([.. Enumerable.Range(0, graph.VertexCount).Select(v => v % 2)]);
        Assert.ThrowsAny<OperationCanceledException>(() => PartitionQuality.Modularity(graph, halves, context: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => ModuleRoles.Compute(graph, halves, cancelled));
    }
}
