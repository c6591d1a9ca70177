namespace EcosystemGraph.Kernels;

/// <summary>
/// The eigenvector of the largest eigenvalue of a matrix without negative entries, as the limit from the vector of ones: where the eigenvalue is
/// repeated, that is the projection of ones on its eigenvectors.
/// </summary>
internal static class DominantEigenvector
{
    /// <summary>The rounds, each one product with the matrix, after which a search fails.</summary>
    public const int MaxRounds = 1000;

    /// <summary>The residual, relative to the eigenvalue, at which a search ends.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>Entries of the unit vector below this are less than the residual can tell from 0, and become 0.</summary>
    private const double Dust = 1e-13;

    private const int KrylovSize = 24;

    /// <summary>What is left of a vector, relative to the eigenvalue, when the Krylov space holds all it can; more would be rounding.</summary>
    private const double Exhausted = 1e-13;

    /// <summary>
    /// Lanczos' method with full orthogonalisation, restarted from the best vector. Every vector stays in the Krylov space of ones, which holds but one
    /// vector of each eigenspace.
    /// </summary>
    /// <param name="n">The size of the matrix, at least 1.</param>
    /// <param name="multiply">Sets its second vector to the symmetric matrix times the first.</param>
    /// <param name="measure">The name for progress and errors.</param>
    /// <param name="context">Threads, cancellation, progress.</param>
    /// <returns>The unit vector, its entries at least 0; null if the matrix takes ones to 0.</returns>
    public static double[]? Symmetric(int n, Action<double[], double[]> multiply, string measure, KernelContext context)
    {
        var vectors = new Vectors(context, n);
        double[] x = new double[n], image = new double[n];
        Array.Fill(x, 1 / Math.Sqrt(n));
        var basis = new List<double[]>();
        double residual = double.PositiveInfinity;
        for (int round = 0; round < MaxRounds;)
        {
            // The small matrix of one cycle; it starts from x and its exact image, which also gives the residual.
            multiply(x, image);
            context.Report(measure, ++round, MaxRounds);
            double value = vectors.Dot(x, image);
            vectors.AddScaled(-value, x, image);
            double rest = vectors.Norm(image);
            if (value <= 0)
            {
                return null;
            }
            residual = rest / value;
            if (residual <= Tolerance)
            {
                return Tidy(x);
            }

            double[] diagonal = new double[KrylovSize], off = new double[KrylovSize];
            diagonal[0] = value;
            int size = 1;
            Store(0, x, 1);
            while (size < KrylovSize && round < MaxRounds && rest > value * Exhausted)
            {
                off[size - 1] = rest;
                Store(size, image, 1 / rest);
                multiply(basis[size], image);
                context.Report(measure, ++round, MaxRounds);
                diagonal[size] = vectors.Dot(basis[size], image);

                // Twice is enough, and once is not.
                vectors.Orthogonalize(basis, size + 1, image);
                vectors.Orthogonalize(basis, size + 1, image);
                rest = vectors.Norm(image);
                size++;
            }

            double[] best = SmallEigen.LargestOfTridiagonal(diagonal.AsSpan(0, size), off.AsSpan(0, size));
            Array.Clear(x);
            vectors.AddScaled(best, basis, best.Length, x);
            vectors.Scale(1 / vectors.Norm(x), x, x);
        }
        throw KernelException.NotConverged(measure, MaxRounds, residual, Tolerance);

        void Store(int k, double[] from, double factor)
        {
            if (basis.Count == k)
            {
                basis.Add(new double[n]);
            }
            vectors.Scale(factor, from, basis[k]);
        }
    }

    /// <summary>Power iteration, shifted by half the eigenvalue so that cycles of a common length do not oscillate.</summary>
    /// <param name="n">The size of the matrix, at least 1.</param>
    /// <param name="multiply">Sets its second vector to the matrix times the first.</param>
    /// <param name="measure">The name for progress and errors.</param>
    /// <param name="context">Threads, cancellation, progress.</param>
    /// <returns>The unit vector, its entries at least 0. The matrix must not be nilpotent.</returns>
    public static double[] General(int n, Action<double[], double[]> multiply, string measure, KernelContext context)
    {
        var vectors = new Vectors(context, n);
        double[] x = new double[n], image = new double[n];
        Array.Fill(x, 1 / Math.Sqrt(n));
        double residual = double.PositiveInfinity;
        for (int round = 1; round <= MaxRounds; round++)
        {
            multiply(x, image);
            context.Report(measure, round, MaxRounds);
            double value = vectors.Dot(x, image);
            vectors.AddScaled(-value, x, image);
            residual = vectors.Norm(image) / value;
            if (residual <= Tolerance)
            {
                return Tidy(x);
            }

            // image is Mx − λx; the next vector is Mx + λx/2.
            vectors.AddScaled(1.5 * value, x, image);
            vectors.Scale(1 / vectors.Norm(image), image, x);
        }
        throw KernelException.NotConverged(measure, MaxRounds, residual, Tolerance);
    }

    private static double[] Tidy(double[] x)
    {
        double sign = Blocks.Sum(x) < 0 ? -1 : 1;
        for (int v = 0; v < x.Length; v++)
        {
            x[v] = sign * x[v] < Dust ? 0 : sign * x[v];
        }
        return x;
    }
}
