namespace EcosystemGraph.Kernels;

/// <summary>Told of the edges of one draw. Called from any of the run's threads; the spans hold until it returns.</summary>
/// <param name="draw">The number of the draw, from 0.</param>
/// <param name="sources">The first end of each edge.</param>
/// <param name="targets">The second end of each edge.</param>
public delegate void RewiredEdges(int draw, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets);

/// <summary>
/// Draws graphs that keep the degrees of a given one and are random otherwise: the null model against which ties are judged. Edges are in groups, such as kinds of
/// relation; every vertex keeps its number of edges as first and as second end in every group, so that a group keeps the kinds of its ends too. Loops and repeated
/// edges of a group stay as they are, and no draw adds any.
/// </summary>
/// <remarks>
/// Directed groups, and undirected ones in which no vertex is on both sides, are drawn by global Curveball trades; other undirected ones by double edge swaps.
/// Draws come from <see cref="Chains"/> Markov chains of equal length, whatever the threads, each started from the given graph with <see cref="BurnIn"/> sweeps; between
/// two draws is one sweep, in which each vertex trades once or as many swaps are tried as there are edges.
/// Strona, G. et al. (2014). Nature Communications 5, 4114; Carstens, C. J., Berger, A., Strona, G. (2016). arXiv:1609.05137;
/// Fosdick, B. K. et al. (2018). SIAM Review 60, 315–355.
/// </remarks>
public static class DegreePreservingRewiring
{
    /// <summary>The number of independent chains.</summary>
    public const int Chains = 64;

    /// <summary>The sweeps of a chain before its first draw.</summary>
    public const int BurnIn = 10;

    /// <summary>Draws graphs. O(draws × edges) expected time for bounded degrees, O(threads × (edges + vertices)) memory. The draws are the same at any number of threads.</summary>
    /// <param name="vertexCount">The number of vertices.</param>
    /// <param name="sources">The first end of each edge.</param>
    /// <param name="targets">The second end of each edge.</param>
    /// <param name="groups">The group of each edge, from 0.</param>
    /// <param name="directed">Whether the edges of each group are directed.</param>
    /// <param name="draws">How many graphs to draw, at least 0.</param>
    /// <param name="context">Threads, seed, cancellation (polled before each draw) and progress.</param>
    /// <param name="visit">Told of each draw. The order of the edges is not that of the given ones.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end, a group or the number of draws is out of range, or the lengths differ.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Sample(
        int vertexCount,
        ReadOnlySpan<int> sources,
        ReadOnlySpan<int> targets,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<bool> directed,
        int draws,
        KernelContext context,
        RewiredEdges visit)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(visit);
        EdgeListGuard.Check(vertexCount, sources, targets, [], directed: true);
        if (groups.Length != sources.Length)
        {
            throw KernelException.BadArgument($"There are {groups.Length} groups for {sources.Length} edges, expected one for each.");
        }
        foreach (int group in groups)
        {
            if ((uint)group >= (uint)directed.Length)
            {
                throw KernelException.BadArgument($"The group of an edge is {group}, expected one from 0 to {directed.Length - 1}.");
            }
        }
        if (draws < 0)
        {
            throw KernelException.BadArgument($"draws is {draws}, expected at least 0.");
        }
        var plan = RewiringPlan.Of(vertexCount, sources, targets, groups, directed);
        int done = 0;
        Blocks.ForEach(context, Math.Min(Chains, draws), (_, chain) =>
        {
            int chains = Math.Min(Chains, draws);
            var state = new RewiringChain(plan, new RandomStream(context.Seed, chain));
            for (int sweep = 1; sweep < BurnIn; sweep++)
            {
                state.Sweep();
            }
            int end = (int)((long)draws * (chain + 1) / chains);
            for (int draw = (int)((long)draws * chain / chains); draw < end; draw++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                state.Sweep();
                visit(draw, state.Sources, state.Targets);
            }
            context.Report("rewiring", Interlocked.Increment(ref done), chains);
        });
    }
}
