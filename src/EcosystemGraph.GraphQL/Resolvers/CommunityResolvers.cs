using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers <c>communities</c>.</summary>
internal static class CommunityResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query").FieldAsync("communities", FindAsync);
        resolvers.For<CommunitiesNode>("CommunityResult")
            .Field("communities", (c, context) => new CommunityConnection(context.Scope(), c, context.Number("minSize") ?? 1, context.Page()))
            .Field("totalCount", c => c.Result.Count)
            .Field("quality", c => c.Result.Quality)
            .Field("qualityMeasure", c => c.Result.QualityMeasure is { } measure ? MeasureCatalog.Find(measure)!.EnumName : null)
            .Field("record", c => c.Record);
        ConnectionTypes.Add(resolvers, "DetectedCommunity");
        resolvers.For<Edge>("DetectedCommunityEdge")
            .Field("cursor", e => e.Cursor.ToString())
            .Field("node", e => e.Node);
        resolvers.For<CommunityNode>("DetectedCommunity")
            .Field("index", c => c.Index)
            .Field("size", c => c.Of.Result.Members(c.Index).Length)
            .Field("members", Members);
    }

    private static async Task<object?> FindAsync(RequestScope scope, IResolveFieldContext context)
    {
        var source = AnalyticsResolvers.Source(context);
        var run = await AnalyticsResolvers.RunAsync(scope, context, source, MeasureScope.Partition, "algorithm", ScoreResolvers.Parameters(context)).ConfigureAwait(false);
        return new CommunitiesNode(source.View, run, RunRecord.Of(source, run.Record));
    }

    private static EntityConnection Members(CommunityNode community, IResolveFieldContext context)
    {
        var members = CommunityMembers.Filter(_ => CommunityMembers.Of(community.Of.Run, community.Index));
        var filter = context.Get<EntityFilter>("where") is { } where ? new AllOf([members, where]) : members;
        return new EntityConnection(context.Scope(), community.Of.View, null, filter, context.List<EntitySort>("order"), context.Page());
    }
}

/// <summary>The communities of a run.</summary>
internal sealed record CommunitiesNode(GraphView View, MeasureRun Run, RunRecord Record)
{
    public PartitionResult Result => (PartitionResult)Run.Result;
}

/// <summary>One community.</summary>
internal sealed record CommunityNode(CommunitiesNode Of, int Index);

/// <summary>Who is in a community, as filters see it.</summary>
internal static class CommunityMembers
{
    private const double In = 1;

    /// <summary>The filter of those whose mark is set.</summary>
    public static EntityFilter Filter(Func<GraphView, double[]> marks) => new ScoreFilter(marks, ValueCondition.Of(ValueOperator.Eq, In));

    /// <summary>Marks the members of a community.</summary>
    public static double[] Of(MeasureRun run, int community) => Mark(run, [community]);

    /// <summary>Marks whoever shares a community with an entity; nobody if the projection leaves it out.</summary>
    public static double[] With(MeasureRun run, int entity)
    {
        var (result, vertex) = ((PartitionResult)run.Result, ((MeasuredProjection)run.Graph).Projection.VertexOf(entity));
        return vertex < 0 ? [] : Mark(run, result.GroupsOf(vertex));
    }

    private static double[] Mark(MeasureRun run, IEnumerable<int> communities)
    {
        var entities = ((MeasuredProjection)run.Graph).Projection.Entities;
        var marks = new double[entities.Count == 0 ? 0 : entities.Max() + 1];
        foreach (var community in communities)
        {
            foreach (var vertex in ((PartitionResult)run.Result).Members(community)) marks[entities[vertex]] = In;
        }

        return marks;
    }
}
