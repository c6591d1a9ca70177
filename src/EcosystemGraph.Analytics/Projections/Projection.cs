using EcosystemGraph.Kernels;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Projections;

/// <summary>
/// A part of a view as a graph of dense vertices, on which kernels run. Vertices are in the ordinal order of their ids and edges in the order of their
/// first ends, so a projection of the same facts is the same whatever history its snapshot has.
/// </summary>
/// <remarks>Immutable; safe to share. Memory: the graph's, and 4 bytes for each vertex, each edge and each entity of the snapshot.</remarks>
public sealed class Projection
{
    private readonly int[] _vertices;
    private readonly int[] _entities;
    private readonly int[] _relations;

    internal Projection(ProjectionSpec spec, CsrGraph graph, int[] entities, int[] vertices, int[] relations)
    {
        Spec = spec;
        Graph = graph;
        _entities = entities;
        _vertices = vertices;
        _relations = relations;
    }

    /// <summary>The specification.</summary>
    public ProjectionSpec Spec { get; }

    /// <summary>The graph, with edge ids.</summary>
    public CsrGraph Graph { get; }

    /// <summary>The entity of each vertex, in the ordinal order of the entities' ids.</summary>
    public IReadOnlyList<int> Entities => _entities;

    /// <summary>The relation of each edge id; -1 where the edge is a collapsed path.</summary>
    public IReadOnlyList<int> RelationOf => _relations;

    internal ReadOnlySpan<int> EntitySpan => _entities;

    /// <summary>About how many bytes it holds.</summary>
    internal long Bytes => 4L * (_vertices.Length + _entities.Length + _relations.Length + Graph.VertexCount)
        + (Graph.HasWeights ? 16L : 8L) * Graph.ArcCount * (Graph.IsDirected ? 2 : 1);

    /// <summary>The vertex of an entity; -1 if the projection leaves it out. O(1).</summary>
    public int VertexOf(int entity) => entity < _vertices.Length ? _vertices[entity] : -1;

    /// <summary>The projection for QuikGraph's algorithms; nothing is copied.</summary>
    public QuikGraphView AsQuikGraph() => new(Graph);

    /// <summary>
    /// The projection of a view: made at the first call and kept with the snapshot, the last few of them. O(entities + relations); a path costs the products of
    /// its steps, not the number of walks.
    /// </summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: the specification does not fit the ontology, or a weight is out of range;
    /// <see cref="QueryErrorCode.LimitExceeded"/>: a path joins too many pairs.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Projection Build(GraphView view, ProjectionSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(spec);
        return ProjectionCache.Of(view.Snapshot).Get($"{view.AsOf?.Text}\u001f{spec.Key}", () => ProjectionBuilder.Build(view, spec, Math.Min(Environment.ProcessorCount, KernelContext.MaxThreads), cancellationToken));
    }
}
