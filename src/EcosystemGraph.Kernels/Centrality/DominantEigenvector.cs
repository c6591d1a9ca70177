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
    private const int PlainRounds = 8;

    /// <summary>The rounds after which inverse iteration takes over.</summary>
    private const int DirectRounds = 300;

    /// <summary>By how much a shift is above its bound, so that the equations can be solved.</summary>
    private const double ShiftMargin = 1e-13;

    private const double SolveTolerance = 1e-8;

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

    /// <summary>
    /// Of a matrix of which every vertex reaches every other: its largest eigenvalue is simple. First plain iteration and Arnoldi's method, restarted from the best
    /// vector; what has not come to its end by that, such as long cycles, goes on by Noda's inverse iteration.
    /// </summary>
    /// <param name="rows">The matrix by rows: the arcs that enter each vertex.</param>
    /// <param name="measure">The name for progress and errors.</param>
    /// <param name="context">Threads, cancellation, progress.</param>
    /// <returns>The eigenvalue and its unit vector, whose entries are at least 0.</returns>
    public static (double Value, double[] Vector) Irreducible(Adjacency rows, string measure, KernelContext context)
    {
        int n = rows.VertexCount;
        var vectors = new Vectors(context, n);
        var space = new KrylovSpace(vectors, n, KrylovSize);
        double[] x = new double[n], image = new double[n], start = new double[n];
        Array.Fill(x, 1 / Math.Sqrt(n));
        for (int round = 0; round < DirectRounds;)
        {
            vectors.Multiply(rows, x, image);
            context.Report(measure, ++round, MaxRounds);
            double value = vectors.Dot(x, image);
            vectors.AddScaled(-value, x, image);
            if (vectors.Norm(image) <= Tolerance * value)
            {
                return (value, Tidy(x));
            }

            // Plain rounds, shifted so that cycles do not oscillate, keep every entry above 0.
            if (round <= PlainRounds)
            {
                vectors.AddScaled(1.5 * value, x, image);
                vectors.Scale(1 / vectors.Norm(image), image, x);
                x.CopyTo(start, 0);
                continue;
            }
            round += space.Build(x, 1, (from, to) => vectors.Multiply(rows, from, to), DirectRounds - round);
            double[] best = SmallEigen.RightmostOfHessenberg(space.Projected, space.Size);
            Array.Clear(x);
            space.AddTo(x, best);
            vectors.Scale(1 / vectors.Norm(x), x, x);
        }
        return Inverse(rows, start, measure, context);
    }

    /// <summary>
    /// From a vector x above 0 the largest of (Mx)_v / x_v is at least the eigenvalue λ; solving (σ − M)·y = x with that σ gives the next vector, and the σ fall to λ, in the
    /// end doubling their digits each time.
    /// </summary>
    /// <remarks>Noda, T. (1971). Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix. Numerische Mathematik 17, 382–386.</remarks>
    private static (double Value, double[] Vector) Inverse(Adjacency rows, double[] x, string measure, KernelContext context)
    {
        int n = rows.VertexCount, left = MaxRounds - DirectRounds;
        var vectors = new Vectors(context, n);
        var resolvent = new Resolvent(rows, context);
        double[] image = new double[n], right = new double[n], solution = new double[n];
        double residual = double.PositiveInfinity;
        while (left > 0)
        {
            vectors.Multiply(rows, x, image);
            double value = vectors.Dot(x, image), bound = 0;
            for (int v = 0; v < n; v++)
            {
                bound = Math.Max(bound, image[v] / x[v]);
            }
            vectors.AddScaled(-value, x, image);
            residual = vectors.Norm(image) / value;
            context.Report(measure, MaxRounds - left, MaxRounds);
            if (residual <= Tolerance)
            {
                return (value, Tidy(x));
            }
            double sigma = bound * (1 + ShiftMargin);
            vectors.Scale(1 / sigma, x, right);
            right.CopyTo(solution, 0);

            // Half of the digits of the right side, or what rounding leaves of a solution that is far larger, keep the direction.
            double wanted = SolveTolerance * vectors.Norm(right);
            int? taken = resolvent.Solve(1 / sigma, right, solution, rest => vectors.Norm(rest) <= Math.Max(wanted, Tolerance * vectors.Norm(solution)), left);
            left -= taken ?? left;
            if (taken is null)
            {
                break;
            }

            // One plain step from what is not negative makes every entry positive again.
            for (int v = 0; v < n; v++)
            {
                solution[v] = Math.Max(0, solution[v]);
            }
            vectors.Multiply(rows, solution, image);
            for (int v = 0; v < n; v++)
            {
                x[v] = image[v] / sigma + right[v];
            }
            vectors.Scale(1 / vectors.Norm(x), x, x);
        }
        throw KernelException.NotConverged(measure, MaxRounds, residual, Tolerance);
    }

    /// <summary>The unit vector in a direction, its entries at least 0.</summary>
    public static double[] Unit(double[] x, KernelContext context)
    {
        var vectors = new Vectors(context, x.Length);

        // By the largest first, so that no square is lost.
        vectors.Scale(1 / Blocks.Max(x), x, x);
        vectors.Scale(1 / vectors.Norm(x), x, x);
        return Tidy(x);
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
