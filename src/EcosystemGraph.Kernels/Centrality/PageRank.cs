namespace EcosystemGraph.Kernels;

/// <summary>The scores of <see cref="PageRank"/> and how they were reached.</summary>
/// <param name="Scores">A probability for each vertex; they sum to 1.</param>
/// <param name="Rounds">The rounds that ran.</param>
/// <param name="Change">The largest relative change of a score in the last round.</param>
public sealed record PageRankResult(double[] Scores, int Rounds, double Change);

/// <summary>
/// PageRank, and personalised PageRank when a teleport vector is given. Class M: parallel edges count, weights are strengths, an undirected
/// edge is followed both ways and an undirected loop counts 2. Scores sum to 1. The mass of vertices without outgoing strength goes to the
/// teleport vector, also when personalised.
/// </summary>
/// <remarks>
/// Pull iteration from the teleport vector until the largest relative change of a score is at most the tolerance; the remaining relative error is
/// then at most about damping / (1 − damping) times that. A vertex that no teleport reaches has score 0 and does not count. Time O(n + m) a round,
/// about 140 rounds at the defaults; space 3 doubles a vertex and the incoming rows. The same bytes at any number of threads.
/// Brin, S., Page, L. (1998). The anatomy of a large-scale hypertextual web search engine. Computer Networks 30, 107–117.
/// </remarks>
public static class PageRank
{
    /// <summary>Computes PageRank.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>The scores; none on the empty graph.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an option out of range. NOT_CONVERGED: the rounds ran out.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static PageRankResult Compute(CsrGraph graph, PageRankOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= PageRankOptions.Default;
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        Check(options, n);
        if (n == 0)
        {
            return new PageRankResult([], 0, 0);
        }

        double[]? teleport = options.Teleport is null ? null : TeleportVector(options.Teleport);
        double uniform = 1.0 / n;
        double[] scores = teleport?.ToArray() ?? Filled(n, uniform);
        double[]? strengths = graph.HasWeights ? Degree.Strength(graph, EdgeDirection.Out) : null;
        Adjacency incoming = graph.In;
        double[] shares = new double[n], nextShares = new double[n];
        double[] dangling = new double[Blocks.Count(n)], changes = new double[Blocks.Count(n)];
        Blocks.For(context, n, (block, from, to) => dangling[block] = Share(graph, strengths, scores, shares, from, to));

        int limit = options.FixedRounds ?? options.MaxRounds;
        double change = 0;
        for (int round = 1; round <= limit; round++)
        {
            double reset = 1 - options.Damping + options.Damping * Blocks.Pairwise(dangling);
            Blocks.For(context, n, (block, from, to) =>
            {
                double largest = 0;
                for (int v = from; v < to; v++)
                {
                    double pulled = incoming.Weights is null
                        ? Lanes.Gather(incoming.NeighborsOf(v), shares)
                        : Lanes.Gather(incoming.NeighborsOf(v), incoming.WeightsOf(v), shares);
                    double score = reset * (teleport is null ? uniform : teleport[v]) + options.Damping * pulled;
                    if (score != scores[v])
                    {
                        largest = Math.Max(largest, Math.Abs(score - scores[v]) / Math.Max(score, scores[v]));
                    }
                    scores[v] = score;
                }
                changes[block] = largest;
                dangling[block] = Share(graph, strengths, scores, nextShares, from, to);
            });
            (shares, nextShares) = (nextShares, shares);
            change = Blocks.Max(changes);
            context.Report("pagerank", round, limit);
            if (options.FixedRounds is null && change <= options.Tolerance)
            {
                return new PageRankResult(scores, round, change);
            }
        }
        return options.FixedRounds is int rounds
            ? new PageRankResult(scores, rounds, change)
            : throw KernelException.NotConverged("PageRank", limit, change, options.Tolerance);
    }

    /// <summary>What each vertex of the block gives along an arc (of weight 1); returns the mass of those that have none.</summary>
    private static double Share(CsrGraph graph, double[]? strengths, double[] scores, double[] shares, int from, int to)
    {
        double dangling = 0;
        for (int v = from; v < to; v++)
        {
            double strength = strengths is null ? graph.Out.Degree(v) : strengths[v];
            if (strength > 0)
            {
                shares[v] = scores[v] / strength;
            }
            else
            {
                shares[v] = 0;
                dangling += scores[v];
            }
        }
        return dangling;
    }

    private static double[] Filled(int n, double value)
    {
        double[] values = new double[n];
        Array.Fill(values, value);
        return values;
    }

    private static double[] TeleportVector(IReadOnlyList<double> weights)
    {
        double[] vector = [.. weights];
        double largest = vector.Max();
        for (int v = 0; v < vector.Length; v++)
        {
            vector[v] /= largest;
        }
        double sum = Blocks.Sum(vector);
        for (int v = 0; v < vector.Length; v++)
        {
            vector[v] /= sum;
        }
        return vector;
    }

    private static void Check(PageRankOptions options, int n)
    {
        if (!(options.Damping >= 0 && options.Damping < 1))
        {
            throw KernelException.BadArgument($"damping is {options.Damping:R}, expected at least 0 and below 1.");
        }
        if (!(options.Tolerance > 0))
        {
            throw KernelException.BadArgument($"tolerance is {options.Tolerance:R}, expected a number above 0.");
        }
        if (options.MaxRounds < 1)
        {
            throw KernelException.BadArgument($"maxRounds is {options.MaxRounds}, expected at least 1.");
        }
        if (options.FixedRounds < 0)
        {
            throw KernelException.BadArgument($"fixedRounds is {options.FixedRounds}, expected at least 0.");
        }
        if (options.Teleport is not null)
        {
            CheckTeleport(options.Teleport, n);
        }
    }

    private static void CheckTeleport(IReadOnlyList<double> teleport, int n)
    {
        if (teleport.Count != n)
        {
            throw KernelException.BadArgument($"teleport has {teleport.Count} weights, expected one for each of the {n} vertices.");
        }
        bool any = false;
        for (int v = 0; v < n; v++)
        {
            if (!(teleport[v] >= 0) || double.IsPositiveInfinity(teleport[v]))
            {
                throw KernelException.BadArgument($"The teleport weight of vertex {v} is {teleport[v]:R}, expected a finite number of at least 0.");
            }
            any |= teleport[v] > 0;
        }
        if (!any && n > 0)
        {
            throw KernelException.BadArgument("Every teleport weight is 0, expected at least one above 0.");
        }
    }
}
