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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Components_of_many_sizes_are_labelled_by_size_and_least_vertex_at_any_number_of_threads(bool directed)
    {
        // Paths through shuffled vertices, some of one length, two of many blocks, and vertices alone; no order of names helps.
        int[] lengths = [9_000, 7_000, 1_500, 1_500, 1_024, 1_023, .. Enumerable.Repeat(3, 500), .. Enumerable.Repeat(2, 700), .. Enumerable.Repeat(1, 5_000)];
        int n = lengths.Sum();
        int[] names = [.. Enumerable.Range(0, n)];
        new Random(5).Shuffle(names);
        int[] group = new int[n];
        var (from, to) = (new List<int>(), new List<int>());
        int at = 0;
        for (int path = 0; path < lengths.Length; path++)
        {
            for (int step = 0; step < lengths[path]; step++, at++)
            {
                group[names[at]] = path;
                if (step > 0)
                {
                    from.Add(names[at - (step % 2)]);
                    to.Add(names[at - 1 + (step % 2)]);
                }
            }
        }
        CsrGraph graph = CsrGraph.FromEdges(n, [.. from], [.. to], directed);
        int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(path => lengths[path]).ThenBy(path => Array.IndexOf(group, path))];
        foreach (int threads in (int[])[1, 2, 4])
        {
            Partition partition = WeakComponents.Compute(graph, BigGraphs.Threads(threads));
            Assert.Equal(order.Select(path => lengths[path]), partition.Sizes);
            Assert.Equal(group.Select(path => Array.IndexOf(order, path)), partition.Labels);
        }
        _ = graph.In;
        Assert.Equal(group.Select(path => Array.IndexOf(order, path)), WeakComponents.Compute(graph, BigGraphs.Threads(2)).Labels);
    }

    [Fact]
    public void Sets_merged_by_many_threads_at_once_hang_under_their_least_vertex()
    {
        const int Vertices = 20_000, Sets = 7;
        int[] above = [.. Enumerable.Repeat(MergingForest.Root, Vertices)];
        var forest = new MergingForest(above);
        int merged = 0;
        Blocks.For(BigGraphs.Threads(4), Vertices, (_, from, to) =>
        {
            for (int v = to - 1; v >= from; v--)
            {
                if (v + Sets < Vertices && forest.Merge(v, v + Sets))
                {
                    Interlocked.Increment(ref merged);
                }
            }
        });
        Assert.False(forest.Merge(0, 700));
        forest.Flatten(BigGraphs.Threads(4));
        Assert.Equal(Vertices - Sets, merged);
        Assert.Equal(Enumerable.Range(0, Vertices).Select(v => v < Sets ? MergingForest.Root : v % Sets), above);
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
