namespace EcosystemGraph.Kernels;

/// <summary>E–I indices: (external − internal) / (external + internal), from −1, all inside, to 1, all across.</summary>
/// <param name="Overall">Of the whole graph; null without edges between vertices with a group.</param>
/// <param name="Groups">Of each group: its edges across against those inside; null without edges.</param>
/// <param name="Vertices">Of each vertex; null without edges, or without a group.</param>
public sealed record ExternalInternalResult(double? Overall, double?[] Groups, double?[] Vertices);

/// <summary>
/// The E–I index of Krackhardt and Stern: do edges lead across groups or stay inside? Every parallel counts, loops do not; direction is ignored: an arc
/// counts at both of its ends.
/// </summary>
/// <remarks>
/// Time O(n + m), space O(n) and two doubles a group; one thread, sums in the order of the vertices and their arcs.
/// Krackhardt, D., Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation. Social Psychology Quarterly 51, 123–140.
/// </remarks>
public static class ExternalInternal
{
    /// <summary>Computes the indices.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="groups">The group of each vertex, 0 to <paramref name="groupCount"/> − 1, or −1 for none: its edges are left out.</param>
    /// <param name="groupCount">The number of groups, at least 0.</param>
    /// <param name="weighted">Whether an edge counts its weight instead of 1.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: groups of other vertices, or a group out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static ExternalInternalResult Compute(
        CsrGraph graph, ReadOnlySpan<int> groups, int groupCount, bool weighted = false, KernelContext? context = null)
    {
        int[] group = GroupLabels.Check(graph, groups, groupCount);
        Sums overall = new(1), ofGroups = new(groupCount), ofVertices = new(group.Length);
        ArcWalk.Over(graph, weighted, context, (source, target, weight) =>
        {
            int from = group[source], to = group[target];
            if (from < 0 || to < 0 || source == target)
            {
                return;
            }
            bool isInternal = from == to;
            overall.Add(0, isInternal, weight);
            ofVertices.Add(source, isInternal, weight);
            ofVertices.Add(target, isInternal, weight);
            ofGroups.Add(from, isInternal, weight);
            if (!isInternal)
            {
                ofGroups.Add(to, isInternal, weight);
            }
        });
        return new ExternalInternalResult(overall.Index(0), ofGroups.Indices(), ofVertices.Indices());
    }

    private sealed class Sums(int count)
    {
        private readonly double[] across = new double[count];
        private readonly double[] inside = new double[count];

        public void Add(int at, bool isInternal, double weight) => (isInternal ? inside : across)[at] += weight;

        public double? Index(int at)
        {
            double all = across[at] + inside[at];
            return all > 0 ? (across[at] - inside[at]) / all : null;
        }

        public double?[] Indices() => [.. Enumerable.Range(0, across.Length).Select(Index)];
    }
}
