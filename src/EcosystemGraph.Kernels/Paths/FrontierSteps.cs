using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>One level of <see cref="BreadthFirstSearch"/>: from the frontier along its arcs, or from the vertices not yet reached along theirs backward.</summary>
internal static class FrontierSteps
{
    private const int Chunk = 256;

    /// <summary>A frontier of fewer vertices is not worth waking a second thread for.</summary>
    private const int WorthSharing = 1024;

    private const int FarAhead = 12;
    private const int NearAhead = 6;

    /// <summary>Sets the distance of what the frontier reaches first, and fills the next frontier; returns the number of its arcs.</summary>
    public static long Forward(KernelContext context, Adjacency forward, int[] distances, int depth, VertexQueue queue, VertexQueue next)
    {
        next.Clear();
        if (queue.Count < WorthSharing || context.Threads == 1)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return Alone(forward, distances, depth, queue.Items, next);
        }
        return Together(context, forward, distances, depth, queue, next);
    }

    /// <summary>Sets the distance of the vertices that have an arc from the frontier, and makes them the next; returns their number.</summary>
    public static int Backward(KernelContext context, Adjacency backward, int[] distances, int depth, BitSet front, BitSet found)
    {
        found.Clear();
        int awake = 0;
        Blocks.For(context, distances.Length, (_, from, to) =>
        {
            int mine = 0;
            ref ulong words = ref MemoryMarshal.GetArrayDataReference(front.Words);
            ref int neighbors = ref MemoryMarshal.GetArrayDataReference(backward.Neighbors);
            for (int v = from; v < to; v++)
            {
                if (distances[v] >= 0)
                {
                    continue;
                }
                int end = backward.Offsets[v + 1];
                for (int arc = backward.Offsets[v]; arc < end; arc++)
                {
                    int u = Unsafe.Add(ref neighbors, arc);
                    if ((Unsafe.Add(ref words, u >> 6) >> u & 1) != 0)
                    {
                        distances[v] = depth;
                        found.Add(v);
                        mine++;
                        break;
                    }
                }
            }
            Interlocked.Add(ref awake, mine);
        });
        return awake;
    }

    private static long Alone(Adjacency forward, int[] distances, int depth, ReadOnlySpan<int> frontier, VertexQueue next)
    {
        long arcs = 0;
        for (int i = 0; i < frontier.Length; i++)
        {
            PrefetchRow(forward, frontier, i);
            foreach (int v in forward.NeighborsOf(frontier[i]))
            {
                if (distances[v] < 0)
                {
                    distances[v] = depth;
                    next.Add(v);
                    arcs += forward.Degree(v);
                }
            }
        }
        return arcs;
    }

    private static long Together(KernelContext context, Adjacency forward, int[] distances, int depth, VertexQueue queue, VertexQueue next)
    {
        long arcs = 0;
        Blocks.ForEach(context, (queue.Count + Chunk - 1) / Chunk, (_, item) =>
        {
            var buffer = new VertexQueue.Buffer(next, stackalloc int[Chunk]);
            long mine = 0;
            ReadOnlySpan<int> frontier = queue.Items.Slice(item * Chunk, Math.Min(Chunk, queue.Count - item * Chunk));
            for (int i = 0; i < frontier.Length; i++)
            {
                PrefetchRow(forward, frontier, i);
                foreach (int v in forward.NeighborsOf(frontier[i]))
                {
                    if (distances[v] < 0 && Interlocked.CompareExchange(ref distances[v], depth, -1) < 0)
                    {
                        buffer.Add(v);
                        mine += forward.Degree(v);
                    }
                }
            }
            buffer.Flush();
            Interlocked.Add(ref arcs, mine);
        });
        return arcs;
    }

    /// <summary>Rows of a frontier lie anywhere in memory and are asked for before their turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchRow(Adjacency rows, ReadOnlySpan<int> frontier, int i)
    {
        ref int offsets = ref MemoryMarshal.GetArrayDataReference(rows.Offsets);
        if (i + FarAhead < frontier.Length)
        {
            Prefetch.At(ref offsets, frontier[i + FarAhead]);
        }
        if (i + NearAhead < frontier.Length)
        {
            int start = Unsafe.Add(ref offsets, frontier[i + NearAhead]);
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(rows.Neighbors), start);
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(rows.Neighbors), start + 16);
        }
    }
}
