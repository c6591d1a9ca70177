using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>The size of a graph and of the machine, by which a run is estimated.</summary>
/// <param name="Vertices">The number of vertices.</param>
/// <param name="Arcs">The number of arcs: the edges, twice the edges if undirected.</param>
/// <param name="Directed">Whether edges have a direction.</param>
/// <param name="Weighted">Whether edges have weights.</param>
/// <param name="EdgeIds">Whether edges have ids.</param>
/// <param name="Threads">The threads of a run.</param>
public sealed record GraphSize(long Vertices, long Arcs, bool Directed, bool Weighted, bool EdgeIds, int Threads)
{
    /// <summary>The size of a graph.</summary>
    public static GraphSize Of(CsrGraph graph, int threads)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphSize(graph.VertexCount, graph.ArcCount, graph.IsDirected, graph.HasWeights, graph.HasEdgeIds, threads);
    }

    /// <summary>The bytes of one direction of the graph.</summary>
    public long AdjacencyBytes => (4 * (Vertices + 1)) + (Arcs * (4 + (Weighted ? 8 : 0) + (EdgeIds ? 4 : 0)));
}
