using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Disjoint sets of vertices as trees, which many threads merge at once. A vertex holds the one above it, a root −1. A vertex hangs under a lesser one, so
/// nothing turns in a circle and every root is the least vertex of its set.
/// </summary>
/// <remarks>
/// A root is hung up by one atomic exchange; what hangs already is only moved further up, and so by plain writes: whichever of two writes stays, it names
/// an ancestor. Anderson, R. J., Woll, H. (1991). Wait-free parallel algorithms for the union-find problem. STOC '91.
/// </remarks>
internal readonly struct MergingForest(int[] above)
{
    public const int Root = -1;

    public int[] Above { get; } = above;

    /// <summary>Makes one set of two; whether they were two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Merge(int u, int v)
    {
        int a = Find(u), b = Find(v);
        return a != b && Hang(a, b);
    }

    /// <summary>Hangs every vertex right under its root. Not while anybody merges.</summary>
    public void Flatten(KernelContext context)
    {
        int[] array = Above;
        Blocks.For(context, array.Length, (_, from, to) =>
        {
            ref int first = ref MemoryMarshal.GetArrayDataReference(array);
            for (int v = from; v < to; v++)
            {
                // Lesser vertices come first, so that mostly the way up is short. Which are roots is past foreseeing, so this is done without a jump.
                int parent = Unsafe.Add(ref first, v);
                int root = OrIfNegative(parent, v);
                root = OrIfNegative(Volatile.Read(ref Unsafe.Add(ref first, root)), root);
                for (int higher = Volatile.Read(ref Unsafe.Add(ref first, root)); higher >= 0; higher = Volatile.Read(ref Unsafe.Add(ref first, root)))
                {
                    root = higher;
                }
                Unsafe.Add(ref first, v) = root | (parent >> 31);
            }
        });
    }

    /// <summary>The value, or the other if it is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OrIfNegative(int value, int other) => value ^ ((value ^ other) & (value >> 31));

    /// <summary>The root above a vertex. The way there is halved for whoever comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(int vertex)
    {
        ref int first = ref MemoryMarshal.GetArrayDataReference(Above);
        int parent = Volatile.Read(ref Unsafe.Add(ref first, vertex));
        if (parent < 0)
        {
            return vertex;
        }
        int higher = Volatile.Read(ref Unsafe.Add(ref first, parent));
        return higher < 0 ? parent : FindFar(vertex, higher);
    }

    private int FindFar(int vertex, int higher)
    {
        while (true)
        {
            Above[vertex] = higher;
            vertex = higher;
            int parent = Volatile.Read(ref Above[vertex]);
            if (parent < 0)
            {
                return vertex;
            }
            higher = Volatile.Read(ref Above[parent]);
            if (higher < 0)
            {
                return parent;
            }
        }
    }

    private bool Hang(int a, int b)
    {
        while (a != b)
        {
            int high = Math.Max(a, b), low = Math.Min(a, b);
            if (Interlocked.CompareExchange(ref Above[high], low, Root) == Root)
            {
                return true;
            }
            a = Find(high);
            b = Find(low);
        }
        return false;
    }
}
