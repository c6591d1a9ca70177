using EcosystemGraph.Analytics.Hubs;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers <c>hubs</c>.</summary>
internal static class HubResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query").Field("hubs", Compare);
        resolvers.For<HubNode>("HubAnalysis")
            .Field("regions", h => h.Result.Regions.Select(r => new RegionNode(h.View, r)).ToArray())
            .Field("agreement", h => h.Result.Agreement)
            .Field("specifications", h => h.Result.Specifications)
            .Field("caveats", h => h.Result.Caveats)
            .Field("record", h => h.Result.Record);
        resolvers.For<RegionNode>("HubRegion")
            .Field("region", r => new EntityNode(r.View, r.Region.Region))
            .Field("definition", r => r.Region.Definition)
            .Field("members", r => r.Region.Members)
            .Field("statedMembers", r => r.Region.StatedMembers)
            .Field("located", r => r.Region.Located)
            .Field("unlocated", r => r.Region.Unlocated)
            .Field("counts", r => r.Region.Counts.Select(c => new KindCountNode(c.Kind.EnumName, c.Count)).ToArray())
            .Field("share", r => r.Region.Share)
            .Field("within", r => r.Region.Within)
            .Field("across", r => r.Region.Across)
            .Field("eiIndex", r => r.Region.EiIndex)
            .Field("eiExpected", r => r.Region.EiNull?.Mean)
            .Field("eiZ", r => r.Region.EiNull?.Z)
            .Field("eiP", r => r.Region.EiNull?.P)
            .Field("measures", r => r.Region.Measures.Select(m => new RegionMeasureNode(r.View, m)).ToArray())
            .Field("gateways", r => r.Region.Gateways.Select(g => new EdgeScoreNode(r.View, g)).ToArray());
        resolvers.For<RegionMeasureNode>("HubMeasure")
            .Field("measure", m => m.Measure.Measure.EnumName)
            .Field("sum", m => m.Measure.Sum)
            .Field("mean", m => m.Measure.Mean)
            .Field("median", m => m.Measure.Median)
            .Field("topDecile", m => m.Measure.TopDecile)
            .Field("lift", m => m.Measure.Lift)
            .Field("withoutTop", m => m.Measure.WithoutTop)
            .Field("rank", m => m.Measure.Rank)
            .Field("rankMin", m => m.Measure.RankMin)
            .Field("rankMax", m => m.Measure.RankMax)
            .Field("firstShare", m => m.Measure.FirstShare)
            .Field("z", m => m.Measure.Z)
            .Field("p", m => m.Measure.P)
            .Field("nullModels", m => m.Measure.Nulls)
            .Field("verdict", m => EnumText<HubVerdict>.Of(m.Measure.Verdict))
            .Field("top", m => ScoreNode.Of(m.View, m.Measure.Top));
        resolvers.For<HubNull>("HubNull")
            .Field("model", n => EnumText<HubNullModel>.Of(n.Model))
            .Field("draws", n => n.Draws)
            .Field("mean", n => n.Mean)
            .Field("z", n => n.Z)
            .Field("p", n => n.P);
    }

    private static HubNode Compare(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var result = scope.Services.Hubs.Compare(view, new HubRequest
        {
            Regions = context.ListOrNull<string>("regions") is { } regions ? [.. regions.Select(id => EntityLookup.Require(view, id))] : null,
            Measures = context.ListOrNull<string>("measures"),
            Projection = context.Get<ProjectionSpec>("inline") is null && context.Get<string>("projection") is null ? null : AnalyticsResolvers.Projection(view, context),
            Draws = context.Get<int?>("draws") ?? HubRequest.DefaultDraws,
            Seed = context.Get<int?>("seed") ?? 0,
        }, context.CancellationToken);
        scope.Spend(result.Regions.Sum(r => 1 + r.Gateways.Count + r.Measures.Sum(m => 1 + m.Top.Count)));
        return new HubNode(view, result);
    }

    private sealed record HubNode(GraphView View, HubResult Result);

    private sealed record RegionNode(GraphView View, HubRegion Region);

    private sealed record RegionMeasureNode(GraphView View, HubMeasure Measure);
}
