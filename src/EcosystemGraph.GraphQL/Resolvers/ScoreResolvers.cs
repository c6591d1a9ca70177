using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers an entity's score and rank, and filters and sorts by score.</summary>
internal sealed class ScoreResolvers(CentralityService centrality)
{
    public static object? Score(EntityNode entity, IResolveFieldContext context)
    {
        if (entity.Within(context) is not { } shown) return null;
        var (spec, measure, parameters) = Asked(shown.View, context);
        return context.Scope().Services.Centrality.Score(shown.View, shown.Entity, spec, measure, parameters, context.CancellationToken);
    }

    public static object? Rank(EntityNode entity, IResolveFieldContext context)
    {
        if (entity.Within(context) is not { } shown) return null;
        var (spec, measure, parameters) = Asked(shown.View, context);
        var among = EnumText<RankScope>.Read(context.Get<string>("among") ?? "KIND");
        return context.Scope().Services.Centrality.Rank(shown.View, shown.Entity, spec, measure, parameters, among, context.CancellationToken);
    }

    /// <summary>Reads <c>{ measure: PAGERANK gt: 0.1 }</c>.</summary>
    public EntityFilter ReadFilter(IDictionary<string, object?> fields) => new ScoreFilter(Scores(fields), Conditions.Read(fields));

    /// <summary>Reads <c>{ algorithm: LEIDEN of: "acme" }</c>.</summary>
    public EntityFilter ReadCommunityFilter(IDictionary<string, object?> fields)
    {
        var (algorithm, of, projection) = (fields.Get<string>("algorithm")!, fields.Get<string>("of")!, fields.Get<string>("projection"));
        var parameters = fields.Get<IReadOnlyDictionary<string, object?>>("parameters");
        return CommunityMembers.Filter(view =>
        {
            var run = centrality.Measures.Run(new ProjectionSource(view, ProjectionSpec.Named(view.Snapshot, projection)), algorithm, parameters, Asker.Token);
            return CommunityMembers.With(run, EntityLookup.Require(view, of));
        });
    }

    /// <summary>Reads <c>{ measure: PAGERANK direction: DESC }</c>.</summary>
    public EntitySort ReadSort(IDictionary<string, object?> fields) => new ByScore(Scores(fields), Generation.SortTypes.IsDescending(fields.Get<string>("direction")));

    /// <summary>The parameters that were given.</summary>
    public static IReadOnlyDictionary<string, object?>? Parameters(IResolveFieldContext context) => context.Get<IReadOnlyDictionary<string, object?>>("parameters");

    private static (ProjectionSpec Spec, string Measure, IReadOnlyDictionary<string, object?>? Parameters) Asked(GraphView view, IResolveFieldContext context) =>
        (ProjectionSpec.Named(view.Snapshot, context.Get<string>("projection")), context.Get<string>("measure")!, Parameters(context));

    private Func<GraphView, double[]> Scores(IDictionary<string, object?> fields)
    {
        var (measure, projection, parameters) = (fields.Get<string>("measure")!, fields.Get<string>("projection"), fields.Get<IReadOnlyDictionary<string, object?>>("parameters"));
        return view => centrality.Run(view, ProjectionSpec.Named(view.Snapshot, projection), measure, parameters, Asker.Token).ByEntity;
    }
}
