using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>Vectors of a number for each vertex, worked on in fixed blocks; inner products are added over lanes, blocks and pairwise.</summary>
internal sealed class Vectors(KernelContext context, int length)
{
    private readonly double[] partials = new double[Blocks.Count(length)];

    public double Dot(double[] x, double[] y)
    {
        Blocks.For(context, length, (block, from, to) => partials[block] = Lanes.Dot(x.AsSpan(from, to - from), y.AsSpan(from, to - from)));
        return Blocks.Pairwise(partials);
    }

    /// <summary>Takes from y its components along the first of the unit vectors, which all are found before any is taken.</summary>
    public void Orthogonalize(List<double[]> basis, int count, double[] y)
    {
        double[] parts = new double[count * partials.Length];
        Blocks.For(context, length, (block, from, to) =>
        {
            for (int k = 0; k < count; k++)
            {
                parts[k * partials.Length + block] = Lanes.Dot(basis[k].AsSpan(from, to - from), y.AsSpan(from, to - from));
            }
        });
        double[] factors = new double[count];
        for (int k = 0; k < count; k++)
        {
            factors[k] = -Blocks.Pairwise(parts.AsSpan(k * partials.Length, partials.Length));
        }
        AddScaled(factors, basis, count, y);
    }

    /// <summary>y += Σ factor·x over the first of the vectors, in their order.</summary>
    public void AddScaled(double[] factors, List<double[]> xs, int count, double[] y) => Blocks.For(context, length, (_, from, to) =>
    {
        for (int k = 0; k < count; k++)
        {
            AddScaled(factors[k], xs[k].AsSpan(from, to - from), y.AsSpan(from, to - from));
        }
    });

    public double Norm(double[] x) => Math.Sqrt(Dot(x, x));

    /// <summary>y += factor·x.</summary>
    public void AddScaled(double factor, double[] x, double[] y) =>
        Blocks.For(context, length, (_, from, to) => AddScaled(factor, x.AsSpan(from, to - from), y.AsSpan(from, to - from)));

    private static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(y);
        int i = 0;
        for (; i + 4 <= y.Length; i += 4)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)i) + factor * Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < y.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }

    /// <summary>y = factor·x.</summary>
    public void Scale(double factor, double[] x, double[] y) => Blocks.For(context, length, (_, from, to) =>
    {
        for (int i = from; i < to; i++)
        {
            y[i] = factor * x[i];
        }
    });

    /// <summary>y_v = Σ x_u over the arcs of v in the rows, times their weights.</summary>
    public void Multiply(Adjacency rows, double[] x, double[] y) => Blocks.For(context, length, (_, from, to) =>
    {
        for (int v = from; v < to; v++)
        {
            y[v] = rows.Weights is null ? Lanes.Gather(rows.NeighborsOf(v), x) : Lanes.Gather(rows.NeighborsOf(v), rows.WeightsOf(v), x);
        }
    });
}
