using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
/// O(m^1.5), space O(n + m) and, a thread, 8 bytes and a bit a vertex. Integers only: the same at any number of threads.
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
        var tallies = new Tally[context.Threads];
        Blocks.ForEach(context, (n + Chunk - 1) / Chunk, (worker, item) =>
        {
            Tally tally = tallies[worker] ??= new Tally(upward);
            for (int u = item * Chunk; u < Math.Min(n, (item + 1) * Chunk); u++)
            {
                tally.CountFrom(u);
            }
        });

        long[] perVertex = new long[n];
        long corners = 0;
        for (int rank = 0; rank < n; rank++)
        {
            long sum = 0;
            foreach (Tally? tally in tallies)
            {
                sum += tally?.Counts[rank] ?? 0;
            }
            perVertex[order.VertexAt[rank]] = sum;
            corners += sum;
        }
        return new TriangleCounts(perVertex, corners / 3);
    }

    /// <summary>The triangles of each vertex that a worker met; all by rank.</summary>
    private sealed class Tally(Adjacency upward)
    {
        private const int Ahead = 3;

        private readonly BitSet marked = new(upward.VertexCount);
        private readonly int[] met = new int[LongestRow(upward) + 1];

        public long[] Counts { get; } = new long[upward.VertexCount];

        public void CountFrom(int u)
        {
            ReadOnlySpan<int> row = upward.NeighborsOf(u);
            if (row.Length < 2)
            {
                return;
            }
            foreach (int v in row)
            {
                marked.Add(v);
            }
            long fromU = 0;
            for (int i = 0; i < row.Length; i++)
            {
                Prefetch.At(ref MemoryMarshal.GetArrayDataReference(upward.Neighbors), upward.Offsets[row[Math.Min(i + Ahead, row.Length - 1)]]);
                int fromV = Common(upward.NeighborsOf(row[i]));
                Counts[row[i]] += fromV;
                fromU += fromV;
            }
            Counts[u] += fromU;
            foreach (int v in row)
            {
                marked.Words[v >> 6] = 0;
            }
        }

        /// <summary>Counts the marked vertices of a row. They are listed without a branch first: which is marked cannot be foreseen.</summary>
        private int Common(ReadOnlySpan<int> row)
        {
            ref ulong words = ref MemoryMarshal.GetArrayDataReference(marked.Words);
            ref int list = ref MemoryMarshal.GetArrayDataReference(met);
            int count = 0;
            foreach (int w in row)
            {
                Unsafe.Add(ref list, count) = w;
                count += (int)(Unsafe.Add(ref words, w >> 6) >> w) & 1;
            }
            foreach (int w in met.AsSpan(0, count))
            {
                Counts[w]++;
            }
            return count;
        }

        private static int LongestRow(Adjacency rows)
        {
            int longest = 0;
            for (int v = 0; v < rows.VertexCount; v++)
            {
                longest = Math.Max(longest, rows.Degree(v));
            }
            return longest;
        }
    }
}
