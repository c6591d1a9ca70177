namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies without lengths: from eight sources at once where they meet most vertices at the same levels, as on graphs of few levels, and else
/// from one after the other. Which it is hangs on the graph and the sources alone.
/// </summary>
internal sealed class UnweightedBrandes(CsrGraph graph, bool[]? isTarget, CancellationToken cancellation)
{
    public const int Sources = EightLanes.Count;

    private readonly EightSourceBrandes together = new(graph.Out, graph.In, isTarget, cancellation);
    private OneSourceBrandes? single;

    /// <summary>Adds the dependencies of at most eight distinct sources to the vertices' sums, or to the arcs' sums if they are asked for.</summary>
    public void Run(ReadOnlySpan<int> sources, double[]? vertexSums, double[]? arcSums)
    {
        if (together.TryRun(sources, vertexSums, arcSums))
        {
            return;
        }
        single ??= new OneSourceBrandes(graph, isTarget, cancellation);
        foreach (int source in sources)
        {
            single.Run(source, vertexSums, arcSums);
        }
    }
}
