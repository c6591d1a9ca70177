using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Labels the sets of a flat <see cref="MergingForest"/> in place, as a <see cref="Partition"/> does: by falling size, then by the least vertex.
/// </summary>
/// <remarks>
/// Vertices alone come last, in their own order, and mostly they are nearly all of the sets: they are counted block by block and numbered where they stand,
/// and only the roots of the others are sorted. Which vertex is what is past foreseeing, so the passes over all of them do without jumps.
/// Time O(n), in parallel but for that sort.
/// </remarks>
internal static class FlatForest
{
    /// <summary>With this bit a root holds its label; −1 is a vertex alone still.</summary>
    private const int Labelled = int.MinValue;

    /// <param name="context">Threads and cancellation.</param>
    /// <param name="above">The vertex right above each, −1 for roots; becomes the labels.</param>
    /// <param name="count">The number of sets.</param>
    public static Partition Label(KernelContext context, int[] above, int count)
    {
        if (count == 1)
        {
            Array.Clear(above);
            return Partition.Trusted(above, [above.Length]);
        }
        CountMembers(context, above);
        (int[] alone, int[] others) = CountRoots(context, above);
        int shared = Blocks.RunningSums(others);
        Blocks.RunningSums(alone);
        int[] sizes = LabelShared(context, above, others, shared, count);
        Blocks.For(context, above.Length, (block, from, to) =>
        {
            int next = shared + alone[block];
            ref int first = ref MemoryMarshal.GetArrayDataReference(above);
            for (int v = from; v < to; v++)
            {
                int parent = Unsafe.Add(ref first, v);
                int isRoot = parent >> 31;

                // Another thread may have labelled the root's own place already, which makes no difference without the bit.
                int label = Volatile.Read(ref Unsafe.Add(ref first, (v & isRoot) | (parent & ~isRoot))) & ~Labelled;
                int isAlone = ((~parent - 1) & parent) >> 31;
                Volatile.Write(ref Unsafe.Add(ref first, v), label ^ ((label ^ next) & isAlone));
                next -= isAlone;
            }
        });
        return Partition.Trusted(above, sizes);
    }

    /// <summary>Makes each root hold minus the size of its set. Vertices under one root often follow each other, so they are counted in runs.</summary>
    private static void CountMembers(KernelContext context, int[] above) => Blocks.For(context, above.Length, (_, from, to) =>
    {
        int last = MergingForest.Root, run = 0, v = from;
        ref int first = ref MemoryMarshal.GetArrayDataReference(above);
        for (; v + Vector256<int>.Count <= to; v += Vector256<int>.Count)
        {
            var parents = Vector256.LoadUnsafe(ref first, (nuint)v);
            Vector256<int> ofLast = Vector256.Equals(parents, Vector256.Create(last));
            if ((ofLast | Vector256.LessThan(parents, Vector256<int>.Zero)) == Vector256<int>.AllBitsSet)
            {
                run += BitOperations.PopCount(ofLast.ExtractMostSignificantBits());
            }
            else
            {
                Count(v, v + Vector256<int>.Count);
            }
        }
        Count(v, to);
        Flush();

        void Count(int start, int end)
        {
            foreach (int root in above.AsSpan(start, end - start))
            {
                if (root >= 0)
                {
                    if (root != last)
                    {
                        Flush();
                        (last, run) = (root, 0);
                    }
                    run++;
                }
            }
        }

        void Flush()
        {
            if (last >= 0)
            {
                Interlocked.Add(ref above[last], -run);
            }
        }
    });

    /// <summary>In each block, the vertices alone and the other roots.</summary>
    private static (int[] Alone, int[] Others) CountRoots(KernelContext context, int[] above)
    {
        int[] alone = new int[Blocks.Count(above.Length)], others = new int[alone.Length];
        Blocks.For(context, above.Length, (block, from, to) =>
        {
            int ones = 0, roots = 0;
            foreach (int root in above.AsSpan(from, to - from))
            {
                ones += root == MergingForest.Root ? 1 : 0;
                roots += root >>> 31;
            }
            (alone[block], others[block]) = (ones, roots - ones);
        });
        return (alone, others);
    }

    /// <summary>Labels the roots of sets of two and more; returns the sizes of all sets.</summary>
    private static int[] LabelShared(KernelContext context, int[] above, int[] starts, int shared, int count)
    {
        int[] roots = new int[shared], unsorted = new int[shared];
        Blocks.For(context, above.Length, (block, from, to) =>
        {
            int next = starts[block], end = block + 1 < starts.Length ? starts[block + 1] : shared;
            for (int v = from; next < end; v++)
            {
                if (above[v] < MergingForest.Root)
                {
                    (roots[next], unsorted[next]) = (v, -above[v]);
                    next++;
                }
            }
        });
        int[] label = Partition.FallingOrder(unsorted);
        int[] sizes = GC.AllocateUninitializedArray<int>(count);
        sizes.AsSpan(shared).Fill(1);
        for (int i = 0; i < shared; i++)
        {
            sizes[label[i]] = unsorted[i];
            above[roots[i]] = label[i] | Labelled;
        }
        return sizes;
    }
}
