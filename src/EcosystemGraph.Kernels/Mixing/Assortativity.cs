namespace EcosystemGraph.Kernels;

/// <summary>
/// Assortativity: how much arcs join like with like, from −1 to 1, 0 as by chance. Class M: every parallel counts, an undirected edge both ways, an
/// undirected loop 2. Null without arcs, and where there is no variance: all arcs lead from one group or value, and to one.
/// </summary>
/// <remarks>
/// Time O(n + m), space O(n) and a few doubles a group; one thread, sums in the order of the vertices and their arcs.
/// Newman, M. E. J. (2002). Assortative mixing in networks. Physical Review Letters 89, 208701; Newman, M. E. J. (2003). Mixing patterns in networks.
/// Physical Review E 67, 026126.
/// </remarks>
public static class Assortativity
{
    /// <summary>
    /// Of an attribute: (Σ e_gg − Σ a_g·b_g) / (1 − Σ a_g·b_g), with e the normalised mixing matrix, a the sums of its rows, b those of its columns.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="groups">The group of each vertex, 0 to <paramref name="groupCount"/> − 1, or −1 for none: its arcs are left out.</param>
    /// <param name="groupCount">The number of groups, at least 0.</param>
    /// <param name="weighted">Whether an arc counts its weight instead of 1.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: groups of other vertices, or a group out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfGroups(CsrGraph graph, ReadOnlySpan<int> groups, int groupCount, bool weighted = false, KernelContext? context = null)
    {
        int[] group = GroupLabels.Check(graph, groups, groupCount);
        double[] leaving = new double[groupCount], entering = new double[groupCount];
        double total = 0, across = 0;
        int meeting = GroupLabels.None;
        bool oneGroup = true;
        ArcWalk.Over(graph, weighted, context, (source, target, weight) =>
        {
            int from = group[source], to = group[target];
            if (from < 0 || to < 0 || weight == 0)
            {
                return;
            }
            total += weight;
            leaving[from] += weight;
            entering[to] += weight;
            across += from == to ? 0 : weight;
            meeting = meeting < 0 ? from : meeting;
            oneGroup &= from == meeting && to == meeting;
        });
        if (total == 0 || oneGroup)
        {
            return null;
        }

        // (1 − Σ e_gg) is the share across, and 1 − Σ ab what chance sends across: no difference of numbers near 1.
        double expected = 0;
        for (int g = 0; g < groupCount; g++)
        {
            expected += leaving[g] / total * ((total - entering[g]) / total);
        }
        return 1 - across / total / expected;
    }

    /// <summary>Of degree: Pearson's correlation over arcs of the out-degree where they start with the in-degree where they end.</summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfDegree(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double[] leaving = Degree.Compute(graph, EdgeDirection.Out);
        return Correlation(graph, leaving, graph.IsDirected ? Degree.Compute(graph, EdgeDirection.In) : leaving, weighted: false, context);
    }

    /// <summary>Of numbers: Pearson's correlation over arcs of the value where they start with that where they end.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="values">A finite number for each vertex, or null for none: its arcs are left out.</param>
    /// <param name="weighted">Whether an arc counts its weight instead of 1.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: another number of values than vertices, or one that is not finite.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfValues(CsrGraph graph, ReadOnlySpan<double?> values, bool weighted = false, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (values.Length != graph.VertexCount)
        {
            throw KernelException.BadArgument($"There are {values.Length} values, expected one for each of the {graph.VertexCount} vertices.");
        }
        double[] numbers = new double[values.Length];
        for (int v = 0; v < numbers.Length; v++)
        {
            numbers[v] = values[v] is not double value ? double.NaN : double.IsFinite(value) ? value : throw KernelException.BadArgument(
                $"The value of vertex {v} is {value:R}, expected a finite number, or null for none.");
        }
        return Correlation(graph, numbers, numbers, weighted, context);
    }

    /// <summary>NaN marks a vertex without a value.</summary>
    private static double? Correlation(CsrGraph graph, double[] starts, double[] ends, bool weighted, KernelContext? context)
    {
        double total = 0, sumX = 0, sumY = 0;
        var (x, y) = (Range.Empty, Range.Empty);
        ArcWalk.Over(graph, weighted, context, (source, target, weight) =>
        {
            if (weight > 0 && !double.IsNaN(starts[source]) && !double.IsNaN(ends[target]))
            {
                total += weight;
                sumX += weight * starts[source];
                sumY += weight * ends[target];
                (x, y) = (x.With(starts[source]), y.With(ends[target]));
            }
        });
        if (!x.HasWidth || !y.HasWidth)
        {
            return null;
        }
        double meanX = sumX / total, meanY = sumY / total, together = 0, varianceX = 0, varianceY = 0;
        ArcWalk.Over(graph, weighted, context, (source, target, weight) =>
        {
            if (weight > 0 && !double.IsNaN(starts[source]) && !double.IsNaN(ends[target]))
            {
                double dx = starts[source] - meanX, dy = ends[target] - meanY;
                together += weight * dx * dy;
                varianceX += weight * dx * dx;
                varianceY += weight * dy * dy;
            }
        });
        return together / (Math.Sqrt(varianceX) * Math.Sqrt(varianceY));
    }

    /// <summary>The least and the largest number seen: a sum of squares cannot tell rounding from variance.</summary>
    private readonly record struct Range(double Least, double Most)
    {
        public static Range Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

        public bool HasWidth => Least < Most;

        public Range With(double value) => new(Math.Min(Least, value), Math.Max(Most, value));
    }
}
