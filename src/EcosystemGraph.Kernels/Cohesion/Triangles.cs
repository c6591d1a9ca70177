namespace EcosystemGraph.Kernels;

/// <summary>The triangles of a graph.</summary>
/// <param name="PerVertex">The triangles in which each vertex is.</param>
/// <param name="Total">The triangles of the whole graph.</param>
public sealed record TriangleCounts(long[] PerVertex, long Total);

/// <summary>
/// Triangles: sets of three vertices, each joined with each. Class U: direction ignored, parallels merged, loops dropped.
/// </summary>
/// <remarks>
/// Each edge is turned from the end of lesser degree to that of greater, and each vertex marks its row and probes the rows of those in it. Time
/// O(m^1.5), space O(n + m) and, a thread, 9 bytes a vertex. Integers only: the same at any number of threads.
/// Schank, T., Wagner, D. (2005). Finding, counting and listing all triangles in large graphs. WEA, LNCS 3503, 606–609.
/// </remarks>
public static class Triangles
{
    private const int Chunk = 256;

    /// <summary>Counts triangles.</summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static TriangleCounts Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return OfSimple(graph.SimpleUndirected(ParallelWeights.None, context), context ?? KernelContext.Default);
    }

    internal static TriangleCounts OfSimple(CsrGraph simple, KernelContext context)
    {
        int n = simple.VertexCount;
        DegreeOrder order = DegreeOrder.Of(simple);
        Adjacency upward = order.Upward;
        var marked = new bool[context.Threads][];
        var counts = new long[context.Threads][];
        Blocks.ForEach(context, (n + Chunk - 1) / Chunk, (worker, item) =>
        {
            bool[] mark = marked[worker] ??= new bool[n];
            long[] count = counts[worker] ??= new long[n];
            for (int u = item * Chunk; u < Math.Min(n, (item + 1) * Chunk); u++)
            {
                CountFrom(u, upward, mark, count);
            }
        });

        long[] perVertex = new long[n];
        long corners = 0;
        for (int rank = 0; rank < n; rank++)
        {
            long sum = 0;
            foreach (long[]? count in counts)
            {
                sum += count?[rank] ?? 0;
            }
            perVertex[order.VertexAt[rank]] = sum;
            corners += sum;
        }
        return new TriangleCounts(perVertex, corners / 3);
    }

    private static void CountFrom(int u, Adjacency upward, bool[] mark, long[] count)
    {
        ReadOnlySpan<int> row = upward.NeighborsOf(u);
        if (row.Length < 2)
        {
            return;
        }
        foreach (int v in row)
        {
            mark[v] = true;
        }
        long fromU = 0;
        foreach (int v in row)
        {
            int fromV = 0;
            foreach (int w in upward.NeighborsOf(v))
            {
                if (mark[w])
                {
                    fromV++;
                    count[w]++;
                }
            }
            count[v] += fromV;
            fromU += fromV;
        }
        count[u] += fromU;
        foreach (int v in row)
        {
            mark[v] = false;
        }
    }
}
