using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Ontologies;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the output types of relation kinds: the relation itself, and the connection and edge of the fields that follow it.</summary>
internal sealed class RelationTypes(TypeCatalog types, ResolverTable resolvers, Ontology ontology, EntityTypes entities)
{
    private readonly ObjectGraphType[] _byKind = new ObjectGraphType[ontology.Relations.Count];

    /// <summary>The relation itself.</summary>
    public void Declare(RelationKind relation)
    {
        var graphType = types.Declare(new ObjectGraphType { Name = relation.TypeName, Description = relation.Description });
        _byKind[relation.Index] = graphType;
        types.Later(() =>
        {
            foreach (var field in types.Named<InterfaceGraphType>("Relation").Fields)
                Add(graphType, field.Name, field.ResolvedType!, field.Description, field.Arguments, resolvers.Take("Relation", field.Name));
            foreach (var property in relation.Properties)
            {
                var name = property.Name;
                Add(graphType, name, entities.PropertyType(property), property.Description, null,
                    new FieldResolver<RelationNode>((node, _) => node.View.Snapshot.Relations.Property(node.Relation, name)));
            }
        });
    }

    /// <summary>The connection and the edge towards a type of entity.</summary>
    public void Declare(RelationKind relation, EntityType target)
    {
        var name = TypeNames.Of(relation, target);
        var edge = types.Declare(new ObjectGraphType { Name = name + "Edge", Description = $"A {relation.Name} relation with the {target.Name} on its other end." });
        var connection = types.Declare(new ObjectGraphType { Name = name + "Connection", Description = $"{target.Name} entities related by {relation.Name}." });
        types.Later(() =>
        {
            FillEdge(edge, relation, target);
            ConnectionTypes.Fill(types, connection, target.Name, edge.Name);
        });
    }

    /// <summary>Joins the relations to their interface, when all types are filled.</summary>
    public void Implement()
    {
        var shared = types.Named<InterfaceGraphType>("Relation");
        shared.ResolveType = source => _byKind[((RelationNode)source).View.Snapshot.Relations.KindIndex(((RelationNode)source).Relation)];
        foreach (var type in _byKind) type.AddResolvedInterface(shared);
    }

    private void FillEdge(ObjectGraphType edge, RelationKind relation, EntityType target)
    {
        Add(edge, "cursor", types.Of("String!"), null, null, new FieldResolver<RelatedEdge>((e, _) => e.Cursor.ToString()));
        Add(edge, "node", types.Of(target.Name + "!"), "The entity on the other end.", null, new FieldResolver<RelatedEdge>((e, _) => e.Node));
        Add(edge, "relation", types.Of(relation.TypeName + "!"), "The relation.", null, new FieldResolver<RelatedEdge>((e, _) => e.Relation));
        foreach (var field in types.Named<InterfaceGraphType>("Relation").Fields.Where(f => f.Name is not ("from" or "to" or "kind")))
            Add(edge, field.Name, field.ResolvedType!, field.Description, field.Arguments, ((FieldResolver<RelationNode>)resolvers.Take("Relation", field.Name)).After<RelatedEdge>(e => e.Relation));
        foreach (var property in relation.Properties)
        {
            var name = property.Name;
            Add(edge, name, entities.PropertyType(property), property.Description, null,
                new FieldResolver<RelatedEdge>((e, _) => e.Relation.View.Snapshot.Relations.Property(e.Relation.Relation, name)));
        }
    }

    private static void Add(ObjectGraphType type, string name, IGraphType fieldType, string? description, QueryArguments? arguments, IFieldResolver resolver) =>
        type.AddField(new FieldType { Name = name, ResolvedType = fieldType, Description = description, Arguments = arguments, Resolver = resolver });
}
