namespace EcosystemGraph.Kernels.Tests;

/// <summary>Graphs of several blocks, for what small ones cannot show: threads and cancellation.</summary>
internal static class BigGraphs
{
    /// <summary>R-MAT with the weights of Graph500, so a few vertices have most of the edges.</summary>
    public static CsrGraph RMat(int scale, int edges, bool directed, bool weighted = false, int seed = 1, bool keepEdgeIds = false)
    {
        var random = new Random(seed);
        int[] sources = new int[edges], targets = new int[edges];
        double[] weights = new double[weighted ? edges : 0];
        for (int e = 0; e < edges; e++)
        {
            for (int bit = 0; bit < scale; bit++)
            {
                double r = random.NextDouble();
                sources[e] = (sources[e] << 1) | (r >= 0.76 ? 1 : 0);
                targets[e] = (targets[e] << 1) | (r is >= 0.57 and < 0.76 or >= 0.95 ? 1 : 0);
            }
            if (weighted)
            {
                weights[e] = 0.1 + random.NextDouble();
            }
        }
        return CsrGraph.FromEdges(1 << scale, sources, targets, directed, weights, keepEdgeIds);
    }

    public static KernelContext Threads(int threads) => new() { Threads = threads };
}
