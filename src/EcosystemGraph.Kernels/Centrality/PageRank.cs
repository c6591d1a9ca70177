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
/// then at most about damping / (1 − damping) times that. Scores below 1e-50 are changed by at most 1e-50
/// times the tolerance. A vertex that no teleport reaches has score 0 and does not count. Time O(n + m) a round,
/// about 140 rounds at the defaults; space 7 doubles a vertex, the incoming rows and a copy of them. The same bytes at any number of threads.
/// Brin, S., Page, L. (1998). The anatomy of a large-scale hypertextual web search engine. Computer Networks 30, 107–117.
/// </remarks>
public static class PageRank
{
    /// <summary>
    /// Changes are relative to a score of at least this. Along a long path from where walks start, mass arrives one vertex a round, each time as an infinite
    /// relative change of next to nothing.
    /// </summary>
    private const double Least = 1e-50;

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
        double[]? strengths = graph.HasWeights ? Degree.Strength(graph, EdgeDirection.Out) : null;
        var rows = new PullRows(context, graph.In, Uses(graph, strengths));
        int[] danglingStarts = DanglingStarts(graph, strengths);

        // In the order of the work. What a vertex gives along an arc of weight 1 is its score over its strength; those without strength stand last among
        // the values, with all of their score.
        double[] scores = new double[n], divisors = new double[n], pulled = new double[n];
        double[]? teleports = teleport is null ? null : new double[n];
        double[] values = new double[n], nextValues = new double[n];
        rows.ForTasks(context, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                int v = rows.VertexAt[i];
                double strength = strengths is null ? graph.Out.Degree(v) : strengths[v];
                divisors[i] = strength > 0 ? strength : 1;
                scores[i] = teleport is null ? uniform : teleport[v];
                if (teleports is not null)
                {
                    teleports[i] = scores[i];
                }
                values[rows.PlaceAt[i]] = scores[i] / divisors[i];
            }
        });

        double[] changes = new double[rows.TaskCount], dangling = new double[Blocks.Count(n)];
        int limit = options.FixedRounds ?? options.MaxRounds;
        double change = 0;
        for (int round = 1; round <= limit; round++)
        {
            double reset = 1 - options.Damping + options.Damping * Dangling(values, danglingStarts, dangling);
            rows.ForTasks(context, (task, from, to) =>
            {
                rows.Pull(from, to, values, pulled);
                double largest = 0;
                for (int i = from; i < to; i++)
                {
                    double score = reset * (teleports is null ? uniform : teleports[i]) + options.Damping * pulled[i];
                    double difference = Math.Abs(score - scores[i]), greater = Math.Max(Math.Max(score, scores[i]), Least);

                    // Most changes are below the largest, which a product tells sooner than a quotient.
                    if (difference > largest * greater)
                    {
                        largest = Math.Max(largest, difference / greater);
                    }
                    scores[i] = score;
                    nextValues[rows.PlaceAt[i]] = score / divisors[i];
                }
                changes[task] = largest;
            });
            (values, nextValues) = (nextValues, values);
            change = Blocks.Max(changes);
            context.Report("pagerank", round, limit);
            if (options.FixedRounds is null && change <= options.Tolerance)
            {
                return new PageRankResult(rows.ByVertex(scores), round, change);
            }
        }
        return options.FixedRounds is int rounds
            ? new PageRankResult(rows.ByVertex(scores), rounds, change)
            : throw KernelException.NotConverged("PageRank", limit, change, options.Tolerance);
    }

    /// <summary>How often the value of each vertex is read: never if it has no outgoing strength.</summary>
    private static int[] Uses(CsrGraph graph, double[]? strengths)
    {
        int[] uses = new int[graph.VertexCount];
        for (int v = 0; v < uses.Length; v++)
        {
            uses[v] = strengths is null || strengths[v] > 0 ? graph.Out.Degree(v) : 0;
        }
        return uses;
    }

    /// <summary>Where, among the values, the dangling vertices of each block of vertices start; the end of the values at the end.</summary>
    private static int[] DanglingStarts(CsrGraph graph, double[]? strengths)
    {
        int n = graph.VertexCount;
        int[] starts = new int[Blocks.Count(n) + 1];
        starts[^1] = n;
        for (int v = n - 1, next = n; v >= 0; v--)
        {
            next -= (strengths is null ? graph.Out.Degree(v) == 0 : strengths[v] == 0) ? 1 : 0;
            starts[v / Blocks.Size] = next;
        }
        return starts;
    }

    private static double Dangling(double[] values, int[] starts, double[] partials)
    {
        for (int block = 0; block < partials.Length; block++)
        {
            partials[block] = Lanes.Sum(values.AsSpan(starts[block], starts[block + 1] - starts[block]));
        }
        return Blocks.Pairwise(partials);
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
