using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Breadth-first search from 512 sources at once: a vertex has a bit for each, and a level is an OR along the arcs. What a vertex needs is the number of
/// sources that reach it at each distance, which is a count of bits.
/// </summary>
/// <remarks>
/// Memory 204 bytes a vertex. Then, M., Kaufmann, M. et al. (2014). The more the merrier: efficient multi-source graph traversal. PVLDB 8, 449–460.
/// </remarks>
internal sealed class BitParallelSearch
{
    public const int Sources = 64 * Words;

    private const int Words = 8;

    /// <summary>A frontier with more arcs than one in so many of all is pulled by every vertex instead of pushed.</summary>
    private const int PullShare = 4;

    private readonly Adjacency forward;
    private readonly Adjacency backward;
    private readonly ulong[] seen;
    private ulong[] front;
    private ulong[] next;
    private readonly int[] frontier;
    private readonly int[] touched;
    private readonly bool[] isTouched;
    private readonly CancellationToken cancellation;

    public BitParallelSearch(Adjacency forward, Adjacency backward, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.forward = forward;
        this.backward = backward;
        int n = forward.VertexCount;
        seen = new ulong[(long)n * Words];
        front = new ulong[(long)n * Words];
        next = new ulong[(long)n * Words];
        frontier = new int[n];
        touched = new int[n];
        isTouched = new bool[n];
    }

    /// <summary>
    /// Searches from the vertices first..first + count − 1. For each vertex and distance at which it is found, adds the number of sources times the
    /// value of the distance to its sum, and the number alone to its count.
    /// </summary>
    public void Run(int first, int count, Func<int, double> valueOf, Span<double> sums, Span<double> counts)
    {
        Array.Clear(seen);
        int size = count;
        for (int i = 0; i < count; i++)
        {
            long at = (long)(first + i) * Words + (i >> 6);
            seen[at] = front[at] = 1UL << i;
            frontier[i] = first + i;
        }
        for (int depth = 1; size > 0; depth++)
        {
            long arcs = 0;
            foreach (int u in frontier.AsSpan(0, size))
            {
                arcs += forward.Degree(u);
            }
            cancellation.ThrowIfCancellationRequested();
            int candidates = arcs > forward.Neighbors.Length / PullShare ? Pull() : Push(size);
            foreach (int u in frontier.AsSpan(0, size))
            {
                front.AsSpan(u * Words, Words).Clear();
            }
            size = Settle(candidates, valueOf(depth), sums, counts);
            (front, next) = (next, front);
        }
    }

    private int Push(int size)
    {
        ref ulong from = ref MemoryMarshal.GetArrayDataReference(front);
        ref ulong to = ref MemoryMarshal.GetArrayDataReference(next);
        int count = 0;
        for (int i = 0; i < size; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int u = frontier[i];
            nuint atU = (nuint)u * Words;
            Vector256<ulong> low = Vector256.LoadUnsafe(ref from, atU), high = Vector256.LoadUnsafe(ref from, atU + 4);
            foreach (int v in forward.NeighborsOf(u))
            {
                nuint at = (nuint)v * Words;
                (Vector256.LoadUnsafe(ref to, at) | low).StoreUnsafe(ref to, at);
                (Vector256.LoadUnsafe(ref to, at + 4) | high).StoreUnsafe(ref to, at + 4);
                if (!isTouched[v])
                {
                    isTouched[v] = true;
                    touched[count++] = v;
                }
            }
        }
        foreach (int v in touched.AsSpan(0, count))
        {
            isTouched[v] = false;
        }
        return count;
    }

    private int Pull()
    {
        ref ulong from = ref MemoryMarshal.GetArrayDataReference(front);
        ref ulong to = ref MemoryMarshal.GetArrayDataReference(next);
        int count = 0;
        for (int v = 0; v < touched.Length; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            Vector256<ulong> low = default, high = default;
            foreach (int u in backward.NeighborsOf(v))
            {
                nuint atU = (nuint)u * Words;
                low |= Vector256.LoadUnsafe(ref from, atU);
                high |= Vector256.LoadUnsafe(ref from, atU + 4);
            }
            if ((low | high) != default)
            {
                low.StoreUnsafe(ref to, (nuint)v * Words);
                high.StoreUnsafe(ref to, (nuint)v * Words + 4);
                touched[count++] = v;
            }
        }
        return count;
    }

    /// <summary>Keeps of what was found what was not seen before; the vertices that keep some are the next frontier.</summary>
    private int Settle(int candidates, double value, Span<double> sums, Span<double> counts)
    {
        int size = 0;
        foreach (int v in touched.AsSpan(0, candidates))
        {
            Span<ulong> found = next.AsSpan(v * Words, Words), known = seen.AsSpan(v * Words, Words);
            int bits = 0;
            for (int word = 0; word < Words; word++)
            {
                found[word] &= ~known[word];
                known[word] |= found[word];
                bits += BitOperations.PopCount(found[word]);
            }
            if (bits > 0)
            {
                sums[v] += bits * value;
                counts[v] += bits;
                frontier[size++] = v;
            }
        }
        return size;
    }
}
