namespace EcosystemGraph.Kernels;

/// <summary>Sums of Brandes' dependencies over a list of sources, for vertices or for arcs.</summary>
internal static class Dependencies
{
    // To find the components takes as long as a pass or two.
    private const int FewSources = 64;

    public static double[] OfVertices(CsrGraph graph, int[] sources, bool[]? isTarget, PathLength length, string phase, KernelContext context) =>
        Sum(graph, sources, isTarget, length, phase, ofArcs: false, context);

    public static double[] OfArcs(CsrGraph graph, int[] sources, PathLength length, string phase, KernelContext context) =>
        Sum(graph, sources, null, length, phase, ofArcs: true, context);

    private static double[] Sum(CsrGraph graph, int[] sources, bool[]? isTarget, PathLength length, string phase, bool ofArcs, KernelContext context)
    {
        int slots = ofArcs ? Slots.ForArcs : Slots.ForVertices;
        int size = ofArcs ? graph.ArcCount : graph.VertexCount;
        if (ArcLengths.Of(graph.Out, length) is not double[] outLengths)
        {
            sources = Together(graph, sources, context);
            var searches = new UnweightedBrandes[context.Threads];
            int passes = (sources.Length + UnweightedBrandes.Sources - 1) / UnweightedBrandes.Sources;
            return Slots.Sum(context, phase, slots, passes, size, (worker, pass, sums) =>
            {
                UnweightedBrandes search = searches[worker] ??= new UnweightedBrandes(graph, isTarget, context.Cancellation);
                int from = pass * UnweightedBrandes.Sources;
                ReadOnlySpan<int> together = sources.AsSpan(from, Math.Min(UnweightedBrandes.Sources, sources.Length - from));
                search.Run(together, ofArcs ? null : sums, ofArcs ? sums : null);
            });
        }
        double[] inLengths = graph.IsDirected ? ArcLengths.Of(graph.In, length)! : outLengths;
        var weighted = new WeightedBrandes[context.Threads];
        return Slots.Sum(context, phase, slots, sources.Length, size, (worker, pass, sums) =>
        {
            WeightedBrandes search = weighted[worker] ??= new WeightedBrandes(graph, outLengths, inLengths, isTarget, context.Cancellation);
            search.Run(sources[pass], ofArcs ? null : sums, ofArcs ? sums : null);
        });
    }

    /// <summary>
    /// The sources in an order in which those that search the same component share their passes: sources of small components, spread over the passes of a large one,
    /// would each take a lane of its levels. Those without arcs are left out, since no path leads from them.
    /// </summary>
    private static int[] Together(CsrGraph graph, int[] sources, KernelContext context)
    {
        if (sources.Length <= FewSources)
        {
            return sources;
        }
        int[] component = WeakComponents.Compute(graph, context with { Progress = null }).Labels;
        return [.. sources.Where(v => graph.Out.Degree(v) > 0).OrderBy(v => component[v])];
    }
}
