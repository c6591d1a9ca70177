using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Figures;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers figures and their comparison.</summary>
internal static class ObservationResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<ObservationNode>("Observation")
            .Field("id", o => o.Observation.Id)
            .Field("indicator", o => IndicatorNode.Of(o.View, o.Observation.Indicator))
            .Field("subject", o => new EntityNode(o.View, o.Observation.Subject))
            .Field("by", o => EntityNode.Of(o.View, o.Observation.By))
            .Field("period", o => o.Observation.Period)
            .Field("qualifier", o => EnumText<Qualifier>.Of(o.Observation.Preferred.Qualifier))
            .Field("value", o => o.Observation.Preferred.Value)
            .Field("high", o => o.Observation.Preferred.High)
            .Field("unit", o => o.Observation.Preferred.Unit is { Length: > 0 } unit ? unit : null)
            .Field("nature", o => EnumText<ObservationNature>.Of(o.Observation.Preferred.Nature))
            .Field("confidence", o => EntityResolvers.Rounded(o.Observation.Confidence))
            .Field("citations", o => CitationNode.Of(o.View, o.Observation.Citations))
            .Field("note", o => o.Observation.Preferred.Note)
            .Field("claims", o => ClaimNode.Of(o.View, Claims.OfObservation(o.View, o.Observation)))
            .Field("conflicts", Conflicts)
            .Field("derivation", o => DerivationEvaluator.OfObservation(o.View, o.Observation) is [var first, ..] ? new DerivationNode(o.View, first) : null)
            .Field("derivations", o => DerivationNode.Of(o.View, DerivationEvaluator.OfObservation(o.View, o.Observation)));
        resolvers.For<PartialDate>("Period")
            .Field("start", p => p.Start == PartialDate.OpenStart ? p : PartialDate.FromDay(DateOnly.FromDayNumber(p.Start)))
            .Field("end", p => p.End == PartialDate.OpenEnd ? p : PartialDate.FromDay(DateOnly.FromDayNumber(p.End)))
            .Field("text", p => p.Text);
        resolvers.For<RequestScope>("Query").Field("compare", Compare);
        resolvers.For<ComparisonRowNode[]>("Comparison").Field("rows", rows => rows);
        resolvers.For<ComparisonRowNode>("ComparisonRow")
            .Field("subject", r => new EntityNode(r.View, r.Row.Subject))
            .Field("observations", r => r.Row.Observations.Select(o => o is null ? null : new ObservationNode(r.View, o)).ToArray())
            .Field("change", r => r.Row.Change)
            .Field("ratio", r => r.Row.Ratio)
            .Field("share", r => r.Row.Share);
    }

    private static ConflictNode[] Conflicts(ObservationNode figure, IResolveFieldContext context)
    {
        var found = ConflictsByFigure.Of(figure.View, figure.Observation);
        context.Scope().Spend(found.Count);
        return [.. found.Select(c => new ConflictNode(figure.View, c))];
    }

    private static ComparisonRowNode[] Compare(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var rows = Comparisons.Run(view, new ComparisonRequest
        {
            Indicator = context.Get<string>("indicator")!,
            Subjects = Entities(view, context, "subjects"),
            Kinds = context.Kinds(),
            By = Entities(view, context, "by"),
            Periods = context.ListOrNull<PartialDate>("periods"),
            Figures = DerivationEvaluator.Figures(view).All,
        });
        scope.Spend(rows.Sum(r => r.Observations.Count));
        return [.. rows.Select(r => new ComparisonRowNode(view, r))];
    }

    private static int[]? Entities(GraphView view, IResolveFieldContext context, string argument) =>
        context.ListOrNull<string>(argument) is { } ids ? [.. ids.Select(id => EntityLookup.Require(view, id))] : null;

    private sealed record ComparisonRowNode(GraphView View, ComparisonRowView Row);
}
