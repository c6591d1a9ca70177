namespace EcosystemGraph.Kernels;

/// <summary>
/// The mixing matrix of an attribute: how much of the graph leads from each group to each. Class M: every parallel counts; an undirected edge counts both
/// ways, so that its matrix is symmetric and an edge inside a group, or a loop, counts 2. Groups without vertices keep their rows of zeros.
/// </summary>
/// <remarks>
/// Time O(n + m + k²), space O(n + k²) for k groups; one thread, sums in the order of the vertices and their arcs.
/// Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.
/// </remarks>
public static class MixingMatrix
{
    /// <summary>The most groups, whose matrix has 128 MB.</summary>
    public const int MaxGroups = 4096;

    /// <summary>Computes the matrix.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="groups">The group of each vertex, 0 to <paramref name="groupCount"/> − 1, or −1 for none: its arcs are left out.</param>
    /// <param name="groupCount">The number of groups, 0 to <see cref="MaxGroups"/>.</param>
    /// <param name="weighted">Whether an arc counts its weight instead of 1.</param>
    /// <param name="normalized">Whether the entries are divided by their sum; they stay 0 if it is.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>A row for the group that an arc leaves, a column for that which it enters.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: groups of other vertices, a group out of range, too many groups.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[,] Compute(
        CsrGraph graph, ReadOnlySpan<int> groups, int groupCount, bool weighted = false, bool normalized = false, KernelContext? context = null)
    {
        int[] group = GroupLabels.Check(graph, groups, groupCount);
        if (groupCount > MaxGroups)
        {
            throw KernelException.BadArgument($"groupCount is {groupCount}, expected at most {MaxGroups} for a matrix.");
        }
        double[,] matrix = new double[groupCount, groupCount];
        double total = 0;
        ArcWalk.Over(graph, weighted, context, (source, target, weight) =>
        {
            if (group[source] >= 0 && group[target] >= 0)
            {
                matrix[group[source], group[target]] += weight;
                total += weight;
            }
        });
        for (int i = 0; i < groupCount && normalized && total > 0; i++)
        {
            for (int j = 0; j < groupCount; j++)
            {
                matrix[i, j] /= total;
            }
        }
        return matrix;
    }
}
