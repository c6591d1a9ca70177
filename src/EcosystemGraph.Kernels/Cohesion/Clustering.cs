namespace EcosystemGraph.Kernels;

/// <summary>The clustering of a graph.</summary>
/// <param name="Local">For each vertex the share of the pairs of its neighbours that are joined; 0 with fewer than two neighbours.</param>
/// <param name="Average">The mean of the local values over all vertices; null on the empty graph.</param>
/// <param name="Global">Transitivity: three times the triangles over the paths of two edges; null without such a path.</param>
public sealed record ClusteringResult(double[] Local, double? Average, double? Global);

/// <summary>
/// Local, average and global clustering coefficients. Class U: direction ignored, parallels merged, loops dropped; weights are not read.
/// </summary>
/// <remarks>
/// Cost and determinism of <see cref="Triangles"/>. Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of small-world networks.
/// Nature 393, 440–442; for the global one Newman, M. E. J., Strogatz, S. H., Watts, D. J. (2001). Physical Review E 64, 026118.
/// </remarks>
public static class Clustering
{
    /// <summary>Computes clustering.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static ClusteringResult Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        CsrGraph simple = graph.SimpleUndirected(ParallelWeights.None, context);
        TriangleCounts triangles = Triangles.OfSimple(simple, context ?? KernelContext.Default);
        double[] local = new double[simple.VertexCount];
        Int128 pairs = 0;
        for (int v = 0; v < local.Length; v++)
        {
            long degree = simple.OutDegree(v), around = degree * (degree - 1) / 2;
            pairs += around;
            local[v] = around == 0 ? 0 : (double)triangles.PerVertex[v] / around;
        }
        return new ClusteringResult(
            local,
            local.Length == 0 ? null : Blocks.Sum(local) / local.Length,
            pairs == 0 ? null : 3.0 * triangles.Total / (double)pairs);
    }
}
