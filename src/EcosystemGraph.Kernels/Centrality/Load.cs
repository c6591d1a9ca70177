namespace EcosystemGraph.Kernels;

/// <summary>
/// Load centrality: every vertex sends a packet to every other along shortest paths, from the far end to the source, and at each branch it is cut into equal
/// parts; a vertex's load is what passes through it. Unlike <see cref="Betweenness"/> the parts are equal whatever number of paths lies behind a branch.
/// Ordered pairs on directed graphs, unordered on undirected ones; ends do not count. Class S: parallels merged, with lengths at the least, loops dropped.
/// </summary>
/// <remarks>
/// Time O(n·m), with lengths O(n (n + m) log n); space 128 bytes a vertex and O(n + m) more a thread. The same bytes at any number of threads: sources are
/// added in 16 fixed slots. Goh, K.-I., Kahng, B., Kim, D. (2001). Universal behavior of load distribution in scale-free networks. Physical Review Letters 87,
/// 278701; Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E 64, 016132, whose algorithm this is.
/// </remarks>
public static class Load
{
    private const string Phase = "load";

    /// <summary>Computes load.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters, normalisation as of betweenness; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a weight of 0 where lengths are asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, BetweennessOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= BetweennessOptions.Default;
        context ??= KernelContext.Default;
        ArcLengths.RequirePositive(graph, options.Length, Phase);
        double[] scores = ArcLengths.Of(graph.Out, options.Length) is null
            ? ByLevels(graph.Simple(ParallelWeights.None, context), context)
            : ByLengths(graph, options.Length, context);
        return Betweenness.Scale(scores, graph, options.Normalized, 1);
    }

    private static double[] ByLevels(CsrGraph simple, KernelContext context)
    {
        int n = simple.VertexCount;
        var searches = new LoadByLevels[context.Threads];
        return Slots.Sum(context, Phase, Slots.ForVertices, n, n, (worker, source, sums) =>
            (searches[worker] ??= new LoadByLevels(simple.Out, context.Cancellation)).Run(source, sums));
    }

    private static double[] ByLengths(CsrGraph graph, PathLength length, KernelContext context)
    {
        int n = graph.VertexCount;
        var searches = new ShortestPathDag[context.Threads];
        double[][] packets = new double[context.Threads][];
        return Slots.Sum(context, Phase, Slots.ForVertices, n, n, (worker, source, sums) =>
        {
            ShortestPathDag dag = searches[worker] ??= new ShortestPathDag(graph, length, context.Cancellation);
            dag.Run(source);
            Pass(dag, source, packets[worker] ??= new double[n], sums);
        });
    }

    /// <summary>Sends the packets of all vertices to the source. The array of zeros is left as it was.</summary>
    private static void Pass(ShortestPathDag dag, int source, double[] passing, double[] sums)
    {
        for (int i = dag.Count - 1; i > 0; i--)
        {
            int v = dag.VertexAt(i);
            ReadOnlySpan<int> before = dag.PredecessorsAt(i);
            int branches = 0;
            for (int k = 0; k < before.Length; k++)
            {
                branches += k == 0 || before[k] != before[k - 1] ? 1 : 0;
            }
            double part = (passing[v] + 1) / branches;
            for (int k = 0; k < before.Length; k++)
            {
                if (k == 0 || before[k] != before[k - 1])
                {
                    passing[before[k]] += part;
                }
            }
            sums[v] += passing[v];
            passing[v] = 0;
        }
        passing[source] = 0;
    }
}
