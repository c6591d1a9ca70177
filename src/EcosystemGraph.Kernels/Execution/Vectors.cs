namespace EcosystemGraph.Kernels;

/// <summary>Vectors of a number for each vertex, worked on in fixed blocks; inner products are added over lanes, blocks and pairwise.</summary>
internal sealed class Vectors(KernelContext context, int length)
{
    private readonly double[] partials = new double[Blocks.Count(length)];

    public double Dot(double[] x, double[] y)
    {
        Blocks.For(context, length, (block, from, to) =>
        {
            double a = 0, b = 0, c = 0, d = 0;
            int i = from;
            for (; i + 4 <= to; i += 4)
            {
                a += x[i] * y[i];
                b += x[i + 1] * y[i + 1];
                c += x[i + 2] * y[i + 2];
                d += x[i + 3] * y[i + 3];
            }
            for (int lane = 0; i < to; i++, lane++)
            {
                double term = x[i] * y[i];
                (a, b, c) = lane switch { 0 => (a + term, b, c), 1 => (a, b + term, c), _ => (a, b, c + term) };
            }
            partials[block] = (a + b) + (c + d);
        });
        return Blocks.Pairwise(partials);
    }

    public double Norm(double[] x) => Math.Sqrt(Dot(x, x));

    /// <summary>y += factor·x.</summary>
    public void AddScaled(double factor, double[] x, double[] y) => Blocks.For(context, length, (_, from, to) =>
    {
        for (int i = from; i < to; i++)
        {
            y[i] += factor * x[i];
        }
    });

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
