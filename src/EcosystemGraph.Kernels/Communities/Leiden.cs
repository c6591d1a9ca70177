namespace EcosystemGraph.Kernels;

/// <summary>
/// Communities by the Leiden method: as Louvain's, but a community is refined before it becomes a vertex: built up anew from single vertices that are well
/// connected to the rest of it. Every community is connected. Class M: weights of parallels add, and loops count in strengths.
/// </summary>
/// <remarks>
/// The refinement joins a vertex to the part that gains most rather than drawing by e^(gain/θ): the limit θ → 0, so that no logarithm or exponential of
/// an operating system changes a result. Time near O(n + m) a level; space O(n + m). One thread; orders are functions of the seed.
/// Traag, V. A., Waltman, L., van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities. Scientific Reports 9, 5233.
/// </remarks>
public static class Leiden
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
        int[] communities = Louvain.Singletons(graph.VertexCount);
        int round = 0;
        for (int iteration = 1; iteration <= options.Iterations; iteration++)
        {
            Partition before = Partition.From(communities);
            communities = Iterate(bottom, before.Labels, ref round, context);
            context.Report("leiden", iteration, options.Iterations);
            if (Partition.From(communities).Labels.AsSpan().SequenceEqual(before.Labels))
            {
                break;
            }
        }
        return Louvain.Result(graph, communities, options);
    }

    /// <summary>From the vertices up, until every community is one vertex of its level: then it is a refined part, and so connected.</summary>
    private static int[] Iterate(CommunityLevel bottom, int[] communities, ref int round, KernelContext context)
    {
        CommunityLevel level = bottom;
        int[] membership = Louvain.Singletons(bottom.Count);
        int[] groups = [.. communities];
        while (true)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            new LocalMoving(level, groups).Run(context.Seed, round++, context.Cancellation);
            Partition moved = Partition.From(groups);
            if (moved.Count == level.Count)
            {
                return membership;
            }
            int[] parts = new Refinement(level, moved).Run(context.Seed, round++, context.Cancellation);
            Partition refined = Partition.From(parts);
            if (refined.Count == level.Count)
            {
                // Nothing could be joined: no community of more than one vertex is well connected, so each vertex stands alone.
                return membership;
            }
            int[] above = new int[refined.Count];
            for (int v = 0; v < level.Count; v++)
            {
                above[refined.Labels[v]] = moved.Labels[v];
            }
            Louvain.Through(membership, refined.Labels);
            level = level.Merge(refined.Labels, refined.Count);
            groups = above;
        }
    }
}
