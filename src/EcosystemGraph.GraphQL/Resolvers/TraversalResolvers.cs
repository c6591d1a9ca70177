using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers <c>neighborhood</c> and <c>paths</c>.</summary>
internal static class TraversalResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query")
            .Field("neighborhood", Around)
            .Field("paths", Between);
        resolvers.For<SubgraphNode>("Subgraph")
            .Field("entities", s => EntityNode.Of(s.View, s.Subgraph.Entities))
            .Field("relations", s => RelationNode.Of(s.View, s.Subgraph.Relations))
            .Field("truncated", s => s.Subgraph.Truncated);
        resolvers.For<PathNode>("Path")
            .Field("length", p => p.Path.Hops.Count)
            .Field("hops", p => p.Path.Hops.Select(h => new HopNode(p.View, h)).ToArray());
        resolvers.For<HopNode>("Hop")
            .Field("from", h => new EntityNode(h.View, h.Hop.From))
            .Field("to", h => new EntityNode(h.View, h.Hop.To))
            .Field("relation", h => new RelationNode(h.View, h.Hop.Relation))
            .Field("parallel", h => RelationNode.Of(h.View, h.Hop.Parallel))
            .Field("forward", h => h.Hop.Forward);
    }

    private static SubgraphNode Around(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var subgraph = Neighborhood.Run(view, new NeighborhoodRequest
        {
            Start = Entities(view, context, "ids"),
            Depth = context.Number("depth") ?? 1,
            Relations = context.RelationKinds("relations"),
            Kinds = context.Kinds(),
            Direction = EnumText<Direction>.Read(context.Get<string>("direction") ?? "BOTH"),
            Limit = context.Number("limit") ?? NeighborhoodRequest.DefaultLimit,
        }, context.CancellationToken);
        scope.Spend(subgraph.Entities.Count + subgraph.Relations.Count);
        return new SubgraphNode(view, subgraph);
    }

    private static PathNode[] Between(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var paths = Paths.Run(view, new PathRequest
        {
            From = EntityLookup.Require(view, context.Get<string>("from")!),
            To = EntityLookup.Require(view, context.Get<string>("to")!),
            Count = context.Number("k") ?? 1,
            Length = context.Number("maxLength") ?? PathRequest.DefaultLength,
            Relations = context.RelationKinds("relations"),
            Kinds = context.Kinds(),
            Via = Entities(view, context, "via"),
            Avoid = Entities(view, context, "avoid"),
            Direction = EnumText<Direction>.Read(context.Get<string>("direction") ?? "BOTH"),
        }, context.CancellationToken);
        scope.Spend(paths.Sum(p => p.Hops.Sum(h => 1 + h.Parallel.Count)));
        return [.. paths.Select(p => new PathNode(view, p))];
    }

    private static int[] Entities(GraphView view, IResolveFieldContext context, string argument) =>
        [.. context.List<string>(argument).Select(id => EntityLookup.Require(view, id))];

    private sealed record SubgraphNode(GraphView View, Subgraph Subgraph);

    private sealed record PathNode(GraphView View, GraphPath Path);

    private sealed record HopNode(GraphView View, PathHop Hop);
}
