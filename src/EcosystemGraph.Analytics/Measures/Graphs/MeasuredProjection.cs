using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>A projection with the ids of its entities and relations.</summary>
public sealed class MeasuredProjection : IMeasuredGraph
{
    /// <summary>The attribute by which entities are grouped by their kind.</summary>
    public const string KindAttribute = "kind";

    private readonly GraphView _view;
    private readonly Lazy<EdgeEnds> _ends;
    private readonly Lazy<ProjectionAttributes> _attributes;

    internal MeasuredProjection(GraphView view, Projection projection)
    {
        _view = view;
        Projection = projection;
        _ends = new Lazy<EdgeEnds>(() => EdgeEnds.Of(projection.Graph));
        _attributes = new Lazy<ProjectionAttributes>(() => new ProjectionAttributes(view, projection));
    }

    /// <summary>The projection.</summary>
    public Projection Projection { get; }

    /// <inheritdoc/>
    public CsrGraph Graph => Projection.Graph;

    /// <inheritdoc/>
    public string Name => $"projection '{Projection.Spec.Id}'";

    /// <inheritdoc/>
    public IReadOnlyList<string> Attributes => _attributes.Value.Names;

    /// <inheritdoc/>
    public string VertexId(int vertex) => _view.Snapshot.Entities.Id(Projection.Entities[vertex]);

    /// <inheritdoc/>
    public int VertexOf(string id) => _view.Snapshot.Entities.TryFind(id, out var entity) ? Projection.VertexOf(entity) : -1;

    /// <summary>The id of its relation, with <c>~</c> behind it where a symmetric relation leads back; <c>a--b</c> for a collapsed path, <c>a-->b</c> if directed.</summary>
    /// <param name="edge">An edge id of the projection.</param>
    public string EdgeId(int edge)
    {
        var relations = _view.Snapshot.Relations;
        var (source, target) = _ends.Value[edge];
        if (Projection.RelationOf[edge] is var relation and >= 0)
            return Graph.IsDirected && Projection.Entities[source] != relations.From(relation) ? $"{relations.Id(relation)}~" : relations.Id(relation);
        return $"{VertexId(source)}{(Graph.IsDirected ? "-->" : "--")}{VertexId(target)}";
    }

    /// <summary>An edge's score with its entities; those of a relation in its direction.</summary>
    /// <param name="edge">An edge id of the projection.</param>
    /// <param name="score">Its score.</param>
    /// <param name="rank">Its rank.</param>
    public EdgeScore Score(int edge, double score, int rank)
    {
        var (source, target) = (Projection.Entities[_ends.Value[edge].Source], Projection.Entities[_ends.Value[edge].Target]);
        int? relation = Projection.RelationOf[edge] is >= 0 and var known ? known : null;
        if (!Graph.IsDirected && relation is { } one && _view.Snapshot.Relations.From(one) != source) (source, target) = (target, source);
        return new EdgeScore(source, target, relation, score, rank);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string?>? GroupOf(string attribute) => _attributes.Value.GroupOf(attribute);

    /// <inheritdoc/>
    public IReadOnlyList<string?> ContainerOf(IReadOnlyList<string> containers) => _attributes.Value.ContainerOf(containers);
}
