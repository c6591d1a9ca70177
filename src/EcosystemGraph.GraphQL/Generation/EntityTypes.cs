using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Ontologies;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the output types of kinds and interfaces: the fields of every entity, their properties, and a connection for each relation.</summary>
internal sealed class EntityTypes(TypeCatalog types, ResolverTable resolvers, Ontology ontology)
{
    private readonly ObjectGraphType[] _byKind = new ObjectGraphType[ontology.Kinds.Count];

    public void Declare(EntityInterface type)
    {
        var graphType = types.Declare(new InterfaceGraphType { Name = type.Name, Description = type.Description, ResolveType = TypeOf });
        types.Later(() => Fill(graphType, type, false));
    }

    public void Declare(EntityKind kind)
    {
        var graphType = types.Declare(new ObjectGraphType { Name = kind.Name, Description = kind.Description });
        _byKind[kind.Index] = graphType;
        types.Later(() => Fill(graphType, kind, true));
    }

    /// <summary>Joins implementers to their interfaces, when all types are filled.</summary>
    public void Implement()
    {
        var entity = types.Named<InterfaceGraphType>("Entity");
        entity.ResolveType = TypeOf;
        foreach (var type in ontology.Interfaces)
        {
            var graphType = types.Named<InterfaceGraphType>(type.Name);
            graphType.AddResolvedInterface(entity);
            foreach (var parent in ontology.Interfaces.Where(i => i != type && IsParent(i, type))) graphType.AddResolvedInterface(types.Named<InterfaceGraphType>(parent.Name));
        }

        foreach (var kind in ontology.Kinds)
        {
            _byKind[kind.Index].AddResolvedInterface(entity);
            foreach (var type in kind.Interfaces) _byKind[kind.Index].AddResolvedInterface(types.Named<InterfaceGraphType>(type.Name));
        }
    }

    /// <summary>True if whatever implements the second interface has all that the first one has, and does implement it.</summary>
    private static bool IsParent(EntityInterface parent, EntityInterface type) =>
        type.Kinds.All(parent.Kinds.Contains) && parent.Kinds.Count > type.Kinds.Count
        && parent.Properties.All(p => type.Property(p.Name) is not null) && parent.Fields.All(f => type.Field(f.Name) is not null);

    private ObjectGraphType TypeOf(object source)
    {
        var node = (EntityNode)source;
        return _byKind[node.View.Snapshot.Entities.KindIndex(node.Entity)];
    }

    private void Fill(IComplexGraphType graphType, EntityType type, bool resolve)
    {
        foreach (var field in types.Named<InterfaceGraphType>("Entity").Fields)
            Add(field.Name, field.ResolvedType!, field.Description, field.Arguments, resolve ? resolvers.Take("Entity", field.Name) : null);
        foreach (var property in type.Properties)
            Add(property.Name, PropertyType(property), property.Description, null, resolve ? PropertyOf(property) : null);
        foreach (var field in type.Fields)
        {
            var name = TypeNames.Of(field.Relation, field.Target);
            var arguments = new QueryArguments(
                new QueryArgument(types.Of(name + "Filter")) { Name = "where" },
                new QueryArgument(types.Of($"[{name}Sort!]")) { Name = "order" },
                new QueryArgument(types.Of("Int")) { Name = "first", Description = "How many; 50 unless told." },
                new QueryArgument(types.Of("String")) { Name = "after", Description = "The cursor to go on from." });
            Add(field.Name, types.Of(name + "Connection!"), field.Description, arguments,
                resolve ? new FieldResolver<EntityNode>((node, context) => RelatedConnection.Of(node, field, context)) : null);
        }

        void Add(string name, IGraphType fieldType, string? description, QueryArguments? arguments, IFieldResolver? resolver) =>
            graphType.AddField(new FieldType { Name = name, ResolvedType = fieldType, Description = description, Arguments = arguments, Resolver = resolver });
    }

    /// <summary>The type of a property. Even a required one may be null: a view of fewer documents need not have it.</summary>
    internal IGraphType PropertyType(PropertyDefinition property) =>
        types.Of(property.IsList ? $"[{TypeNames.Scalar(property)}!]" : TypeNames.Scalar(property));

    private static FieldResolver<EntityNode> PropertyOf(PropertyDefinition property)
    {
        var name = property.Name;
        return new FieldResolver<EntityNode>((node, _) => node.View.Snapshot.Entities.Property(node.Entity, name));
    }
}
