using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class BreadthFirstSearchTests
{
    private static readonly Gen<(EdgeList List, int Source)> Cases =
        from list in Gens.Any.Where(list => list.N > 0) from source in Gen.Int[0, list.N - 1] select (list, source);

    [Fact]
    public void Distances_and_least_parents_are_those_of_brute_force() => Cases.Sample(given =>
    {
        foreach (EdgeDirection direction in Enum.GetValues<EdgeDirection>())
        {
            EdgeList read = direction switch
            {
                EdgeDirection.Out => given.List,
                EdgeDirection.In => Reachability.Reversed(given.List),
                _ => given.List with { Directed = false },
            };
            double[,] d = Reachability.Distances(read);
            int[] expected = [.. Enumerable.Range(0, read.N).Select(v => double.IsInfinity(d[given.Source, v]) ? -1 : (int)d[given.Source, v])];
            CsrGraph graph = given.List.Graph();
            BreadthFirstResult result = BreadthFirstSearch.Compute(graph, given.Source, direction);
            Assert.Equal(expected, result.Distances);
            Assert.Equal(expected.Count(x => x >= 0), result.Reached);
            Assert.Equal(
                expected.Select((x, v) => x <= 0 ? -1 : read.Arcs().Where(a => a.To == v && expected[a.From] == x - 1).Min(a => a.From)),
                BreadthFirstSearch.Parents(graph, result, direction));
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_graphs_that_change_direction_it_agrees_with_a_plain_queue(bool directed)
    {
        CsrGraph graph = BigGraphs.RMat(14, 200_000, directed);
        foreach (int source in (int[])[0, 1, 77, 16_000])
        {
            int[] expected = Queue(graph, source);
            foreach (int threads in (int[])[1, 2, 4])
            {
                Assert.Equal(expected, BreadthFirstSearch.Compute(graph, source, context: BigGraphs.Threads(threads)).Distances);
            }
        }
    }

    [Fact]
    public void What_is_out_of_reach_stays_so_when_looked_for_from_behind()
    {
        // A dense core reached from vertex 0, vertices that only lead into it, and vertices alone; the last word of bits is not full.
        const int Core = 300, Leading = 400, Vertices = 5_001;
        int[] from = [.. Enumerable.Range(0, Core).SelectMany(v => Enumerable.Repeat(v, 40)), .. Enumerable.Range(Core, Leading)];
        int[] to = [.. Enumerable.Range(0, Core).SelectMany(v => Enumerable.Range(1, 40).Select(k => (v + k * k) % Core)), .. Enumerable.Repeat(7, Leading)];
        CsrGraph graph = CsrGraph.FromEdges(Vertices, from, to, directed: true);
        int[] expected = Queue(graph, 0);
        Assert.Equal(Core, expected.Count(d => d >= 0));
        foreach (int threads in (int[])[1, 2, 4])
        {
            BreadthFirstResult result = BreadthFirstSearch.Compute(graph, 0, context: BigGraphs.Threads(threads));
            Assert.Equal(expected, result.Distances);
            Assert.Equal(Core, result.Reached);
        }
    }

    [Fact]
    public void A_long_path_is_followed_to_its_end()
    {
        int[] from = [.. Enumerable.Range(0, 20_000)];
        CsrGraph path = CsrGraph.FromEdges(20_001, from, [.. from.Select(v => v + 1)], directed: false);
        BreadthFirstResult result = BreadthFirstSearch.Compute(path, 20_000);
        Assert.Equal(20_000, result.Distances[0]);
        Assert.Equal(20_001, result.Reached);
    }

    [Fact]
    public void A_source_that_is_no_vertex_and_a_cancelled_run_are_refused()
    {
        CsrGraph graph = CsrGraph.FromEdges(3, [0], [1], directed: true);
        Refusal.Is("BAD_ARGUMENT", "source is 3", () => BreadthFirstSearch.Compute(graph, 3));
        Refusal.Is("BAD_ARGUMENT", "no vertices", () => BreadthFirstSearch.Compute(CsrGraph.FromEdges(0, [], [], true), 0));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => BreadthFirstSearch.Compute(graph, 0, context: new KernelContext { Cancellation = cancelled.Token }));
    }

    private static int[] Queue(CsrGraph graph, int source)
    {
        int[] distances = [.. Enumerable.Repeat(-1, graph.VertexCount)];
        var queue = new Queue<int>([source]);
        distances[source] = 0;
        while (queue.TryDequeue(out int u))
        {
            foreach (int v in graph.OutNeighbors(u))
            {
                if (distances[v] < 0)
                {
                    distances[v] = distances[u] + 1;
                    queue.Enqueue(v);
                }
            }
        }
        return distances;
    }
}
