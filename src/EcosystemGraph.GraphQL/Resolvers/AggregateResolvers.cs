using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Aggregates;
using EcosystemGraph.Query.Filters;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers groups and their summaries.</summary>
internal static class AggregateResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<AggregateKeyNode>("AggregateKey")
            .Field("name", k => k.Name)
            .Field("value", k => k.Value.Text)
            .Field("entity", k => EntityNode.Of(k.View, k.Value.Entity));
        resolvers.For<NumberSummary>("NumberSummary")
            .Field("count", s => s.Count)
            .Field("min", s => s.Min)
            .Field("max", s => s.Max)
            .Field("sum", s => s.Sum)
            .Field("average", s => s.Average);
        resolvers.For<DateSummary>("DateSummary")
            .Field("count", s => s.Count)
            .Field("min", s => s.Min)
            .Field("max", s => s.Max);
        resolvers.For<ObservationAggregateNode>("ObservationAggregate")
            .Field("keys", g => g.Keys)
            .Field("count", g => g.Group.Count)
            .Field("value", g => g.Group.Values)
            .Field("period", Periods);
        resolvers.For<RequestScope>("Query").Field("observationsAggregate", OfObservations);
    }

    private static ObservationAggregateNode[] OfObservations(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var by = context.List<string>("groupBy");
        AggregateNode.CheckCount(by.Count);
        var accepts = FilterEvaluator.Compile(view, context.Get<ObservationFilter>("where"));
        var observations = DerivationEvaluator.Figures(view).All.Where(o => Query.ObservationQuery.Sees(view, o) && accepts(o));
        var groups = ObservationAggregation.Run(view, observations, [.. by.Select(EnumText<ObservationGroupKey>.Read)]);
        scope.Spend(groups.Count);
        var names = by.Select(Names.ToPascal).Select(Names.ToCamel).ToArray();
        return [.. groups.Select(g => new ObservationAggregateNode(view, g, names))];
    }

    private static DateSummary? Periods(ObservationAggregateNode node)
    {
        var periods = node.Group.Observations.Select(o => o.Period).OfType<PartialDate>().ToList();
        return periods.Count == 0 ? null : new DateSummary(periods.Count, periods.MinBy(p => (p.Start, p.End))!, periods.MaxBy(p => (p.End, p.Start))!);
    }
}
