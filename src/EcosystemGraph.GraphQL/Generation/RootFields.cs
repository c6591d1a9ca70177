using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the root fields of a type: one, many, and their aggregate.</summary>
internal sealed class RootFields(TypeCatalog types)
{
    /// <summary>The connection and edge of a type, or of entities of any kind.</summary>
    public void DeclareConnection(EntityType? type)
    {
        var name = TypeNames.Of(type);
        var connection = types.Declare(new ObjectGraphType { Name = name + "Connection", Description = $"{name} entities in pages." });
        var edge = types.Declare(new ObjectGraphType { Name = name + "Edge", Description = $"A {name} of a page." });
        types.Later(() => ConnectionTypes.FillEntity(types, connection, edge, name));
    }

    public void Declare(EntityType type) => types.Later(() =>
    {
        var query = types.Named<ObjectGraphType>("Query");
        Add(query, type.FieldName, types.Of(type.Name), $"One {type.Name} by its id, or by an alias that is unique; null if there is none. {type.Description}",
            [Argument("id", "ID!", "Its id, or a name or alias that only one entity has."), .. ViewArguments()],
            new FieldResolver<RequestScope>((_, context) => RootEntity.One(context, type)));
        Add(query, type.PluralName, types.Of(type.Name + "Connection!"), $"{type.Name} entities. {type.Description}",
        [
            Argument("where", type.Name + "Filter"), Argument("order", $"[{type.Name}Sort!]"),
            Argument("first", "Int", "How many; 50 unless told."), Argument("after", "String", "The cursor to go on from."), .. ViewArguments(),
        ], new FieldResolver<RequestScope>((_, context) => RootEntity.Many(context, type)));
        Add(query, type.PluralName + "Aggregate", types.Of($"[{type.Name}Aggregate!]!"), $"Counts and summaries of {type.Name} entities.",
            [Argument("where", type.Name + "Filter"), Argument("groupBy", $"[{type.Name}GroupKey!]"), .. ViewArguments()],
            new FieldResolver<RequestScope>((_, context) => RootEntity.Aggregate(context, type)));
    });

    private IEnumerable<QueryArgument> ViewArguments() =>
        [Argument("asOf", "Date", "Show what is known to hold then."), Argument("sources", "[ID!]", "Show only what these documents say.")];

    private QueryArgument Argument(string name, string type, string? description = null) => new(types.Of(type)) { Name = name, Description = description };

    private static void Add(ObjectGraphType query, string name, IGraphType type, string description, QueryArgument[] arguments, IFieldResolver resolver) =>
        query.AddField(new FieldType { Name = name, ResolvedType = type, Description = description.Trim(), Arguments = [.. arguments], Resolver = resolver });
}

/// <summary>What answers the root fields of entities.</summary>
internal static class RootEntity
{
    /// <summary>One entity of a type, or of any.</summary>
    public static EntityNode? One(IResolveFieldContext context, EntityType? type)
    {
        var view = context.View();
        if (Query.EntityLookup.Find(view, context.Get<string>("id")!) is not { } entity) return null;
        var node = new EntityNode(view, entity);
        return type is null || type.Kinds.Contains(node.Kind) ? node : null;
    }

    public static EntityConnection Many(IResolveFieldContext context, EntityType? type, EntityFilter? limit = null)
    {
        var where = context.Get<EntityFilter>("where");
        var filter = where is not null && limit is not null ? new AllOf([limit, where]) : where ?? limit;
        return new EntityConnection(context.Scope(), context.View(), type, filter, context.List<EntitySort>("order"), context.Page());
    }

    public static object Aggregate(IResolveFieldContext context, EntityType? type) =>
        AggregateNode.Of(new EntityConnection(context.Scope(), context.View(), type, context.Get<EntityFilter>("where"), [], context.Page()), context);
}
