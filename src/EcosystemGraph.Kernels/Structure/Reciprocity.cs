namespace EcosystemGraph.Kernels;

/// <summary>
/// Reciprocity: the share of arcs that are answered by an arc the other way. Parallels count, each answered by a parallel of its own; loops do not count.
/// </summary>
/// <remarks>Time O(n + m), space the incoming rows; one thread. Newman, M. E. J. (2010). Networks: An Introduction, 7.10.</remarks>
public static class Reciprocity
{
    /// <summary>Computes reciprocity.</summary>
    /// <param name="graph">Any graph; an undirected edge answers itself.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>A number from 0 to 1; null without edges other than loops.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long arcs = 0, answered = 0;
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        for (int v = 0; v < graph.VertexCount; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            ReadOnlySpan<int> leaving = graph.OutNeighbors(v), entering = graph.InNeighbors(v);
            for (int i = 0, j = 0; i < leaving.Length; i++)
            {
                if (leaving[i] == v)
                {
                    continue;
                }
                arcs++;
                while (j < entering.Length && entering[j] < leaving[i])
                {
                    j++;
                }
                if (j < entering.Length && entering[j] == leaving[i])
                {
                    answered++;
                    j++;
                }
            }
        }
        return arcs == 0 ? null : (double)answered / arcs;
    }
}
