namespace EcosystemGraph.Kernels;

/// <summary>
/// Fagiolo's clustering of directed graphs: the directed triangles at a vertex over those there could be, d(d − 1) − 2b for d arcs in and out of which b
/// pairs answer each other. Class S: parallels merged, loops dropped. With weights a triangle counts the cube root of the product of its weights, each over
/// the largest of the graph. On undirected graphs it is <see cref="Clustering"/>, with weights Onnela's.
/// </summary>
/// <remarks>
/// Time O(m^1.5), space O(n + m) and 16 doubles a vertex; the same bytes at any number of threads. Cube roots may differ in the last bit between operating
/// systems. Fagiolo, G. (2007). Clustering in complex directed networks. Physical Review E 76, 026107.
/// </remarks>
public static class DirectedClustering
{
    /// <summary>Computes clustering.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="weighted">Whether weights are read, those of parallels added; an edge without a weight counts 1.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static LocalClusteringResult Compute(CsrGraph graph, bool weighted = false, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        CsrGraph simple = graph.Simple(weighted ? ParallelWeights.Sum : ParallelWeights.None, context);
        CsrGraph valued = weighted ? WeightedClustering.WithRoots(simple) : simple;

        // The value of a pair is the sum of its arcs': the product of three such sums is that over all directed triangles on three vertices.
        CsrGraph pairs = valued.SimpleUndirected(ParallelWeights.Sum, context);
        double[] sums = TriangleSums.Of(pairs, CornerTerm.Product, context);
        for (int v = 0; v < sums.Length; v++)
        {
            double neighbors = pairs.OutDegree(v);
            double arcs = graph.IsDirected ? simple.OutDegree(v) + simple.InDegree(v) : 2 * neighbors;
            double possible = arcs * (arcs - 1) - 2 * (arcs - neighbors);
            sums[v] = neighbors < 2 ? 0 : (graph.IsDirected ? 1 : 8) * sums[v] / possible;
        }
        return LocalClusteringResult.Of(sums);
    }
}
