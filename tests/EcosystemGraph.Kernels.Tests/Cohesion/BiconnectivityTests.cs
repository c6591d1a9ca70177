using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class BiconnectivityTests
{
    [Fact]
    public void Taking_away_an_articulation_point_or_a_bridge_and_nothing_else_adds_components() => Gens.Any.Sample(
        list =>
        {
            int components = Count(list, _ => true, _ => true);
            BiconnectivityResult result = Biconnectivity.Compute(list.Graph(keepEdgeIds: true));
            Assert.Equal(
                Enumerable.Range(0, list.N).Where(v => Count(list, u => u != v, _ => true) > components - (list.Edges.All(e => (e.S != v && e.T != v) || e.S == e.T) ? 1 : 0)),
                result.ArticulationPoints);
            Assert.Equal(
                Enumerable.Range(0, list.Edges.Length).Where(gone => Count(list, _ => true, edge => edge != gone) > components),
                result.Bridges.Select(b => b.EdgeId!.Value).Order());
            Assert.All(result.Bridges, b => Assert.Equal((b.First, b.Second), (Math.Min(list.Edges[b.EdgeId!.Value].S, list.Edges[b.EdgeId!.Value].T), Math.Max(list.Edges[b.EdgeId!.Value].S, list.Edges[b.EdgeId!.Value].T))));
        },
        iter: 500);

    [Fact]
    public void Blocks_are_the_edges_that_share_cycles() => Gens.Any.Sample(list =>
    {
        // Two edges are in one block if no single vertex parts them: brute force over pairs of neighbours of each vertex.
        BiconnectivityResult result = Biconnectivity.Compute(list.Graph());
        foreach ((int s, int t) in list.Edges.Where(e => e.S != e.T))
        {
            Assert.Single(result.Blocks, block => block.Contains(s) && block.Contains(t));
        }
        foreach (int[] block in result.Blocks)
        {
            Assert.Equal(block.Order().Distinct(), block);
            Assert.Equal(1, Count(list, block.Contains, _ => true));
            if (block.Length > 2)
            {
                Assert.All(block, gone => Assert.Equal(1, Count(list, v => v != gone && block.Contains(v), _ => true)));
            }
        }

        // As many blocks hold a vertex as it parts its component into: so blocks are as large as can be.
        for (int v = 0; v < list.N; v++)
        {
            bool alone = list.Edges.All(e => (e.S != v && e.T != v) || e.S == e.T);
            int parts = Count(list, u => u != v, _ => true) - Count(list, _ => true, _ => true) + 1;
            Assert.Equal(alone ? 0 : parts, result.Blocks.Count(block => block.Contains(v)));
        }
    });

    [Fact]
    public void A_doubled_edge_is_no_bridge_and_without_edge_ids_bridges_have_ends_alone()
    {
        BiconnectivityResult result = Biconnectivity.Compute(CsrGraph.FromEdges(4, [0, 1, 2], [1, 0, 1], directed: true));
        Assert.Equal([new Bridge(1, 2, null)], result.Bridges);
        Assert.Equal([1], result.ArticulationPoints);
        Assert.Equal(new int[][] { [0, 1], [1, 2] }, result.Blocks);
        Assert.Empty(Biconnectivity.Compute(CsrGraph.FromEdges(0, [], [], directed: true)).Blocks);
    }

    [Fact]
    public void A_long_path_is_all_bridges_and_a_cancelled_run_stops()
    {
        int[] from = [.. Enumerable.Range(0, 100_000)];
        CsrGraph path = CsrGraph.FromEdges(100_001, from, [.. from.Select(v => v + 1)], directed: false);
        Assert.Equal(100_000, Biconnectivity.Compute(path).Bridges.Length);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Biconnectivity.Compute(path, new KernelContext { Cancellation = cancelled.Token }));
    }

    private static int Count(EdgeList list, Func<int, bool> keepsVertex, Func<int, bool> keepsEdge)
    {
        int[] kept = [.. Enumerable.Range(0, list.N).Where(keepsVertex)];
        int[] label = [.. Enumerable.Range(0, list.N)];
        for (int e = 0; e < list.Edges.Length; e++)
        {
            (int s, int t) = list.Edges[e];
            if (keepsEdge(e) && keepsVertex(s) && keepsVertex(t))
            {
                int old = label[s], now = label[t];
                label = [.. label.Select(l => l == old ? now : l)];
            }
        }
        return kept.Select(v => label[v]).Distinct().Count();
    }
}
