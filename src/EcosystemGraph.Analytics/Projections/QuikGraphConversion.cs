using EcosystemGraph.Kernels;
using QuikGraph;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>A QuikGraph graph as a graph for kernels.</summary>
/// <typeparam name="TVertex">The vertices' type.</typeparam>
/// <typeparam name="TEdge">The edges' type.</typeparam>
/// <param name="Graph">The graph, with edge ids.</param>
/// <param name="Vertices">The vertex behind each index.</param>
/// <param name="Edges">The edge behind each edge id.</param>
public sealed record ConvertedGraph<TVertex, TEdge>(CsrGraph Graph, IReadOnlyList<TVertex> Vertices, IReadOnlyList<TEdge> Edges)
    where TVertex : notnull
    where TEdge : IEdge<TVertex>;

/// <summary>Gives QuikGraph graphs to kernels.</summary>
public static class QuikGraphConversion
{
    /// <summary>
    /// Any QuikGraph graph, directed or not, as a graph for kernels, with its vertices and edges in the order in which it gives them. O(n + m), a copy of the
    /// ends and weights; a <see cref="QuikGraphView"/> has its graph already.
    /// </summary>
    /// <param name="graph">The graph; its vertices must be distinct by <see cref="EqualityComparer{T}.Default"/>.</param>
    /// <param name="weight">The weight of an edge; null for no weights.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a weight is negative or out of range.</exception>
    public static ConvertedGraph<TVertex, TEdge> ToCsr<TVertex, TEdge>(this IEdgeListGraph<TVertex, TEdge> graph, Func<TEdge, double>? weight = null)
        where TVertex : notnull
        where TEdge : IEdge<TVertex>
    {
        ArgumentNullException.ThrowIfNull(graph);
        var vertices = graph.Vertices.ToArray();
        var indices = new Dictionary<TVertex, int>(vertices.Length);
        foreach (var vertex in vertices) indices.Add(vertex, indices.Count);
        var edges = graph.Edges.ToArray();
        var sources = Array.ConvertAll(edges, e => indices[e.Source]);
        var targets = Array.ConvertAll(edges, e => indices[e.Target]);
        double[]? weights = weight is null ? null : Array.ConvertAll(edges, e => weight(e));
        return new ConvertedGraph<TVertex, TEdge>(CsrGraph.FromEdges(vertices.Length, sources, targets, graph.IsDirected, weights, keepEdgeIds: true), vertices, edges);
    }
}
