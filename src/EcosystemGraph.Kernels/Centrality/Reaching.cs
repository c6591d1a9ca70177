namespace EcosystemGraph.Kernels;

/// <summary>
/// Reaching centrality. Local: on a directed graph the share of the other vertices that a vertex reaches; on an undirected one the sum of the inverses of
/// its distances to them, divided by n − 1. Global: the mean, over n − 1, of how far each falls short of the largest. Weights are not read.
/// </summary>
/// <remarks>
/// Cost and determinism of <see cref="Closeness"/>. Mones, E., Vicsek, L., Vicsek, T. (2012). Hierarchy measure for complex networks. PLoS ONE 7, e33799.
/// </remarks>
public static class Reaching
{
    /// <summary>Computes local reaching centrality.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex; 0 if n &lt; 2.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Local(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int n = graph.VertexCount;
        double[] sums = DistanceSums.Of(graph.Reversed(), PathLength.Unweighted, d => 1 / d, "reaching", context ?? KernelContext.Default);
        double[] scores = new double[n];
        for (int v = 0; v < n; v++)
        {
            scores[v] = n < 2 ? 0 : sums[graph.IsDirected ? n + v : v] / (n - 1);
        }
        return scores;
    }

    /// <summary>Computes global reaching centrality.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>A number from 0, where all reach alike, to 1 on an outward star; null if n &lt; 2.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? Global(CsrGraph graph, KernelContext? context = null)
    {
        double[] local = Local(graph, context);
        if (local.Length < 2)
        {
            return null;
        }
        double most = Blocks.Max(local);
        return Blocks.Sum(Array.ConvertAll(local, score => most - score)) / (local.Length - 1);
    }
}
