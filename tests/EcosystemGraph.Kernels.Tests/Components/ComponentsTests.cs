using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ComponentsTests
{
    [Fact]
    public void Weak_components_are_mutual_reachability_without_direction() => Gens.Any.Sample(list =>
    {
        double[,] d = Reachability.Distances(list with { Directed = false });
        HashSet<string> expected = Sets.Of(list.N, (u, v) => !double.IsInfinity(d[u, v]));
        CsrGraph graph = list.Graph();
        Assert.Equal(expected, Sets.Of(WeakComponents.Compute(graph).Labels));
        _ = graph.In;
        Assert.Equal(expected, Sets.Of(WeakComponents.Compute(graph).Labels));
    });

    [Fact]
    public void Strong_components_are_mutual_reachability() => Gens.Any.Sample(
        list =>
        {
            double[,] d = Reachability.Distances(list);
            Assert.Equal(Sets.Of(list.N, (u, v) => !double.IsInfinity(d[u, v] + d[v, u])), Sets.Of(StrongComponents.Compute(list.Graph()).Labels));
        },
        iter: 500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Large_graphs_agree_with_searches_at_any_number_of_threads(bool directed)
    {
        CsrGraph graph = BigGraphs.RMat(14, 12_000, directed);
        Adjacency backward = graph.Out.Transpose();
        int[] expected = [.. Enumerable.Repeat(-1, graph.VertexCount)];
        for (int v = 0; v < expected.Length; v++)
        {
            if (expected[v] < 0)
            {
                Flood(graph.Out, backward, v, expected);
            }
        }
        foreach (int threads in (int[])[1, 2, 4])
        {
            Assert.Equal(Partition.From(expected).Labels, WeakComponents.Compute(graph, BigGraphs.Threads(threads)).Labels);
        }
        _ = graph.In;
        Assert.Equal(Partition.From(expected).Labels, WeakComponents.Compute(graph, BigGraphs.Threads(2)).Labels);
    }

    [Fact]
    public void A_strong_component_is_what_is_reached_from_a_vertex_forward_and_backward()
    {
        CsrGraph graph = BigGraphs.RMat(13, 30_000, directed: true);
        Partition partition = StrongComponents.Compute(graph);
        int inLargest = Array.IndexOf(partition.Labels, 0);
        int[] forward = BreadthFirstSearch.Compute(graph, inLargest).Distances;
        int[] backward = BreadthFirstSearch.Compute(graph, inLargest, EdgeDirection.In).Distances;
        Assert.Equal(
            Enumerable.Range(0, graph.VertexCount).Where(v => forward[v] >= 0 && backward[v] >= 0),
            Enumerable.Range(0, graph.VertexCount).Where(v => partition.Labels[v] == 0));
        Assert.True(partition.Sizes[0] > 100);
    }

    [Fact]
    public void A_long_cycle_is_one_component_and_a_long_path_is_many()
    {
        int n = 100_000;
        int[] from = [.. Enumerable.Range(0, n)];
        Assert.Equal([n], StrongComponents.Compute(CsrGraph.FromEdges(n, from, [.. from.Select(v => (v + 1) % n)], directed: true)).Sizes);
        Assert.Equal(n + 1, StrongComponents.Compute(CsrGraph.FromEdges(n + 1, from, [.. from.Select(v => v + 1)], directed: true)).Count);
        Assert.Equal([n], WeakComponents.Compute(CsrGraph.FromEdges(n, from, [.. from.Select(v => (v + 1) % n)], directed: true)).Sizes);
    }

    [Fact]
    public void Nothing_has_no_components_and_a_cancelled_run_stops()
    {
        CsrGraph empty = CsrGraph.FromEdges(0, [], [], directed: true);
        Assert.Equal(0, WeakComponents.Compute(empty).Count);
        Assert.Equal(0, StrongComponents.Compute(empty).Count);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var context = new KernelContext { Cancellation = cancelled.Token };
        Assert.ThrowsAny<OperationCanceledException>(() => WeakComponents.Compute(CsrGraph.FromEdges(1, [], [], true), context));
        Assert.ThrowsAny<OperationCanceledException>(() => StrongComponents.Compute(CsrGraph.FromEdges(1, [], [], true), context));
    }

    private static void Flood(Adjacency forward, Adjacency backward, int start, int[] labels)
    {
        var stack = new Stack<int>([start]);
        labels[start] = start;
        while (stack.TryPop(out int u))
        {
            foreach (int v in (int[])[.. forward.NeighborsOf(u), .. backward.NeighborsOf(u)])
            {
                if (labels[v] < 0)
                {
                    labels[v] = start;
                    stack.Push(v);
                }
            }
        }
    }
}
