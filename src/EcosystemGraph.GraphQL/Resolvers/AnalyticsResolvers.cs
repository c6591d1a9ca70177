using EcosystemGraph.Analytics.Engines;
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
    private const string RemoteEngine = "GDS";

    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query")
            .Field("projections", scope => ProjectionSpec.All(scope.Snapshot))
            .Field("measures", _ => MeasureCatalog.All)
            .FieldAsync("centrality", CentralityAsync)
            .FieldAsync("edgeCentrality", EdgeCentralityAsync)
            .FieldAsync("graphMeasure", GraphMeasureAsync)
            .FieldAsync("similarity", SimilarityAsync)
            .FieldAsync("pairMeasure", PairMeasureAsync)
            .FieldAsync("pathMeasure", PathMeasureAsync)
            .Field("estimate", Estimate);
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
            .Field("name", m => m.Name)
            .Field("scope", m => EnumText<MeasureScope>.Of(m.Scope))
            .Field("description", m => m.Description)
            .Field("parameters", m => m.Parameters.Select(Describe).ToArray())
            .Field("needs", m => Enum.GetValues<MeasureNeeds>().Where(n => n != MeasureNeeds.None && m.Needs.HasFlag(n)).Select(EnumText<MeasureNeeds>.Of).ToArray())
            .Field("cost", m => m.Cost)
            .Field("memory", m => m.Memory.ToString())
            .Field("paper", m => m.Paper)
            .Field("version", m => m.Version);
        resolvers.For<CentralityNode>("CentralityResult")
            .Field("scores", c => c.Top)
            .Field("totalCount", c => c.Count)
            .Field("record", c => c.Record);
        resolvers.For<EdgeCentralityNode>("EdgeCentralityResult")
            .Field("scores", c => c.Top)
            .Field("totalCount", c => c.Count)
            .Field("record", c => c.Record);
        resolvers.For<EdgeScoreNode>("EdgeScore")
            .Field("source", e => new EntityNode(e.View, e.Edge.Source))
            .Field("target", e => new EntityNode(e.View, e.Edge.Target))
            .Field("relation", e => e.Edge.Relation is { } relation ? new RelationNode(e.View, relation) : null)
            .Field("score", e => e.Edge.Score)
            .Field("rank", e => e.Edge.Rank);
        resolvers.For<GraphMeasureNode>("GraphMeasureResult")
            .Field("value", g => g.Value)
            .Field("record", g => g.Record);
        resolvers.For<PairScoreNode>("PairScore")
            .Field("a", p => new EntityNode(p.View, p.A))
            .Field("b", p => new EntityNode(p.View, p.B))
            .Field("score", p => p.Score);
        resolvers.For<PairMeasureNode>("PairMeasureResult")
            .Field("pairs", p => p.Top)
            .Field("totalCount", p => p.Count)
            .Field("record", p => p.Record);
        resolvers.For<PathMeasureNode>("PathMeasureResult")
            .Field("paths", p => p.Top)
            .Field("totalCount", p => p.Count)
            .Field("record", p => p.Record);
        resolvers.For<MeasuredPathNode>("MeasuredPath")
            .Field("length", p => p.Length)
            .Field("entities", p => p.Entities);
        resolvers.For<MeasuredPairNode>("MeasuredPair")
            .Field("first", p => p.First)
            .Field("second", p => p.Second)
            .Field("a", p => p.A)
            .Field("b", p => p.B)
            .Field("score", p => p.Score);
        resolvers.For<MeasureEstimate>("MeasureEstimate")
            .Field("vertices", e => e.Size.Vertices)
            .Field("edges", e => e.Size.Directed ? e.Size.Arcs : e.Size.Arcs / 2)
            .Field("graphBytes", e => e.GraphBytes)
            .Field("bytes", e => e.Bytes)
            .Field("limit", e => e.Limit)
            .Field("fits", e => e.Fits)
            .Field("steps", e => e.Steps)
            .Field("cost", e => e.Cost);
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

    /// <summary>The projection that a field asks for, as what measures run on.</summary>
    internal static ProjectionSource Source(IResolveFieldContext context)
    {
        var view = context.View();
        return new ProjectionSource(view, Projection(view, context));
    }

    /// <summary>Runs a measure of one scope on what a field asks for.</summary>
    internal static Task<MeasureRun> RunAsync(RequestScope scope, IResolveFieldContext context, ProjectionSource source, MeasureScope of, string argument,
        IReadOnlyDictionary<string, object?>? parameters)
    {
        var name = context.Get<string>(argument)!;
        var measure = MeasureCatalog.Find(name)!;
        if (measure.Scope == of) return scope.Services.Centrality.Measures.RunAsync(source, measure.Name, parameters, context.CancellationToken);
        throw new QueryException(QueryErrorCode.BadArgument,
            $"{argument} is {name}, whose scope is {EnumText<MeasureScope>.Of(measure.Scope)}; expected one of: {string.Join(", ", MeasureCatalog.Of(of).Select(m => m.EnumName))}");
    }

    private static async Task<object?> CentralityAsync(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var top = Top(context);
        var kinds = context.Kinds();
        var (spec, measure, parameters) = (Projection(view, context), context.Get<string>("measure")!, ScoreResolvers.Parameters(context));
        var run = await (context.Get<string>("engine") == RemoteEngine
            ? EngineCentrality.RunAsync(Engine(scope), new ProjectionSource(view, spec), measure, parameters, scope.Services.Centrality.Time, context.CancellationToken)
            : scope.Services.Centrality.RunAsync(view, spec, measure, parameters, context.CancellationToken)).ConfigureAwait(false);
        var scores = kinds is null ? run.Scores : run.Among(view.Snapshot, [.. kinds.SelectMany(k => k.Kinds)]);
        var shown = scores.Take(top).Select(s => new ScoreNode(view, s)).ToArray();
        scope.Spend(shown.Length);
        return new CentralityNode(shown, scores.Count, run.Record);
    }

    private static ICentralityEngine Engine(RequestScope scope) => scope.Services.Engine
        ?? throw new QueryException(QueryErrorCode.BadArgument, $"engine {RemoteEngine}: the graph is not in Neo4j, whose Graph Data Science library that is; leave the engine out to compute in this process");

    private static async Task<object?> EdgeCentralityAsync(RequestScope scope, IResolveFieldContext context)
    {
        var (source, top) = (Source(context), Top(context));
        var run = await RunAsync(scope, context, source, MeasureScope.Edge, "measure", ScoreResolvers.Parameters(context)).ConfigureAwait(false);
        var (result, graph) = ((EdgeResult)run.Result, (MeasuredProjection)run.Graph);
        var shown = result.Order.Take(top).Select(e => new EdgeScoreNode(source.View, graph.Score(e, result.Scores[e], result.RankOf(e)!.Value))).ToArray();
        scope.Spend(shown.Length);
        return new EdgeCentralityNode(shown, result.Order.Count, RunRecord.Of(source, run.Record));
    }

    private static async Task<object?> GraphMeasureAsync(RequestScope scope, IResolveFieldContext context)
    {
        var source = Source(context);
        var run = await RunAsync(scope, context, source, MeasureScope.Graph, "measure", ScoreResolvers.Parameters(context)).ConfigureAwait(false);
        return new GraphMeasureNode(((GraphResult)run.Result).Value, RunRecord.Of(source, run.Record));
    }

    private static async Task<object?> SimilarityAsync(RequestScope scope, IResolveFieldContext context)
    {
        var (source, top) = (Source(context), Top(context));
        if (MeasureCatalog.Find(context.Get<string>("measure")!) is { Scope: MeasureScope.Pair } measure && !measure.Parameters.Any(p => p.Name == "of"))
        {
            throw new QueryException(QueryErrorCode.BadArgument, $"measure is {measure.EnumName}, which compares no entities; expected one of: "
                + string.Join(", ", MeasureCatalog.Of(MeasureScope.Pair).Where(m => m.Parameters.Any(p => p.Name == "of")).Select(m => m.EnumName)));
        }

        if (top == 0) return Array.Empty<PairScoreNode>();
        var parameters = new Dictionary<string, object?>(ScoreResolvers.Parameters(context) ?? new Dictionary<string, object?>(), StringComparer.Ordinal)
        {
            ["of"] = context.List<string>("of"),
            ["limit"] = top,
        };
        var run = await RunAsync(scope, context, source, MeasureScope.Pair, "measure", parameters).ConfigureAwait(false);
        var entities = ((MeasuredProjection)run.Graph).Projection.Entities;
        var shown = ((PairResult)run.Result).Pairs.Select(p => new PairScoreNode(source.View, entities[p.First], entities[p.Second], p.Score)).ToArray();
        scope.Spend(shown.Length);
        return shown;
    }

    private static async Task<object?> PairMeasureAsync(RequestScope scope, IResolveFieldContext context)
    {
        var (source, top) = (Source(context), Top(context));
        var run = await RunAsync(scope, context, source, MeasureScope.Pair, "measure", ScoreResolvers.Parameters(context)).ConfigureAwait(false);
        var (result, graph) = ((PairResult)run.Result, (MeasuredProjection)run.Graph);
        var shown = result.Pairs.Take(top).Select(p => new MeasuredPairNode(result.NameOf(graph, p.First), result.NameOf(graph, p.Second), Entity(p.First), Entity(p.Second), p.Score)).ToArray();
        scope.Spend(shown.Length);
        return new PairMeasureNode(shown, result.Pairs.Count, RunRecord.Of(source, run.Record));

        EntityNode? Entity(int item) => result.Groups is null ? new EntityNode(source.View, graph.Projection.Entities[item]) : null;
    }

    private static async Task<object?> PathMeasureAsync(RequestScope scope, IResolveFieldContext context)
    {
        var (source, top) = (Source(context), Top(context));
        var run = await RunAsync(scope, context, source, MeasureScope.Path, "measure", ScoreResolvers.Parameters(context)).ConfigureAwait(false);
        var (result, entities) = ((PathResult)run.Result, ((MeasuredProjection)run.Graph).Projection.Entities);
        var shown = Enumerable.Range(0, Math.Min(top, result.Count)).Select(p => new MeasuredPathNode(result.LengthOf(p), EntityNode.Of(source.View, [.. result.VerticesOf(p).Select(v => entities[v])]))).ToArray();
        scope.Spend(shown.Sum(p => p.Entities.Length));
        return new PathMeasureNode(shown, result.Count, RunRecord.Of(source, run.Record));
    }

    private static MeasureEstimate Estimate(RequestScope scope, IResolveFieldContext context) =>
        scope.Services.Centrality.Measures.Estimate(Source(context), context.Get<string>("measure")!, ScoreResolvers.Parameters(context), context.CancellationToken);

    private static int Top(IResolveFieldContext context)
    {
        var top = context.Number("top") ?? DefaultTop;
        if (top < 0) throw new QueryException(QueryErrorCode.BadArgument, $"top is {top}; expected 0 or more");
        return top <= PageRequest.MaximumSize ? top : throw new QueryException(QueryErrorCode.LimitExceeded, $"top is {top}; at most {PageRequest.MaximumSize} are given");
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

    private sealed record EdgeCentralityNode(EdgeScoreNode[] Top, int Count, RunRecord Record);

    private sealed record GraphMeasureNode(double? Value, RunRecord Record);

    private sealed record PathMeasureNode(MeasuredPathNode[] Top, int Count, RunRecord Record);

    private sealed record MeasuredPathNode(double Length, EntityNode[] Entities);

    private sealed record PairMeasureNode(MeasuredPairNode[] Top, int Count, RunRecord Record);

    private sealed record MeasuredPairNode(string First, string Second, EntityNode? A, EntityNode? B, double Score);

    private sealed record PairScoreNode(GraphView View, int A, int B, double Score);

    private sealed record IntervalNode(double Low, double High, double Confidence);
}

/// <summary>An edge's score as a view shows it.</summary>
internal sealed record EdgeScoreNode(GraphView View, EdgeScore Edge);

/// <summary>An entity's score as a view shows it.</summary>
internal sealed record ScoreNode(GraphView View, EntityScore Score)
{
    public static ScoreNode[] Of(GraphView view, IEnumerable<EntityScore> scores) => [.. scores.Select(s => new ScoreNode(view, s))];
}
