namespace EcosystemGraph.Kernels;

/// <summary>
/// The three ways in which a measure reads a graph. Class M: as it is, every parallel edge counts and an undirected loop counts 2.
/// Class S (<see cref="Simple(CsrGraph)"/>): parallels merged, loops dropped. Class U (<see cref="SimpleUndirected(CsrGraph)"/>): S with
/// direction ignored, so that a→b and b→a are one edge. All take O(n + m), in
/// blocks of vertices on the threads of the context; the result is the same at any number of them.
/// </summary>
public static class GraphReading
{
    /// <summary>
    /// The same edges without direction; every parallel stays, and a→b and b→a are two parallel edges. Without edge ids those parallels are
    /// ordered with the arcs of the lesser vertex first.
    /// </summary>
    /// <param name="graph">A graph; an undirected one is returned as it is.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static CsrGraph Undirected(this CsrGraph graph, KernelContext? context = null)
    {
        if (!graph.IsDirected)
        {
            return graph;
        }
        if (2L * graph.ArcCount > CountingSort.MaxArcs)
        {
            throw KernelException.BadArgument($"There are {graph.EdgeCount} edges, expected at most {CountingSort.MaxArcs / 2} to ignore direction.");
        }
        return new CsrGraph(BothWays.Merge(graph.Out, graph.In, context ?? KernelContext.Default), directed: false, graph.EdgeCount, graph.EdgeIdBound);
    }

    /// <summary>Class S: parallels merged, loops dropped. Weights of parallels add; a graph without weights stays without.</summary>
    /// <param name="graph">Any graph.</param>
    public static CsrGraph Simple(this CsrGraph graph) => Simple(graph, graph.HasWeights ? ParallelWeights.Sum : ParallelWeights.None);

    /// <summary>Class S: parallels merged, loops dropped. A merged edge keeps the least edge id.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="weights">What becomes of the weights.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static CsrGraph Simple(this CsrGraph graph, ParallelWeights weights, KernelContext? context = null)
    {
        Adjacency rows = ParallelMerging.Merge(graph.Out, weights, context ?? KernelContext.Default);
        return new CsrGraph(rows, graph.IsDirected, graph.IsDirected ? rows.Neighbors.Length : rows.Neighbors.Length / 2, graph.EdgeIdBound);
    }

    /// <summary>Class U: direction ignored, parallels merged, loops dropped. Weights of parallels add; a graph without weights stays without.</summary>
    /// <param name="graph">Any graph.</param>
    public static CsrGraph SimpleUndirected(this CsrGraph graph) => graph.Undirected().Simple();

    /// <summary>Class U: direction ignored, parallels merged, loops dropped. A merged edge keeps the least edge id.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="weights">What becomes of the weights.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static CsrGraph SimpleUndirected(this CsrGraph graph, ParallelWeights weights, KernelContext? context = null) =>
        graph.Undirected(context).Simple(weights, context);

    /// <summary>The directed graph with every edge turned round; an undirected graph is returned as it is.</summary>
    /// <param name="graph">Any graph.</param>
    public static CsrGraph Reversed(this CsrGraph graph) =>
        graph.IsDirected ? new CsrGraph(graph.In, graph.Out, graph.EdgeCount, graph.EdgeIdBound) : graph;

    /// <summary>The graph whose outgoing arcs are those that a measure follows: as it is, reversed, or without direction.</summary>
    internal static CsrGraph Toward(this CsrGraph graph, EdgeDirection direction, KernelContext? context = null) => direction switch
    {
        EdgeDirection.Out => graph,
        EdgeDirection.In => graph.Reversed(),
        _ => graph.Undirected(context),
    };

    /// <summary>The graph without its arcs of weight 0; as it is if it has none.</summary>
    internal static CsrGraph WithoutZeros(this CsrGraph graph)
    {
        if (graph.Out.Weights is not double[] weights || Array.IndexOf(weights, 0.0) < 0)
        {
            return graph;
        }
        int[] offsets = new int[graph.VertexCount + 1];
        var kept = new List<int>();
        for (int v = 0; v < graph.VertexCount; v++)
        {
            for (int arc = graph.Out.Offsets[v]; arc < graph.Out.Offsets[v + 1]; arc++)
            {
                if (weights[arc] > 0)
                {
                    kept.Add(arc);
                }
            }
            offsets[v + 1] = kept.Count;
        }
        Adjacency rows = new(
            offsets,
            [.. kept.Select(arc => graph.Out.Neighbors[arc])],
            [.. kept.Select(arc => weights[arc])],
            graph.Out.EdgeIds is int[] ids ? [.. kept.Select(arc => ids[arc])] : null);
        return new CsrGraph(rows, graph.IsDirected, graph.IsDirected ? kept.Count : kept.Count / 2, graph.EdgeIdBound);
    }
}
