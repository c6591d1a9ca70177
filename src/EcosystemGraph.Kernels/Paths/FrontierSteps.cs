using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// The levels of <see cref="BreadthFirstSearch"/>: from the frontier along its arcs, or from the vertices not yet reached along theirs backward.
/// </summary>
/// <remarks>
/// Whether a vertex is reached is a bit, for all bits stay in the nearest cache, and distances are only written. The scratch, 4.5 bytes a vertex, is lent
/// and given back, so that searches from many sources do not fill the heap.
/// </remarks>
internal sealed class FrontierSteps : IDisposable
{
    private const int Chunk = 256;

    /// <summary>A frontier of fewer vertices is not worth waking a second thread for.</summary>
    private const int WorthSharing = 1024;

    private const int FarAhead = 12;
    private const int NearAhead = 6;

    private readonly KernelContext context;
    private readonly Adjacency forward;
    private readonly Adjacency backward;
    private readonly int[] distances;
    private readonly VertexQueue queue;
    private readonly int words;
    private ulong[] reached;
    private ulong[] next;
    private readonly ulong[] unreachable;
    private bool backwardBefore;

    /// <param name="context">Threads and cancellation.</param>
    /// <param name="forward">The arcs from each vertex.</param>
    /// <param name="backward">The arcs to each vertex.</param>
    /// <param name="distances">A place for the distance of each vertex, whatever is in it.</param>
    public FrontierSteps(KernelContext context, Adjacency forward, Adjacency backward, int[] distances)
    {
        this.context = context;
        this.forward = forward;
        this.backward = backward;
        this.distances = distances;
        words = (int)(((long)distances.Length + 63) / 64);
        queue = new VertexQueue(distances.Length);
        reached = ArrayPool<ulong>.Shared.Rent(words);
        next = ArrayPool<ulong>.Shared.Rent(words);
        unreachable = ArrayPool<ulong>.Shared.Rent(words);
        Array.Clear(reached, 0, words);
        Array.Clear(unreachable, 0, words);

        // What lies after the last vertex is nobody.
        if ((distances.Length & 63) != 0)
        {
            unreachable[words - 1] = ulong.MaxValue << distances.Length;
        }
    }

    /// <summary>The number of vertices in the frontier that looks forward.</summary>
    public int FrontierCount => queue.Frontier.Length;

    /// <summary>The number of vertices reached so far.</summary>
    public int Reached { get; private set; }

    /// <summary>Makes a vertex the frontier; returns the number of its arcs.</summary>
    public long Start(int source)
    {
        distances[source] = 0;
        reached[source >> 6] |= 1UL << source;
        queue.Add(source);
        queue.Advance();
        Reached = 1;
        return forward.Degree(source);
    }

    /// <summary>Sets the distance of what the frontier reaches first, which is the next frontier; returns the number of its arcs.</summary>
    public long Forward(int depth)
    {
        long arcs;
        if (FrontierCount < WorthSharing || context.Threads == 1)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            arcs = Alone(depth);
        }
        else
        {
            arcs = Together(depth);
        }
        queue.Advance();
        Reached += FrontierCount;
        return arcs;
    }

    /// <summary>
    /// Sets the distance of the vertices that have an arc from what is reached; returns their number. Every vertex of earlier levels has been seen to, so
    /// an arc from anything reached to a vertex that is not is an arc from the frontier.
    /// </summary>
    public int Backward(int depth)
    {
        int awake = 0;
        bool first = !backwardBefore;
        backwardBefore = true;
        Blocks.For(context, distances.Length, (_, from, to) =>
        {
            int mine = 0;
            ref int neighbors = ref MemoryMarshal.GetArrayDataReference(backward.Neighbors);
            ref int offsets = ref MemoryMarshal.GetArrayDataReference(backward.Offsets);
            ulong[] before = reached, after = next, never = unreachable;
            ref ulong known = ref MemoryMarshal.GetArrayDataReference(before);
            for (int word = from >> 6; word < (to + 63) >> 6; word++)
            {
                ulong found = 0, empty = 0;
                for (ulong left = ~(before[word] | never[word]); left != 0; left &= left - 1)
                {
                    int bit = BitOperations.TrailingZeroCount(left), v = (word << 6) + bit;
                    int start = Unsafe.Add(ref offsets, v), end = Unsafe.Add(ref offsets, v + 1);
                    for (int arc = start; arc < end; arc++)
                    {
                        int u = Unsafe.Add(ref neighbors, arc);
                        if ((Unsafe.Add(ref known, u >> 6) >> u & 1) != 0)
                        {
                            found |= 1UL << bit;
                            distances[v] = depth;
                            break;
                        }
                    }
                    if (first && start == end)
                    {
                        empty |= 1UL << bit;
                    }
                }
                after[word] = before[word] | found;
                never[word] |= empty;
                mine += BitOperations.PopCount(found);
            }
            Interlocked.Add(ref awake, mine);
        });
        (reached, next) = (next, reached);
        Reached += awake;
        return awake;
    }

    /// <summary>Makes what the last step backward found the frontier.</summary>
    public void QueueFound()
    {
        queue.Clear();
        for (int word = 0; word < words; word++)
        {
            for (ulong found = reached[word] & ~next[word]; found != 0; found &= found - 1)
            {
                queue.Add((word << 6) + BitOperations.TrailingZeroCount(found));
            }
        }
        queue.Advance();
    }

    /// <summary>Sets the distance of what was not reached to −1.</summary>
    public void MarkUnreached() => Blocks.For(context, distances.Length, (_, from, to) =>
    {
        for (int v = from; v < to; v += 64)
        {
            ulong missing = ~reached[v >> 6];
            if (missing == ulong.MaxValue)
            {
                distances.AsSpan(v, Math.Min(64, to - v)).Fill(-1);
                continue;
            }
            if (to - v < 64)
            {
                missing &= (1UL << (to - v)) - 1;
            }
            for (; missing != 0; missing &= missing - 1)
            {
                distances[v + BitOperations.TrailingZeroCount(missing)] = -1;
            }
        }
    });

    public void Dispose()
    {
        queue.Dispose();
        ArrayPool<ulong>.Shared.Return(reached);
        ArrayPool<ulong>.Shared.Return(next);
        ArrayPool<ulong>.Shared.Return(unreachable);
    }

    private long Alone(int depth)
    {
        long arcs = 0;
        ReadOnlySpan<int> frontier = queue.Frontier;
        ref ulong known = ref MemoryMarshal.GetArrayDataReference(reached);
        for (int i = 0; i < frontier.Length; i++)
        {
            PrefetchRow(frontier, i);
            foreach (int v in forward.NeighborsOf(frontier[i]))
            {
                ref ulong word = ref Unsafe.Add(ref known, v >> 6);
                if ((word >> v & 1) == 0)
                {
                    word |= 1UL << v;
                    distances[v] = depth;
                    queue.Add(v);
                    arcs += forward.Degree(v);
                }
            }
        }
        return arcs;
    }

    private long Together(int depth)
    {
        long arcs = 0;
        int count = FrontierCount;
        Blocks.ForEach(context, (count + Chunk - 1) / Chunk, (_, item) =>
        {
            var buffer = new VertexQueue.Buffer(queue, stackalloc int[Chunk]);
            long mine = 0;
            ReadOnlySpan<int> frontier = queue.Frontier.Slice(item * Chunk, Math.Min(Chunk, count - item * Chunk));
            for (int i = 0; i < frontier.Length; i++)
            {
                PrefetchRow(frontier, i);
                foreach (int v in forward.NeighborsOf(frontier[i]))
                {
                    ref ulong word = ref reached[v >> 6];
                    ulong bit = 1UL << v;
                    if ((Volatile.Read(ref word) & bit) == 0 && (Interlocked.Or(ref word, bit) & bit) == 0)
                    {
                        distances[v] = depth;
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
    private void PrefetchRow(ReadOnlySpan<int> frontier, int i)
    {
        ref int offsets = ref MemoryMarshal.GetArrayDataReference(forward.Offsets);
        if (i + FarAhead < frontier.Length)
        {
            Prefetch.At(ref offsets, frontier[i + FarAhead]);
        }
        if (i + NearAhead < frontier.Length)
        {
            int start = Unsafe.Add(ref offsets, frontier[i + NearAhead]);
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(forward.Neighbors), start);
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(forward.Neighbors), start + 16);
        }
    }
}
