using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Aggregates;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>A group of entities, or of relations with their other ends.</summary>
internal sealed record AggregateNode(GraphView View, AggregateGroup Group, IReadOnlyList<NamedGroupKey> By)
{
    public AggregateKeyNode[] Keys => [.. Group.Keys.Select((k, i) => new AggregateKeyNode(View, By[i].Name, k))];

    public static AggregateNode[] Of(EntityConnection connection, IResolveFieldContext context) =>
        Of(connection.View, context, keys => Aggregation.Run(connection.View, connection.All, keys));

    public static AggregateNode[] Of(RelatedConnection connection, IResolveFieldContext context) =>
        Of(connection.View, context, keys => Aggregation.Run(connection.View, connection.All, keys));

    private static AggregateNode[] Of(GraphView view, IResolveFieldContext context, Func<GroupKey[], IReadOnlyList<AggregateGroup>> run)
    {
        var by = context.List<NamedGroupKey>("groupBy");
        CheckCount(by.Count);
        var groups = run([.. by.Select(k => k.Key)]);
        context.Scope().Spend(groups.Count);
        return [.. groups.Select(g => new AggregateNode(view, g, by))];
    }

    internal static void CheckCount(int keys)
    {
        if (keys > NamedGroupKey.MaxKeys) throw new QueryException(QueryErrorCode.LimitExceeded, $"groupBy has {keys} keys; at most {NamedGroupKey.MaxKeys} are combined");
    }
}

/// <summary>The value of a group's key.</summary>
internal sealed record AggregateKeyNode(GraphView View, string Name, AggregateKeyValue Value);

/// <summary>A group of figures.</summary>
internal sealed record ObservationAggregateNode(GraphView View, ObservationGroup Group, IReadOnlyList<string> By)
{
    public AggregateKeyNode[] Keys => [.. Group.Keys.Select((k, i) => new AggregateKeyNode(View, By[i], k))];
}
