using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers projections, measures and <c>centrality</c>.</summary>
internal static class AnalyticsResolvers
{
    private const int DefaultTop = 20;

    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query")
            .Field("projections", scope => ProjectionSpec.All(scope.Snapshot))
            .Field("measures", _ => MeasureCatalog.All)
            .FieldAsync("centrality", CentralityAsync);
        resolvers.For<ProjectionSpec>("Projection")
            .Field("id", p => p.Id == ProjectionSpec.InlineId ? null : p.Id)
            .Field("name", p => p.Name)
            .Field("description", p => p.Description)
            .Field("kinds", p => p.Kinds)
            .Field("relations", p => p.Relations)
            .Field("directed", p => p.Directed)
            .Field("weight", p => p.Weight)
            .Field("path", p => p.Path);
        resolvers.For<MeasureInfo>("MeasureInfo")
            .Field("measure", m => m.EnumName)
            .Field("scope", m => EnumText<MeasureScope>.Of(m.Scope))
            .Field("description", m => m.Description)
            .Field("parameters", m => m.Parameters.Select(Describe).ToArray())
            .Field("cost", m => m.Cost)
            .Field("paper", m => m.Paper);
        resolvers.For<CentralityNode>("CentralityResult")
            .Field("scores", c => c.Top)
            .Field("totalCount", c => c.Count)
            .Field("record", c => c.Record);
        resolvers.For<ScoreNode>("EntityScore")
            .Field("entity", s => new EntityNode(s.View, s.Score.Entity))
            .Field("score", s => s.Score.Score)
            .Field("rank", s => s.Score.Rank)
            .Field("percentile", s => s.Score.Percentile)
            .Field("interval", _ => null);
        // Perturbed runs, which give intervals, are not computed yet: the type is the contract's.
        resolvers.For<IntervalNode>("Interval")
            .Field("low", i => i.Low)
            .Field("high", i => i.High)
            .Field("confidence", i => i.Confidence);
        resolvers.For<RunRecord>("RunRecord")
            .Field("revision", r => r.Revision)
            .Field("projection", r => r.Projection)
            .Field("measure", r => r.Measure)
            .Field("parameters", r => r.Parameters)
            .Field("seed", r => r.Seed)
            .Field("version", r => r.Version)
            .Field("elapsed", r => r.Elapsed)
            .Field("digest", r => r.Digest)
            .Field("warnings", r => r.Warnings);
    }

    /// <summary>The projection that a field asks for: given with the query, named, or the default.</summary>
    internal static ProjectionSpec Projection(GraphView view, IResolveFieldContext context)
    {
        var (inline, name) = (context.Get<ProjectionSpec>("inline"), context.Get<string>("projection"));
        if (inline is null) return ProjectionSpec.Named(view.Snapshot, name);
        return name is null ? inline : throw new QueryException(QueryErrorCode.BadArgument, $"both projection '{name}' and an inline one are given; expected one of the two");
    }

    private static async Task<object?> CentralityAsync(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var top = context.Number("top") ?? DefaultTop;
        if (top < 0) throw new QueryException(QueryErrorCode.BadArgument, $"top is {top}; expected 0 or more");
        if (top > PageRequest.MaximumSize) throw new QueryException(QueryErrorCode.LimitExceeded, $"top is {top}; at most {PageRequest.MaximumSize} are given");
        var kinds = context.Kinds();
        var run = await scope.Services.Centrality.RunAsync(view, Projection(view, context), context.Get<string>("measure")!, ScoreResolvers.Parameters(context), context.CancellationToken)
            .ConfigureAwait(false);
        var scores = kinds is null ? run.Scores : run.Among(view.Snapshot, [.. kinds.SelectMany(k => k.Kinds)]);
        var shown = scores.Take(top).Select(s => new ScoreNode(view, s)).ToArray();
        scope.Spend(shown.Length);
        return new CentralityNode(shown, scores.Count, run.Record);
    }

    private static Dictionary<string, object?> Describe(MeasureParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["type"] = EnumText<MeasureParameterType>.Of(parameter.Type),
        ["default"] = parameter.Default,
        ["expected"] = parameter.Expected,
        ["description"] = parameter.Description,
    };

    private sealed record CentralityNode(ScoreNode[] Top, int Count, RunRecord Record);

    private sealed record IntervalNode(double Low, double High, double Confidence);
}

/// <summary>An entity's score as a view shows it.</summary>
internal sealed record ScoreNode(GraphView View, EntityScore Score)
{
    public static ScoreNode[] Of(GraphView view, IEnumerable<EntityScore> scores) => [.. scores.Select(s => new ScoreNode(view, s))];
}
