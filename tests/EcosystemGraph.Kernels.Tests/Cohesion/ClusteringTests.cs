using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ClusteringTests
{
    [Fact]
    public void Triangles_and_clustering_are_those_of_all_triples() => Gens.Any.Sample(
        list =>
        {
            int n = list.N;
            bool[,] joined = new bool[n, n];
            foreach ((int from, int to, _) in (list with { Directed = false }).Arcs())
            {
                joined[from, to] = from != to;
            }
            long[] triangles = new long[n];
            double[] local = new double[n];
            double open = 0;
            for (int v = 0; v < n; v++)
            {
                int[] around = [.. Enumerable.Range(0, n).Where(u => joined[v, u])];
                triangles[v] = around.Sum(a => around.Count(b => a < b && joined[a, b]));
                double pairs = around.Length * (around.Length - 1) / 2.0;
                open += pairs;
                local[v] = pairs == 0 ? 0 : triangles[v] / pairs;
            }
            TriangleCounts counts = Triangles.Compute(list.Graph());
            Assert.Equal(triangles, counts.PerVertex);
            Assert.Equal(triangles.Sum() / 3, counts.Total);
            ClusteringResult clustering = Clustering.Compute(list.Graph());
            Near.Equal(local, clustering.Local, Near.Rounding);
            Assert.Equal(n == 0, clustering.Average is null);
            Assert.True(n == 0 || Near.Same(local.Average(), clustering.Average!.Value, Near.Rounding));
            Assert.Equal(open == 0, clustering.Global is null);
            Assert.True(open == 0 || Near.Same(triangles.Sum() / open, clustering.Global!.Value, Near.Rounding));
        },
        iter: 300);

    [Fact]
    public void Large_graphs_agree_with_the_intersection_of_rows_at_any_number_of_threads()
    {
        CsrGraph graph = BigGraphs.RMat(11, 20_000, directed: true);
        CsrGraph simple = graph.SimpleUndirected();
        HashSet<int>[] rows = [.. Enumerable.Range(0, simple.VertexCount).Select(v => new HashSet<int>(simple.OutNeighbors(v).ToArray()))];
        long[] expected = [.. rows.Select((row, v) => row.Sum(u => (long)rows[u].Count(row.Contains)) / 2)];
        foreach (int threads in (int[])[1, 2, 4])
        {
            Assert.Equal(expected, Triangles.Compute(graph, BigGraphs.Threads(threads)).PerVertex);
            Near.SameBytes(Clustering.Compute(graph).Local, Clustering.Compute(graph, BigGraphs.Threads(threads)).Local);
        }
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => Clustering.Compute(CsrGraph.FromEdges(1, [], [], true), new KernelContext { Cancellation = cancelled.Token }));
    }
}
