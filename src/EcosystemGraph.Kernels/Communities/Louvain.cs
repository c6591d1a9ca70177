namespace EcosystemGraph.Kernels;

/// <summary>
/// Communities by Louvain's method: vertices move to where they raise the objective most, communities become the vertices of a smaller graph, and so on
/// until nothing moves; then again from the vertices, as often as the options say. Class M: weights of parallels add, and loops count in strengths.
/// </summary>
/// <remarks>
/// Time near O(n + m) a level, mostly fewer than ten levels; space O(n + m). One thread; the order in which vertices are looked at is a function of the
/// seed. Communities can be badly connected, even in pieces: see <see cref="Leiden"/>.
/// Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. J. Stat. Mech. P10008.
/// </remarks>
public static class Louvain
{
    /// <summary>Finds communities.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Cancellation, progress and the seed; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: an option out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static CommunityResult Compute(CsrGraph graph, CommunityOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= CommunityOptions.Default;
        context ??= KernelContext.Default;
        options.Check();
        context.Cancellation.ThrowIfCancellationRequested();
        CommunityLevel bottom = CommunityLevel.Of(graph, options);
        int[] communities = Singletons(graph.VertexCount);
        int round = 0;
        for (int iteration = 1; iteration <= options.Iterations; iteration++)
        {
            int[] before = communities;
            communities = Climb(bottom, before, ref round, context);
            context.Report("louvain", iteration, options.Iterations);
            if (communities == before)
            {
                break;
            }
        }
        return Result(graph, communities, options);
    }

    /// <summary>Moves and merges until nothing moves; the same array if nothing did.</summary>
    private static int[] Climb(CommunityLevel bottom, int[] communities, ref int round, KernelContext context)
    {
        CommunityLevel level = bottom;
        int[] membership = Singletons(bottom.Count), groups = [.. communities];
        while (new LocalMoving(level, groups).Run(context.Seed, round++, context.Cancellation))
        {
            Partition merged = Partition.From(groups);
            Through(membership, merged.Labels);
            level = level.Merge(merged.Labels, merged.Count);
            groups = Singletons(level.Count);
            context.Report("louvain-merging", bottom.Count - level.Count, bottom.Count);
            context.Cancellation.ThrowIfCancellationRequested();
        }
        return level == bottom ? communities : membership;
    }

    internal static int[] Singletons(int n)
    {
        int[] groups = new int[n];
        for (int v = 0; v < n; v++)
        {
            groups[v] = v;
        }
        return groups;
    }

    /// <summary>Replaces the vertex of a level that each vertex belongs to by that vertex's group.</summary>
    internal static void Through(int[] membership, int[] groups)
    {
        for (int v = 0; v < membership.Length; v++)
        {
            membership[v] = groups[membership[v]];
        }
    }

    internal static CommunityResult Result(CsrGraph graph, int[] membership, CommunityOptions options)
    {
        Partition partition = Partition.From(membership);
        return new CommunityResult(partition, options.Objective == CommunityObjective.Modularity
            ? PartitionQuality.Modularity(graph, partition, options.Resolution)
            : PartitionQuality.ConstantPotts(graph, partition, options.Resolution));
    }
}
