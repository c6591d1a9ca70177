namespace EcosystemGraph.Kernels;

/// <summary>How weights enter clustering.</summary>
public enum WeightedClusteringMethod
{
    /// <summary>
    /// Onnela: Σ over triangles of the cube root of the product of their weights, each over the largest of the graph, over the pairs of neighbours.
    /// </summary>
    Onnela,

    /// <summary>
    /// Barrat: the share of the pairs of neighbours that are joined, each pair counted by the mean weight of its two edges to the vertex.
    /// </summary>
    Barrat,
}

/// <summary>A clustering coefficient of each vertex.</summary>
/// <param name="Local">One for each vertex; 0 with fewer than two neighbours.</param>
/// <param name="Average">Their mean over all vertices; null on the empty graph.</param>
public sealed record LocalClusteringResult(double[] Local, double? Average)
{
    internal static LocalClusteringResult Of(double[] local) => new(local, local.Length == 0 ? null : Blocks.Sum(local) / local.Length);
}

/// <summary>
/// Clustering with weights as strengths. Class U: direction ignored, loops dropped, weights of parallels added; an edge without a weight counts 1. A vertex
/// whose edges all weigh 0 has 0. Where all weights are the same, both methods give <see cref="Clustering"/>.
/// </summary>
/// <remarks>
/// Time O(m^1.5), space O(n + m) and 16 doubles a vertex; the same bytes at any number of threads. Cube roots may differ in the last bit between operating
/// systems. Onnela, J.-P. et al. (2005). Intensity and coherence of motifs in weighted complex networks. Physical Review E 71, 065103; Barrat, A. et al.
/// (2004). The architecture of complex weighted networks. PNAS 101, 3747–3752.
/// </remarks>
public static class WeightedClustering
{
    /// <summary>Computes clustering.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="method">How weights enter.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static LocalClusteringResult Compute(CsrGraph graph, WeightedClusteringMethod method, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        CsrGraph simple = graph.SimpleUndirected(ParallelWeights.Sum, context);
        double[] local = method == WeightedClusteringMethod.Onnela ? Onnela(simple, context) : Barrat(simple, context);
        return LocalClusteringResult.Of(local);
    }

    internal static double[] Onnela(CsrGraph simple, KernelContext context)
    {
        double[] sums = TriangleSums.Of(WithRoots(simple), CornerTerm.Product, context);
        for (int v = 0; v < sums.Length; v++)
        {
            double degree = simple.OutDegree(v);
            sums[v] = degree < 2 ? 0 : 2 * sums[v] / (degree * (degree - 1));
        }
        return sums;
    }

    /// <summary>The same graph with the cube root of each weight over the largest; all 0 if that is.</summary>
    internal static CsrGraph WithRoots(CsrGraph simple)
    {
        Adjacency rows = simple.Out;
        double most = Blocks.Max(rows.Weights);
        double[] roots = Array.ConvertAll(rows.Weights!, weight => most == 0 ? 0 : Math.Cbrt(weight / most));
        return new CsrGraph(new Adjacency(rows.Offsets, rows.Neighbors, roots, null), simple.IsDirected, simple.EdgeCount, 0);
    }

    private static double[] Barrat(CsrGraph simple, KernelContext context)
    {
        double[] sums = TriangleSums.Of(simple, CornerTerm.MeanOfSides, context);
        for (int v = 0; v < sums.Length; v++)
        {
            // Over ordered pairs of neighbours, of which a triangle has two.
            double pairs = Lanes.Sum(simple.OutWeights(v)) * (simple.OutDegree(v) - 1);
            sums[v] = pairs > 0 ? 2 * sums[v] / pairs : 0;
        }
        return sums;
    }
}
