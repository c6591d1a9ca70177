namespace EcosystemGraph.Kernels;

/// <summary>
/// Edge betweenness: for each edge the sum over pairs of vertices of the share of their shortest paths that use it. Ordered pairs on directed graphs,
/// unordered on undirected ones. Class M: parallel edges share what one would have; loops have 0.
/// </summary>
/// <remarks>
/// As <see cref="Betweenness"/>, with 32 bytes an arc instead of 128 a vertex: passes are added in 4 fixed slots, which is also the most threads that
/// help. Girvan, M., Newman, M. E. J. (2002). Community structure in social and biological networks. PNAS 99, 7821–7826.
/// </remarks>
public static class EdgeBetweenness
{
    private const string Phase = "edge-betweenness";

    /// <summary>Computes edge betweenness.</summary>
    /// <param name="graph">A graph with edge ids.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>A score for each edge id below <see cref="CsrGraph.EdgeIdBound"/>; 0 for ids that are not in the graph.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: no edge ids, or a weight of 0 where lengths are asked for.
    /// NOT_DEFINED: more shortest paths than a double holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, BetweennessOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= BetweennessOptions.Default;
        if (!graph.HasEdgeIds)
        {
            throw KernelException.BadArgument("The graph has no edge ids, expected a graph made with keepEdgeIds.");
        }
        ArcLengths.RequirePositive(graph, options.Length, "edge betweenness");
        int[] sources = [.. Enumerable.Range(0, graph.VertexCount)];
        double[] arcs = Dependencies.OfArcs(graph, sources, options.Length, Phase, context ?? KernelContext.Default);

        double n = graph.VertexCount;
        double factor = options.Normalized ? (n < 2 ? 0 : 1 / (n * (n - 1))) : graph.IsDirected ? 1 : 0.5;
        double[] scores = new double[graph.EdgeIdBound];
        for (int arc = 0; arc < arcs.Length; arc++)
        {
            scores[graph.Out.EdgeIds![arc]] += arcs[arc] * factor;
        }
        return scores;
    }
}
