using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>The relations of an entity through a field, with their other ends, in pages.</summary>
internal sealed class RelatedConnection(RequestScope scope, EntityNode owner, RelationField through, RelatedSelection? where, IReadOnlyList<EntitySort> order, PageRequest page)
    : Connection<Neighbor>(scope, page)
{
    public GraphView View => owner.View;

    /// <summary>All relations of the list, whatever the page.</summary>
    public IReadOnlyList<Neighbor> All
    {
        get
        {
            var candidates = owner.View.Related(owner.Entity, through).ToList();
            if (where is null) return candidates;
            var accepts = FilterEvaluator.CompileEdge(owner.View, where.Target, where.Edge);
            return [.. candidates.Where(accepts)];
        }
    }

    /// <summary>The connection that a field's arguments ask for.</summary>
    public static RelatedConnection Of(EntityNode owner, RelationField field, IResolveFieldContext context) =>
        new(context.Scope(), owner, field, context.Get<RelatedSelection>("where"), context.List<EntitySort>("order"), context.Page());

    protected override Page<Neighbor> Read(PageRequest page) => RelatedQuery.Run(owner.View, owner.Entity, through, where?.Target, where?.Edge, order, page);

    protected override object Node(Neighbor item) => new EntityNode(owner.View, item.Entity);

    protected override object Edge(Neighbor item, Cursor cursor) => new RelatedEdge(owner.View, item, cursor);
}

/// <summary>A relation, the entity on its other end, and a cursor.</summary>
internal sealed class RelatedEdge(GraphView view, Neighbor neighbor, Cursor cursor)
{
    private RelationNode? _relation;

    public Cursor Cursor => cursor;

    public RelationNode Relation => _relation ??= new RelationNode(view, neighbor.Relation);

    public EntityNode Node => new(view, neighbor.Entity);

    public bool Forward => neighbor.Forward;
}
