namespace EcosystemGraph.Kernels;

/// <summary>
/// Freeman's centralisation: how far the scores of all vertices fall short of the largest, over how far they do on a star of as many vertices, the most
/// central graph there is. 1 on a star, 0 where all are alike. Class S: parallels merged, loops dropped; weights are not read.
/// </summary>
/// <remarks>
/// Cost and determinism of the measure. Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215–239.
/// </remarks>
public static class Centralization
{
    /// <summary>
    /// Of degree: over (n − 1)(n − 2) on undirected graphs and for <see cref="EdgeDirection.All"/>, (n − 1)² for in and out.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="direction">Which arcs of a directed graph count; with all, the direction is ignored, so that a→b and b→a are one edge.</param>
    /// <returns>A number from 0 to 1; null if n &lt; 3, or n &lt; 2 for in and out.</returns>
    public static double? OfDegree(CsrGraph graph, EdgeDirection direction = EdgeDirection.All)
    {
        ArgumentNullException.ThrowIfNull(graph);
        bool oneWay = graph.IsDirected && direction != EdgeDirection.All;
        CsrGraph simple = oneWay ? graph.Simple(ParallelWeights.None) : graph.SimpleUndirected(ParallelWeights.None);
        double n = graph.VertexCount;
        return Over(Degree.Compute(simple, direction), oneWay ? (n - 1) * (n - 1) : (n - 1) * (n - 2));
    }

    /// <summary>Of closeness without direction: over (n − 1)(n − 2)/(2n − 3), with closeness normalised.</summary>
    /// <param name="graph">A connected graph.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>A number from 0 to 1; null if n &lt; 3.</returns>
    /// <exception cref="KernelException">NOT_DEFINED: the graph is not connected.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfCloseness(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int components = WeakComponents.Compute(graph, context).Count;
        if (components > 1)
        {
            throw KernelException.NotDefined($"The graph has {components} components, expected one: the centralisation of closeness is for connected graphs.");
        }
        double n = graph.VertexCount;
        double[] scores = Closeness.Compute(graph, new ClosenessOptions { Direction = EdgeDirection.All }, context);
        return n < 3 ? null : Over(scores, (n - 1) * (n - 2) / (2 * n - 3));
    }

    /// <summary>Of betweenness: over (n − 1)²(n − 2), half of it on undirected graphs.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>A number from 0 to 1; null if n &lt; 3.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? OfBetweenness(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.VertexCount;
        double[] scores = Betweenness.Compute(graph.Simple(ParallelWeights.None, context), context: context);
        return Over(scores, (n - 1) * (n - 1) * (n - 2) / (graph.IsDirected ? 1 : 2));
    }

    private static double? Over(double[] scores, double most)
    {
        if (scores.Length < 2 || most <= 0)
        {
            return null;
        }
        double largest = Blocks.Max(scores);
        return Blocks.Sum(Array.ConvertAll(scores, score => largest - score)) / most;
    }
}
