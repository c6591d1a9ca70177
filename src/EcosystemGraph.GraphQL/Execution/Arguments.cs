using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>Reads a field's arguments, which inputs and scalars have already turned into what they mean.</summary>
internal static class Arguments
{
    public static RequestScope Scope(this IResolveFieldContext context) => (RequestScope)context.RootValue!;

    /// <summary>The argument, or the default of the type if it was not given.</summary>
    public static T? Get<T>(this IResolveFieldContext context, string name) =>
        context.Arguments is { } arguments && arguments.TryGetValue(name, out var argument) && argument.Value is T value ? value : default;

    /// <summary>The number that was given, or null.</summary>
    public static int? Number(this IResolveFieldContext context, string name) => context.Get<object>(name) as int?;

    /// <summary>The items of a list; none if it was not given.</summary>
    public static IReadOnlyList<T> List<T>(this IResolveFieldContext context, string name) => context.ListOrNull<T>(name) ?? [];

    /// <summary>The items of a list; null if it was not given.</summary>
    public static IReadOnlyList<T>? ListOrNull<T>(this IResolveFieldContext context, string name) =>
        context.Get<object?[]>(name) is { } items ? [.. items.OfType<T>()] : null;

    public static PageRequest Page(this IResolveFieldContext context)
    {
        var (first, after) = (context.Number("first"), context.Get<string>("after"));
        if (first is null && after is null) return PageRequest.Default;
        var page = new PageRequest(first, after);
        _ = page.Size; // Refuses a size out of range even where only the count is asked for.
        return page;
    }

    /// <summary>The view that <c>asOf</c> and <c>sources</c> of a root field ask for.</summary>
    public static GraphView View(this IResolveFieldContext context) =>
        context.Scope().View(context.Get<PartialDate>("asOf"), context.ListOrNull<string>("sources"));

    /// <summary>The entity in the view that <c>asOf</c> and <c>sources</c> of a field below ask for; its own view unless they say otherwise.</summary>
    public static EntityNode? Within(this EntityNode node, IResolveFieldContext context)
    {
        var (asOf, sources) = (context.Get<PartialDate>("asOf"), context.ListOrNull<string>("sources"));
        return asOf is null && sources is null ? node : node.In(node.View.With(asOf ?? node.View.AsOf, sources ?? node.View.Sources));
    }

    /// <summary>The id of the document that an argument names, or null if none is.</summary>
    /// <exception cref="Query.QueryException">There is no such document, or there are several.</exception>
    public static string? Document(this IResolveFieldContext context, string name, GraphView view) =>
        context.Get<string>(name) is { } text ? context.Scope().Names.Document(text).In(view) : null;

    /// <summary>The id of the indicator that an argument names, or null if none is.</summary>
    /// <exception cref="Query.QueryException">There is no such indicator, or there are several.</exception>
    public static string? Indicator(this IResolveFieldContext context, string name, GraphView view) =>
        context.Get<string>(name) is { } text ? context.Scope().Names.Indicator(text).In(view) : null;

    /// <summary>The kinds that an argument names.</summary>
    public static IReadOnlyList<EntityType>? Kinds(this IResolveFieldContext context, string name = "kinds") =>
        context.ListOrNull<string>(name) is { } names ? [.. names.Select(n => context.Scope().Snapshot.Ontology.Type(n)!)] : null;

    /// <summary>The relation kinds that an argument names.</summary>
    public static IReadOnlyList<RelationKind>? RelationKinds(this IResolveFieldContext context, string name) =>
        context.ListOrNull<string>(name) is { } names ? [.. names.Select(n => context.Scope().Snapshot.Ontology.Relation(n)!)] : null;
}
