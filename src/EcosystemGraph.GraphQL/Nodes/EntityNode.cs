using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>An entity as a view shows it: what every entity type of the schema is made from. Fields below it inherit the view.</summary>
internal sealed record EntityNode(GraphView View, int Entity)
{
    public string Id => View.Snapshot.Entities.Id(Entity);

    public EntityKind Kind => View.Snapshot.Entities.Kind(Entity);

    /// <summary>The entity with an index, or null for the index that stands for none.</summary>
    public static EntityNode? Of(GraphView view, int? entity) => entity is { } e and >= 0 ? new EntityNode(view, e) : null;

    /// <summary>Several entities of a view.</summary>
    public static EntityNode[] Of(GraphView view, IReadOnlyList<int> entities)
    {
        var nodes = new EntityNode[entities.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = new EntityNode(view, entities[i]);
        return nodes;
    }

    /// <summary>The same entity in another view; null if that view does not have it.</summary>
    public EntityNode? In(GraphView view)
    {
        if (ReferenceEquals(view, View)) return this;
        if (ReferenceEquals(view.Snapshot, View.Snapshot)) return new EntityNode(view, Entity);
        return view.Snapshot.Entities.TryFind(Id, out var entity) ? new EntityNode(view, entity) : null;
    }
}

/// <summary>A relation as a view shows it.</summary>
internal sealed record RelationNode(GraphView View, int Relation)
{
    public RelationKind Kind => View.Snapshot.Relations.Kind(Relation);

    public static RelationNode[] Of(GraphView view, IReadOnlyList<int> relations)
    {
        var nodes = new RelationNode[relations.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = new RelationNode(view, relations[i]);
        return nodes;
    }
}
