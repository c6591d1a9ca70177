namespace EcosystemGraph.Kernels;

/// <summary>Every arc of a graph, in the order of the vertices and their rows; an undirected edge from both ends. O(n + m); one thread.</summary>
internal static class ArcWalk
{
    /// <summary>Shows each arc with its weight, 1 if weights are not asked for or the graph has none. Cancellation is polled every 4,096 vertices.</summary>
    public static void Over(CsrGraph graph, bool weighted, KernelContext? context, Action<int, int, double> visit)
    {
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        double[]? weights = weighted ? graph.Out.Weights : null;
        int[] offsets = graph.Out.Offsets, neighbors = graph.Out.Neighbors;
        cancellation.ThrowIfCancellationRequested();
        for (int v = 0; v < graph.VertexCount; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            for (int arc = offsets[v]; arc < offsets[v + 1]; arc++)
            {
                visit(v, neighbors[arc], weights is null ? 1 : weights[arc]);
            }
        }
    }
}
