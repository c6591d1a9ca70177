namespace EcosystemGraph.Kernels;

/// <summary>
/// Core numbers: the largest k for which a vertex is in the k-core, the largest part of the graph in which every vertex has at least k neighbours.
/// Class S: parallels merged, loops dropped. On a directed graph neighbours are counted by arcs in, out or both ways, where a→b and b→a count 2.
/// </summary>
/// <remarks>
/// Vertices are taken away in the order of what is left of their degree, kept sorted in buckets. Time O(n + m), space O(n + m) for the simple graph;
/// one thread. Batagelj, V., Zaveršnik, M. (2003). An O(m) algorithm for cores decomposition of networks. arXiv:cs/0310049.
/// </remarks>
public static class CoreNumbers
{
    /// <summary>Computes core numbers.</summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="direction">Which arcs of a directed graph count.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>The core number of each vertex; isolated vertices have 0.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static int[] Compute(CsrGraph graph, EdgeDirection direction = EdgeDirection.All, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        CsrGraph simple = graph.Simple(ParallelWeights.None, context);
        int n = simple.VertexCount;
        bool countsOut = !graph.IsDirected || direction != EdgeDirection.In;
        bool countsIn = graph.IsDirected && direction != EdgeDirection.Out;

        // Who loses a neighbour when v goes: those that counted their arc from or to it.
        Adjacency? losingOut = countsIn ? simple.Out : null, losingIn = countsOut ? simple.In : null;
        int[] left = new int[n];
        for (int v = 0; v < n; v++)
        {
            left[v] = (countsOut ? simple.Out.Degree(v) : 0) + (countsIn ? simple.In.Degree(v) : 0);
        }
        var buckets = new DegreeBuckets(left);
        for (int i = 0; i < n; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int v = buckets.At(i);
            if (losingOut is not null)
            {
                buckets.Lower(losingOut.NeighborsOf(v), left[v]);
            }
            if (losingIn is not null)
            {
                buckets.Lower(losingIn.NeighborsOf(v), left[v]);
            }
        }
        return left;
    }
}
