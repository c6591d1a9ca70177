namespace EcosystemGraph.Kernels;

/// <summary>The parameters of <see cref="Katz"/>.</summary>
public sealed record KatzOptions
{
    /// <summary>Where the rounds stop: the largest relative change of any score.</summary>
    public const double DefaultTolerance = 1e-10;

    /// <summary>After so many rounds without reaching the tolerance the run fails.</summary>
    public const int DefaultMaxRounds = 1000;

    /// <summary>What every vertex has of itself, unless another is given.</summary>
    public const double DefaultBeta = 1;

    /// <summary>The defaults.</summary>
    public static KatzOptions Default { get; } = new();

    /// <summary>
    /// How much of a score an arc hands on; above 0 and below the inverse of the largest eigenvalue. Null means 1 / (1 + the largest in-strength), which
    /// always is.
    /// </summary>
    public double? Alpha { get; init; }

    /// <summary>What every vertex has of itself; above 0.</summary>
    public double Beta { get; init; } = DefaultBeta;

    /// <summary>The largest relative change of any score at which the rounds stop; above 0.</summary>
    public double Tolerance { get; init; } = DefaultTolerance;

    /// <summary>The most rounds that are tried; at least 1.</summary>
    public int MaxRounds { get; init; } = DefaultMaxRounds;
}

/// <summary>
/// Katz centrality: x = α·Aᵀx + β, raw. Class M: parallels count, weights are strengths, an undirected loop counts 2.
/// </summary>
/// <remarks>
/// Pull iteration from β until the largest relative change of a score is at most the tolerance. What has not come so far after 100 rounds, because α is near
/// the inverse of the largest eigenvalue, goes on by <see cref="Resolvent"/> until the relative error of every score is at most the tolerance: it is at most
/// the largest residual over β. Time O(n + m) a round; space 2 doubles a vertex, then 28, and the incoming rows. The same bytes at any number of threads.
/// Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18, 39–43.
/// </remarks>
public static class Katz
{
    private const int PlainRounds = 100;

    /// <summary>The part of the largest score below which a residual is rounding.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Computes Katz centrality.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an option out of range. NOT_CONVERGED: the rounds ran out, or α is too large.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, KatzOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= KatzOptions.Default;
        context ??= KernelContext.Default;
        Check(options);
        int n = graph.VertexCount;
        if (n == 0)
        {
            return [];
        }
        double alpha = options.Alpha ?? 1 / (1 + Degree.Strength(graph, EdgeDirection.In).Max());
        var vectors = new Vectors(context, n);
        double[] scores = new double[n], pulled = new double[n], changes = new double[Blocks.Count(n)];
        Array.Fill(scores, options.Beta);
        double change = double.PositiveInfinity;
        for (int round = 1; round <= Math.Min(PlainRounds, options.MaxRounds); round++)
        {
            vectors.Multiply(graph.In, scores, pulled);
            Blocks.For(context, n, (block, from, to) =>
            {
                double largest = 0;
                for (int v = from; v < to; v++)
                {
                    double score = alpha * pulled[v] + options.Beta;
                    largest = Math.Max(largest, Math.Abs(score - scores[v]) / Math.Max(score, scores[v]));
                    scores[v] = score;
                }
                changes[block] = largest;
            });
            change = Blocks.Max(changes);
            context.Report("katz", round, options.MaxRounds);
            if (change <= options.Tolerance)
            {
                return scores;
            }
            if (!double.IsFinite(change))
            {
                break;
            }
        }
        return options.MaxRounds > PlainRounds && double.IsFinite(change)
            ? Accelerated(graph, options, context, alpha, scores)
            : throw KernelException.NotConverged("Katz centrality", options.MaxRounds, change, options.Tolerance);
    }

    /// <summary>
    /// A residual of at most r everywhere is an error of at most r/β times the score, for what the equations hand on is never negative. Where α is too large
    /// there is a solution too, but not one of which every score is at least β.
    /// </summary>
    private static double[] Accelerated(CsrGraph graph, KatzOptions options, KernelContext context, double alpha, double[] scores)
    {
        int n = scores.Length;
        double worst = double.PositiveInfinity;
        double[] own = new double[n], largest = new double[Blocks.Count(n)], most = new double[Blocks.Count(n)];
        Array.Fill(own, options.Beta);

        // Plain rounds that run away are no start.
        if (!(Blocks.Max(Array.ConvertAll(scores, Math.Abs)) < CsrGraph.MaxWeight))
        {
            Array.Fill(scores, options.Beta);
        }
        int? taken = new Resolvent(graph.In, context).Solve(alpha, own, scores, IsSmall, options.MaxRounds - PlainRounds);
        return taken is not null && Array.TrueForAll(scores, score => score >= options.Beta * (1 - options.Tolerance))
            ? scores
            : throw new KernelException(KernelErrorCodes.NotConverged, taken is null
                ? $"Katz centrality did not converge: after {options.MaxRounds} rounds the error is {worst:R}, expected at most {options.Tolerance:R}; alpha is {alpha:R}, which must be less than the inverse of the largest eigenvalue."
                : $"Katz centrality does not converge: alpha is {alpha:R}, expected less than the inverse of the largest eigenvalue.");

        bool IsSmall(double[] residual)
        {
            Blocks.For(context, n, (block, from, to) =>
            {
                double rest = 0, score = 0;
                for (int v = from; v < to; v++)
                {
                    rest = Math.Max(rest, Math.Abs(residual[v]));
                    score = Math.Max(score, Math.Abs(scores[v]));
                }
                largest[block] = rest;
                most[block] = score;
            });
            worst = Blocks.Max(largest) / options.Beta;
            context.Report("katz", PlainRounds, options.MaxRounds);
            return worst <= Math.Max(options.Tolerance, Rounding * Blocks.Max(most) / options.Beta);
        }
    }

    private static void Check(KatzOptions options)
    {
        if (options.Alpha is double alpha && !(alpha > 0 && double.IsFinite(alpha)))
        {
            throw KernelException.BadArgument($"alpha is {alpha:R}, expected a finite number above 0.");
        }
        if (!(options.Beta > 0 && double.IsFinite(options.Beta)))
        {
            throw KernelException.BadArgument($"beta is {options.Beta:R}, expected a finite number above 0.");
        }
        if (!(options.Tolerance > 0))
        {
            throw KernelException.BadArgument($"tolerance is {options.Tolerance:R}, expected a number above 0.");
        }
        if (options.MaxRounds < 1)
        {
            throw KernelException.BadArgument($"maxRounds is {options.MaxRounds}, expected at least 1.");
        }
    }
}
