namespace EcosystemGraph.Kernels;

/// <summary>Sums of a function of the distances from all vertices to each, on which closeness and harmonic centrality stand.</summary>
internal static class DistanceSums
{
    /// <summary>
    /// For each v, over the u ≠ v from which v is reached: Σ f(d(u, v)) at v, and their number at n + v. The graph is the one whose outgoing arcs lead
    /// toward v.
    /// </summary>
    public static double[] Of(CsrGraph graph, PathLength length, Func<double, double> f, string phase, KernelContext context)
    {
        int n = graph.VertexCount;
        if (ArcLengths.Of(graph.In, length) is double[] lengths)
        {
            return Weighted(graph.In, lengths, f, phase, context);
        }
        var searches = new BitParallelSearch[context.Threads];
        int passes = (n + BitParallelSearch.Sources - 1) / BitParallelSearch.Sources;
        return Slots.Sum(context, phase, Slots.ForVertices, passes, 2 * n, (worker, pass, sums) =>
        {
            BitParallelSearch search = searches[worker] ??= new BitParallelSearch(graph.Out, graph.In, context.Cancellation);
            int first = pass * BitParallelSearch.Sources;
            search.Run(first, Math.Min(BitParallelSearch.Sources, n - first), depth => f(depth), sums.AsSpan(0, n), sums.AsSpan(n));
        });
    }

    /// <summary>One search backward from each vertex; its terms are added in the order of the vertices, over four lanes.</summary>
    private static double[] Weighted(Adjacency backward, double[] lengths, Func<double, double> f, string phase, KernelContext context)
    {
        int n = backward.VertexCount, done = 0;
        double[] sums = new double[2 * n];
        var searches = new DijkstraSearch[context.Threads];
        double[][] terms = new double[context.Threads][];
        Blocks.ForEach(context, n, (worker, v) =>
        {
            DijkstraSearch search = searches[worker] ??= new DijkstraSearch(backward, lengths, context.Cancellation);
            double[] term = terms[worker] ??= new double[n];
            search.Run(v);
            for (int u = 0; u < n; u++)
            {
                term[u] = u == v || search.Position[u] < 0 ? 0 : f(search.Distances[u]);
            }
            sums[v] = Lanes.Sum(term);
            sums[n + v] = search.SettledCount - 1;
            context.Report(phase, Interlocked.Increment(ref done), n);
        });
        return sums;
    }
}
