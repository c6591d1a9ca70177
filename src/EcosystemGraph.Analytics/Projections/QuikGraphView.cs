using EcosystemGraph.Kernels;
using QuikGraph;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>An edge as QuikGraph sees it; an undirected edge is seen once from either end, with one id.</summary>
/// <param name="Source">The vertex that it starts from.</param>
/// <param name="Target">The vertex that it leads to.</param>
/// <param name="Id">The edge's id, by which <see cref="Projection.RelationOf"/> knows its relation; -1 in a graph without edge ids.</param>
/// <param name="Weight">The weight; 1 in a graph without weights.</param>
public readonly record struct ProjectionEdge(int Source, int Target, int Id, double Weight) : IEdge<int>;

/// <summary>
/// A graph for QuikGraph's algorithms: a view that reads the rows where they are and copies nothing. Vertices are 0 … n − 1. An undirected graph is shown as
/// the directed one that has each edge both ways, so <see cref="EdgeCount"/> is the number of arcs.
/// </summary>
/// <remarks>Safe to read from any number of threads. Edges are made as they are walked over; look-ups by a pair of vertices take O(log degree).</remarks>
/// <param name="graph">The graph.</param>
public sealed class QuikGraphView(CsrGraph graph) : IBidirectionalGraph<int, ProjectionEdge>
{
    /// <summary>The graph that is viewed.</summary>
    public CsrGraph Graph { get; } = graph ?? throw new ArgumentNullException(nameof(graph));

    /// <inheritdoc/>
    public bool IsDirected => true;

    /// <inheritdoc/>
    public bool AllowParallelEdges => true;

    /// <inheritdoc/>
    public bool IsVerticesEmpty => Graph.VertexCount == 0;

    /// <inheritdoc/>
    public int VertexCount => Graph.VertexCount;

    /// <inheritdoc/>
    public IEnumerable<int> Vertices => Enumerable.Range(0, Graph.VertexCount);

    /// <inheritdoc/>
    public bool IsEdgesEmpty => Graph.ArcCount == 0;

    /// <inheritdoc/>
    public int EdgeCount => Graph.ArcCount;

    /// <inheritdoc/>
    public IEnumerable<ProjectionEdge> Edges => Vertices.SelectMany(OutEdges);

    /// <inheritdoc/>
    public bool ContainsVertex(int vertex) => vertex >= 0 && vertex < Graph.VertexCount;

    /// <inheritdoc/>
    public bool ContainsEdge(ProjectionEdge edge)
    {
        var (first, last) = Range(edge.Source, edge.Target);
        for (var i = first; i < last; i++)
        {
            if (Out(edge.Source, i) == edge) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool ContainsEdge(int source, int target)
    {
        var (first, last) = Range(source, target);
        return first < last;
    }

    /// <inheritdoc/>
    public bool TryGetEdge(int source, int target, out ProjectionEdge edge)
    {
        var (first, last) = Range(source, target);
        edge = first < last ? Out(source, first) : default;
        return first < last;
    }

    /// <inheritdoc/>
    public bool TryGetEdges(int source, int target, out IEnumerable<ProjectionEdge> edges)
    {
        var (first, last) = Range(source, target);
        edges = Enumerable.Range(first, last - first).Select(i => Out(source, i));
        return ContainsVertex(source);
    }

    /// <inheritdoc/>
    public bool IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    /// <inheritdoc/>
    public int OutDegree(int vertex) => Graph.OutDegree(Known(vertex));

    /// <inheritdoc/>
    public IEnumerable<ProjectionEdge> OutEdges(int vertex)
    {
        var degree = OutDegree(vertex);
        return Walk();

        IEnumerable<ProjectionEdge> Walk()
        {
            for (var i = 0; i < degree; i++) yield return Out(vertex, i);
        }
    }

    /// <inheritdoc/>
    public bool TryGetOutEdges(int vertex, out IEnumerable<ProjectionEdge> edges)
    {
        edges = ContainsVertex(vertex) ? OutEdges(vertex) : [];
        return ContainsVertex(vertex);
    }

    /// <inheritdoc/>
    public ProjectionEdge OutEdge(int vertex, int index) => Out(Known(vertex), index);

    /// <inheritdoc/>
    public bool IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    /// <inheritdoc/>
    public int InDegree(int vertex) => Graph.InDegree(Known(vertex));

    /// <inheritdoc/>
    public IEnumerable<ProjectionEdge> InEdges(int vertex)
    {
        var degree = InDegree(vertex);
        return Walk();

        IEnumerable<ProjectionEdge> Walk()
        {
            for (var i = 0; i < degree; i++) yield return In(vertex, i);
        }
    }

    /// <inheritdoc/>
    public bool TryGetInEdges(int vertex, out IEnumerable<ProjectionEdge> edges)
    {
        edges = ContainsVertex(vertex) ? InEdges(vertex) : [];
        return ContainsVertex(vertex);
    }

    /// <inheritdoc/>
    public ProjectionEdge InEdge(int vertex, int index) => In(Known(vertex), index);

    /// <inheritdoc/>
    public int Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    private ProjectionEdge Out(int source, int index) => new(
        source,
        Graph.OutNeighbors(source)[index],
        Graph.HasEdgeIds ? Graph.OutEdgeIds(source)[index] : -1,
        Graph.HasWeights ? Graph.OutWeights(source)[index] : 1);

    private ProjectionEdge In(int target, int index) => new(
        Graph.InNeighbors(target)[index],
        target,
        Graph.HasEdgeIds ? Graph.InEdgeIds(target)[index] : -1,
        Graph.HasWeights ? Graph.InWeights(target)[index] : 1);

    /// <summary>The arcs from one vertex to another: rows are ordered by neighbour, so they stand together.</summary>
    private (int First, int Last) Range(int source, int target)
    {
        if (!ContainsVertex(source)) return (0, 0);
        var neighbors = Graph.OutNeighbors(source);
        return (Bound(neighbors, target), Bound(neighbors, target + 1L));
    }

    private static int Bound(ReadOnlySpan<int> neighbors, long target)
    {
        var (low, high) = (0, neighbors.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (neighbors[middle] < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int Known(int vertex) => ContainsVertex(vertex) ? vertex : throw new VertexNotFoundException();
}
