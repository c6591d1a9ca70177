namespace EcosystemGraph.Kernels;

/// <summary>Estimates of <see cref="SampledBetweenness"/> and how far they can be off.</summary>
/// <param name="Scores">An unbiased estimate of each vertex's betweenness.</param>
/// <param name="Sources">The number of sources drawn.</param>
/// <param name="Epsilon">
/// With probability 1 − δ every vertex's score, divided by n(n − 2) ordered or n(n − 2)/2 unordered pairs, is within this of the exact one; 0 if every
/// vertex was a source. For normalised scores it is within ε·n/(n − 1).
/// </param>
/// <param name="Delta">The probability with which the bound may fail.</param>
/// <param name="Seed">The seed of the draw.</param>
public sealed record SampledBetweennessResult(double[] Scores, int Sources, double Epsilon, double Delta, ulong Seed);

/// <summary>
/// Betweenness estimated from k sources drawn without replacement: n/k times the sum of their dependencies. With k = n it is the exact betweenness,
/// to the byte.
/// </summary>
/// <remarks>
/// Conventions, cost a source and determinism of <see cref="Betweenness"/>. The bound is Hoeffding's for draws without replacement (Serfling), over
/// all vertices at once: ε = √((1 − (k − 1)/n)·ln(2n/δ)/(2k)), for a dependency is between 0 and n − 2. Brandes, U., Pich, C. (2007). Centrality
/// estimation in large networks. International Journal of Bifurcation and Chaos 17, 2303–2318; Serfling, R. J. (1974). Annals of Statistics 2, 39–48.
/// </remarks>
public static class SampledBetweenness
{
    /// <summary>The probability with which the error bound may fail, unless another is given.</summary>
    public const double DefaultDelta = 0.1;

    /// <summary>Estimates betweenness.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="sources">How many sources to draw: 1 to n.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="delta">The probability with which the bound may fail, between 0 and 1.</param>
    /// <param name="context">Threads, cancellation, progress and the seed; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a number out of range, or a weight of 0 where lengths are asked for.
    /// NOT_DEFINED: more shortest paths than a double holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static SampledBetweennessResult Compute(
        CsrGraph graph, int sources, BetweennessOptions? options = null, double delta = DefaultDelta, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= BetweennessOptions.Default;
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        if (sources < 1 || sources > n)
        {
            throw KernelException.BadArgument($"sources is {sources}, expected 1 to the number of vertices, {n}.");
        }
        if (!(delta > 0 && delta < 1))
        {
            throw KernelException.BadArgument($"delta is {delta:R}, expected a number between 0 and 1.");
        }
        ArcLengths.RequirePositive(graph, options.Length, "betweenness");
        int[] drawn = CounterRandom.Sample(context.Seed, n, sources);
        double[] scores = Dependencies.OfVertices(graph, drawn, null, options.Length, "sampled-betweenness", context);
        double epsilon = sources == n ? 0 : Math.Sqrt((1 - (sources - 1.0) / n) * Math.Log(2.0 * n / delta) / (2.0 * sources));
        return new SampledBetweennessResult(Betweenness.Scale(scores, graph, options.Normalized, (double)n / sources), sources, epsilon, delta, context.Seed);
    }
}
