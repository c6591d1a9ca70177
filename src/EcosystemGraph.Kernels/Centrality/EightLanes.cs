using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>Eight numbers side by side, one for each of eight sources: lanes 0–3 in the low vector, 4–7 in the high one. A set of lanes is a byte.</summary>
internal static class EightLanes
{
    public const int Count = CacheLines<double>.Width;

    /// <summary>How many arcs before its turn the line of one is asked for: more than the processor looks ahead by itself.</summary>
    public const int Ahead = 24;

    /// <summary>All bits of lane i are set where bit i of the index is.</summary>
    private static readonly Vector256<double>[] Masks = [.. Enumerable.Range(0, 16).Select(bits =>
        Vector256.Create(-(long)(bits & 1), -(long)(bits >> 1 & 1), -(long)(bits >> 2 & 1), -(long)(bits >> 3 & 1)).AsDouble())];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LowMask(int lanes) => Masks[lanes & 15];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> HighMask(int lanes) => Masks[lanes >> 4];

    /// <summary>The lanes in which a number is above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Positive(Vector256<double> low, Vector256<double> high) =>
        (int)(Vector256.GreaterThan(low, default).ExtractMostSignificantBits() | Vector256.GreaterThan(high, default).ExtractMostSignificantBits() << 4);

    /// <summary>The sum of eight lanes in a fixed shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector256<double> low, Vector256<double> high)
    {
        Vector256<double> sums = low + high;
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /// <summary>The sums of the lines of a vertex's neighbours, in the order of its arcs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Low, Vector256<double> High) SumOfNeighbors(Adjacency rows, int vertex, ref double first)
    {
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        int last = rows.Neighbors.Length - 1, end = rows.Offsets[vertex + 1];
        Vector256<double> low = default, high = default;
        for (int arc = rows.Offsets[vertex]; arc < end; arc++)
        {
            Prefetch.At(ref first, (nint)Unsafe.Add(ref neighbors, Math.Min(arc + Ahead, last)) * Count);
            nuint at = (nuint)Unsafe.Add(ref neighbors, arc) * Count;
            low += Vector256.LoadUnsafe(ref first, at);
            high += Vector256.LoadUnsafe(ref first, at + 4);
        }
        return (low, high);
    }
}
