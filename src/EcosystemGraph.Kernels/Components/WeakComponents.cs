using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Weakly connected components: the sets of vertices joined by paths that ignore direction; on an undirected graph its connected components.
/// </summary>
/// <remarks>
/// Afforest: a few arcs of each vertex are linked first; the component that is then largest has most arcs inside, and its vertices skip the rest of
/// theirs. A directed graph whose incoming rows are not made yet links every arc instead of making them. Time near O(n + m), mostly far fewer arcs;
/// space O(n). The same sets at any number of threads, for the component of a vertex is settled by integers alone.
/// Sutton, M., Ben-Nun, T., Barak, A. (2018). Optimizing parallel graph connectivity computation via subgraph sampling. IPDPS.
/// </remarks>
public static class WeakComponents
{
    private const int SampledArcs = 2;
    private const int SampledVertices = 1024;
    private const int FarAhead = 24;
    private const int NearAhead = 8;

    /// <summary>Finds the components.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <returns>A group for each component; isolated vertices are groups of one.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static Partition Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        int[] root = new int[n];
        for (int v = 0; v < n; v++)
        {
            root[v] = v;
        }
        Adjacency outgoing = graph.Out;
        Blocks.For(context, n, (_, from, to) =>
        {
            ref int neighbors = ref MemoryMarshal.GetArrayDataReference(outgoing.Neighbors);
            for (int v = from; v < to; v++)
            {
                // The starts of rows are far apart, further than the processor looks ahead by itself.
                Prefetch.At(ref neighbors, outgoing.Offsets[Math.Min(v + FarAhead, n - 1)]);
                if (v + NearAhead < to)
                {
                    PrefetchRoot(root, outgoing, v + NearAhead);
                }
                int start = outgoing.Offsets[v], end = Math.Min(outgoing.Offsets[v + 1], start + SampledArcs);
                for (int arc = start; arc < end; arc++)
                {
                    Link(root, v, outgoing.Neighbors[arc]);
                }
            }
        });
        Compress(context, root);

        Adjacency? incoming = graph.IsDirected ? graph.KnownIn : null;
        int largest = graph.IsDirected && incoming is null ? -1 : LargestSampled(root);
        Blocks.For(context, n, (_, from, to) =>
        {
            for (int v = from; v < to; v++)
            {
                if (Volatile.Read(ref root[v]) == largest)
                {
                    continue;
                }
                for (int arc = outgoing.Offsets[v] + SampledArcs; arc < outgoing.Offsets[v + 1]; arc++)
                {
                    Link(root, v, outgoing.Neighbors[arc]);
                }
                if (incoming is not null)
                {
                    foreach (int u in incoming.NeighborsOf(v))
                    {
                        Link(root, v, u);
                    }
                }
            }
        });
        Compress(context, root);
        return Partition.From(root);
    }

    private static void PrefetchRoot(int[] root, Adjacency rows, int v)
    {
        int start = rows.Offsets[v];
        if (start < rows.Offsets[v + 1])
        {
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(root), rows.Neighbors[start]);
        }
    }

    /// <summary>Hangs the greater root under the lesser, so that every root is the least vertex of its tree.</summary>
    private static void Link(int[] root, int u, int v)
    {
        int a = Volatile.Read(ref root[u]), b = Volatile.Read(ref root[v]);
        while (a != b)
        {
            int high = Math.Max(a, b), low = Math.Min(a, b);
            int above = Volatile.Read(ref root[high]);
            if (above == low || (above == high && Interlocked.CompareExchange(ref root[high], low, high) == high))
            {
                return;
            }
            a = Volatile.Read(ref root[Volatile.Read(ref root[high])]);
            b = Volatile.Read(ref root[low]);
        }
    }

    private static void Compress(KernelContext context, int[] root) => Blocks.For(context, root.Length, (_, from, to) =>
    {
        for (int v = from; v < to; v++)
        {
            int above = Volatile.Read(ref root[v]);
            for (int higher = Volatile.Read(ref root[above]); above != higher; higher = Volatile.Read(ref root[above]))
            {
                Volatile.Write(ref root[v], higher);
                above = higher;
            }
        }
    });

    /// <summary>The root met most often in an even sample of the vertices. Any answer is right; the most frequent saves most.</summary>
    private static int LargestSampled(int[] root)
    {
        var seen = new Dictionary<int, int>();
        int best = -1, most = 0;
        int step = Math.Max(1, root.Length / SampledVertices);
        for (int v = 0; v < root.Length; v += step)
        {
            int count = seen[root[v]] = seen.GetValueOrDefault(root[v]) + 1;
            if (count > most)
            {
                (best, most) = (root[v], count);
            }
        }
        return best;
    }
}
