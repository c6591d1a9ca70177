namespace EcosystemGraph.Kernels;

/// <summary>
/// An orthonormal basis of what a matrix makes of a vector, by Arnoldi's method with full orthogonalisation, and the matrix as seen in it.
/// </summary>
internal sealed class KrylovSpace(Vectors vectors, int length, int capacity)
{
    /// <summary>What is left of a vector, relative to its length, when the space holds all that there is; more would be rounding.</summary>
    private const double Exhausted = 1e-13;

    private readonly List<double[]> basis = [];
    private readonly double[] image = new double[length];

    /// <summary>The matrix in the basis: a Hessenberg matrix, with one row more than it has columns.</summary>
    public double[,] Projected { get; private set; } = new double[0, 0];

    /// <summary>How many vectors the basis has.</summary>
    public int Size { get; private set; }

    /// <summary>Builds the space of a start that is not 0, by at most so many products.</summary>
    /// <returns>How many products it took.</returns>
    public int Build(double[] start, double norm, Action<double[], double[]> multiply, int most)
    {
        Projected = new double[capacity + 1, capacity];
        Store(0, start, 1 / norm);
        for (Size = 0; Size < Math.Min(capacity, most);)
        {
            int k = Size++;
            multiply(basis[k], image);
            double whole = vectors.Norm(image);

            // Twice is enough, and once is not.
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i <= k; i++)
                {
                    double part = vectors.Dot(basis[i], image);
                    Projected[i, k] += part;
                    vectors.AddScaled(-part, basis[i], image);
                }
            }
            double rest = vectors.Norm(image);
            if (rest <= whole * Exhausted)
            {
                break;
            }
            Projected[k + 1, k] = rest;
            if (Size < Math.Min(capacity, most))
            {
                Store(Size, image, 1 / rest);
            }
        }
        return Size;
    }

    /// <summary>target += Σ of coefficients times the vectors of the basis.</summary>
    public void AddTo(double[] target, ReadOnlySpan<double> coefficients)
    {
        for (int k = 0; k < coefficients.Length; k++)
        {
            vectors.AddScaled(coefficients[k], basis[k], target);
        }
    }

    private void Store(int k, double[] from, double factor)
    {
        if (basis.Count == k)
        {
            basis.Add(new double[length]);
        }
        vectors.Scale(factor, from, basis[k]);
    }
}
