using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Sums over four fixed lanes: term k goes to lane k mod 4, and the result is (0 + 1) + (2 + 3). The shape is part of every digest: no fused
/// multiply-add and no vector whose width varies may change it.
/// </summary>
internal static class Lanes
{
    public static double Sum(ReadOnlySpan<double> terms)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= terms.Length; i += 4)
        {
            a += terms[i];
            b += terms[i + 1];
            c += terms[i + 2];
            d += terms[i + 3];
        }
        if (i < terms.Length)
        {
            a += terms[i];
        }
        if (i + 1 < terms.Length)
        {
            b += terms[i + 1];
        }
        if (i + 2 < terms.Length)
        {
            c += terms[i + 2];
        }
        return (a + b) + (c + d);
    }

    /// <summary>Σ x·y; as many of both.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        ref double second = ref MemoryMarshal.GetReference(y);
        Vector256<double> lanes = default;
        int i = 0;
        for (; i + 4 <= x.Length; i += 4)
        {
            lanes += Vector256.LoadUnsafe(ref first, (nuint)i) * Vector256.LoadUnsafe(ref second, (nuint)i);
        }
        for (int lane = 0; i < x.Length; i++, lane++)
        {
            lanes = lanes.WithElement(lane, lanes[lane] + x[i] * y[i]);
        }
        return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
    }

    /// <summary>Σ values[index] over the indices, which the caller guarantees to be in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Gather(ReadOnlySpan<int> indices, double[] values) =>
        Gather(ref MemoryMarshal.GetReference(indices), indices.Length, ref MemoryMarshal.GetArrayDataReference(values));

    /// <summary>The same over so many indices from a first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Gather(ref int k, int length, ref double v)
    {
        double a = 0, b = 0, c = 0, d = 0;
        ref int last = ref Unsafe.Add(ref k, length & ~3);
        while (Unsafe.IsAddressLessThan(ref k, ref last))
        {
            a += At(ref v, k);
            b += At(ref v, Unsafe.Add(ref k, 1));
            c += At(ref v, Unsafe.Add(ref k, 2));
            d += At(ref v, Unsafe.Add(ref k, 3));
            k = ref Unsafe.Add(ref k, 4);
        }
        int rest = length & 3;
        if (rest > 0)
        {
            a += At(ref v, k);
            if (rest > 1)
            {
                b += At(ref v, Unsafe.Add(ref k, 1));
                if (rest > 2)
                {
                    c += At(ref v, Unsafe.Add(ref k, 2));
                }
            }
        }
        return (a + b) + (c + d);
    }

    /// <summary>Indices are never negative, and unsigned they need no widening instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double At(ref double v, int index) => Unsafe.Add(ref v, (nint)(uint)index);

    /// <summary>Σ values[index]·weight over the indices, which the caller guarantees to be in range, and as many weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Gather(ReadOnlySpan<int> indices, ReadOnlySpan<double> weights, double[] values)
    {
        ref double v = ref MemoryMarshal.GetArrayDataReference(values);
        ref int k = ref MemoryMarshal.GetReference(indices);
        ref double w = ref MemoryMarshal.GetReference(weights);
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0, length = indices.Length;
        for (; i + 4 <= length; i += 4)
        {
            a += Unsafe.Add(ref v, Unsafe.Add(ref k, i)) * Unsafe.Add(ref w, i);
            b += Unsafe.Add(ref v, Unsafe.Add(ref k, i + 1)) * Unsafe.Add(ref w, i + 1);
            c += Unsafe.Add(ref v, Unsafe.Add(ref k, i + 2)) * Unsafe.Add(ref w, i + 2);
            d += Unsafe.Add(ref v, Unsafe.Add(ref k, i + 3)) * Unsafe.Add(ref w, i + 3);
        }
        if (i < length)
        {
            a += Unsafe.Add(ref v, Unsafe.Add(ref k, i)) * Unsafe.Add(ref w, i);
        }
        if (i + 1 < length)
        {
            b += Unsafe.Add(ref v, Unsafe.Add(ref k, i + 1)) * Unsafe.Add(ref w, i + 1);
        }
        if (i + 2 < length)
        {
            c += Unsafe.Add(ref v, Unsafe.Add(ref k, i + 2)) * Unsafe.Add(ref w, i + 2);
        }
        return (a + b) + (c + d);
    }
}
