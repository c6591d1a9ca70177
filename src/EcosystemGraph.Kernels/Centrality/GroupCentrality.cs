namespace EcosystemGraph.Kernels;

/// <summary>
/// Centrality of a group of vertices as one. A group of one has the normalised degree of the simple graph, the closeness and the betweenness of its vertex.
/// </summary>
/// <remarks>
/// Everett, M. G., Borgatti, S. P. (1999). The centrality of groups and classes. Journal of Mathematical Sociology 23, 181–201.
/// </remarks>
public static class GroupCentrality
{
    private const string Phase = "group-betweenness";

    /// <summary>
    /// Group degree: the vertices outside the group that are joined to one in it, over all that are outside. Class S. O(n and the group's arcs).
    /// </summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="group">The vertices of the group, at least one; one given twice counts once.</param>
    /// <param name="direction">Which arcs of a directed graph count: those from the group (out), to it (in), or both.</param>
    /// <returns>A number from 0 to 1; null if no vertex is outside.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an empty group, or one with what is no vertex.</exception>
    public static double? OfDegree(CsrGraph graph, ReadOnlySpan<int> group, EdgeDirection direction = EdgeDirection.All)
    {
        bool[] isMember = Members(graph, group, out int size);
        bool[] isJoined = new bool[isMember.Length];
        double joined = 0;
        for (int v = 0; v < isMember.Length; v++)
        {
            if (!isMember[v])
            {
                continue;
            }
            if (direction != EdgeDirection.In)
            {
                Join(graph.OutNeighbors(v));
            }
            if (direction != EdgeDirection.Out)
            {
                Join(graph.InNeighbors(v));
            }
        }
        int outside = isMember.Length - size;
        return outside == 0 ? null : joined / outside;

        void Join(ReadOnlySpan<int> neighbors)
        {
            foreach (int u in neighbors)
            {
                joined += isMember[u] || isJoined[u] ? 0 : 1;
                isJoined[u] = true;
            }
        }
    }

    /// <summary>
    /// Group closeness: with r of the n − g vertices outside that reach the group, (r / (n − g)) · (r / Σ of their distances to its nearest member); 0 where
    /// the distances sum to 0. O((n + m) log n), one thread.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="group">The vertices of the group, at least one; one given twice counts once.</param>
    /// <param name="options">Direction and length as of closeness; null for the defaults.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>A number of at least 0; null if no vertex is outside.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an empty group, one with what is no vertex, or a weight of 0 whose inverse is asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfCloseness(CsrGraph graph, ReadOnlySpan<int> group, ClosenessOptions? options = null, KernelContext? context = null)
    {
        bool[] isMember = Members(graph, group, out int size);
        options ??= ClosenessOptions.Default;
        if (options.Length == PathLength.Inverse)
        {
            ArcLengths.RequirePositive(graph, options.Length, "inverse lengths");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        Adjacency rows = options.Direction switch
        {
            EdgeDirection.In => graph.In,
            EdgeDirection.Out => graph.Out,
            _ => graph.Undirected(context).Out,
        };
        var search = new DijkstraSearch(rows, ArcLengths.OrOnes(rows, options.Length), cancellation);
        search.RunFrom([.. Enumerable.Range(0, isMember.Length).Where(v => isMember[v])]);
        double[] distances = new double[isMember.Length];
        for (int i = 0; i < search.SettledCount; i++)
        {
            int v = search.Settled[i];
            distances[v] = search.Distances[v];
        }
        double sum = Blocks.Sum(distances), reaching = search.SettledCount - size, outside = isMember.Length - size;
        return outside == 0 ? null : sum > 0 ? reaching / outside * (reaching / sum) : 0;
    }

    /// <summary>
    /// Group betweenness: over the pairs of vertices outside the group, the share of their shortest paths that lead through it. Ordered pairs on directed
    /// graphs, unordered on undirected ones. Class M: parallel edges are different paths. Normalised it is over (n − g)(n − g − 1) pairs, doubled on undirected
    /// graphs. Time O(n·m), with lengths O(n (n + m) log n), and the same bytes at any number of threads.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="group">The vertices of the group, at least one; one given twice counts once.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>A number of at least 0; normalised at most 1, and 0 with fewer than two vertices outside.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an empty group, one with what is no vertex, or a weight of 0 where lengths are asked for.
    /// NOT_DEFINED: more shortest paths than a double holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double OfBetweenness(CsrGraph graph, ReadOnlySpan<int> group, BetweennessOptions? options = null, KernelContext? context = null)
    {
        bool[] isMember = Members(graph, group, out _);
        options ??= BetweennessOptions.Default;
        context ??= KernelContext.Default;
        ArcLengths.RequirePositive(graph, options.Length, Phase);
        int[] outside = [.. Enumerable.Range(0, isMember.Length).Where(v => !isMember[v])];
        double[] shares = new double[outside.Length];
        var searches = new PathsThroughGroup[context.Threads];
        int done = 0;
        Blocks.ForEach(context, outside.Length, (worker, i) =>
        {
            shares[i] = (searches[worker] ??= PathsThroughGroup.On(graph, isMember, options.Length, context.Cancellation)).From(outside[i]);
            context.Report(Phase, Interlocked.Increment(ref done), outside.Length);
        });
        double sum = Blocks.Sum(shares), pairs = outside.Length * (outside.Length - 1.0);
        return options.Normalized ? (pairs == 0 ? 0 : sum / pairs) : graph.IsDirected ? sum : sum / 2;
    }

    private static bool[] Members(CsrGraph graph, ReadOnlySpan<int> group, out int size)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (group.IsEmpty)
        {
            throw KernelException.BadArgument("The group has no vertices, expected at least one.");
        }
        bool[] isMember = VertexGuard.Members(graph, group, nameof(group));
        size = isMember.Count(member => member);
        return isMember;
    }
}
