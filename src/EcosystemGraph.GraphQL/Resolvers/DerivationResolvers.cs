using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers derivations: those of the bundle, and expressions that are given with the query.</summary>
internal static class DerivationResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<RequestScope>("Query")
            .Field("derivations", Find)
            .Field("derive", (_, context) => Derive(context));
        resolvers.For<DerivationNode>("Derivation")
            .Field("id", d => d.Result.Id)
            .Field("expression", d => d.Result.Expression)
            .Field("value", d => d.Result.Value)
            .Field("low", d => d.Result.Low)
            .Field("high", d => d.Result.High)
            .Field("unit", d => d.Result.Unit is { Length: > 0 } unit ? unit : null)
            .Field("stated", d => Observed(d.View, d.Result.Stated))
            .Field("derived", d => Observed(d.View, d.Result.Given))
            .Field("difference", d => d.Result.Difference)
            .Field("holds", d => d.Result.Holds)
            .Field("undetermined", d => d.Result.Undetermined)
            .Field("note", d => d.Result.Derivation?.Note)
            .Field("parts", Parts)
            .Field("observations", (d, context) => Spent(context, ObservationNode.Of(d.View, d.Result.Observations)))
            .Field("entities", (d, context) => Spent(context, EntityNode.Of(d.View, d.Result.Entities)))
            .Field("relations", (d, context) => Spent(context, RelationNode.Of(d.View, d.Result.Relations)))
            .Field("citations", (d, context) => Spent(context, CitationNode.Of(d.View, d.Result.Citations)));
        resolvers.For<DerivationPartNode>("DerivationPart")
            .Field("value", p => p.Part.Value)
            .Field("low", p => p.Part.Low)
            .Field("high", p => p.Part.High)
            .Field("unit", p => p.Part.Unit is { Length: > 0 } unit ? unit : null)
            .Field("observation", p => Observed(p.View, p.Part.Observation))
            .Field("entity", p => EntityNode.Of(p.View, p.Part.Entity))
            .Field("relation", p => p.Part.Relation is { } relation ? new RelationNode(p.View, relation) : null);
    }

    private static DerivationNode[] Find(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var (id, indicator, holds) = (context.Get<string>("id"), context.Indicator("indicator", view), context.Get<bool?>("holds"));
        int? subject = context.Get<string>("subject") is { } about ? EntityLookup.Require(view, about) : null;
        if (id is not null && view.Whole.Definitions.Derivations.All(d => d.Id != id)) throw new QueryException(QueryErrorCode.NotFound, $"there is no derivation '{id}'");
        var found = DerivationEvaluator.Run(view).Where(r => (id is null || r.Id == id) && (holds is null || r.Holds == holds)
            && (subject is null || Figure(r)?.Subject == subject) && (indicator is null || Figure(r)?.Indicator == indicator)).ToList();
        scope.Spend(found.Count);
        return DerivationNode.Of(view, found);
    }

    private static DerivationNode Derive(IResolveFieldContext context)
    {
        var view = context.View();
        return new DerivationNode(view, DerivationEvaluator.Derive(view, context.Get<string>("expression")!, context.CancellationToken));
    }

    private static object Parts(DerivationNode derivation, IResolveFieldContext context) =>
        Spent(context, derivation.Result.Parts.Select(p => new DerivationPartNode(derivation.View, p)).ToArray());

    private static Observation? Figure(DerivationResult result) => result.Stated ?? result.Given;

    private static ObservationNode? Observed(GraphView view, Observation? observation) => observation is null ? null : new ObservationNode(view, observation);

    private static T[] Spent<T>(IResolveFieldContext context, T[] items)
    {
        context.Scope().Spend(items.Length);
        return items;
    }
}
