using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Traversals;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers the fields of every entity and every relation.</summary>
internal static class EntityResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<EntityNode>("Entity")
            .Field("id", e => e.Id)
            .Field("kind", e => e.Kind.EnumName)
            .Field("name", e => e.View.Snapshot.Entities.Name(e.Entity))
            .Field("nameZh", e => e.View.Snapshot.Entities.NameZh(e.Entity))
            .Field("aliases", e => e.View.Snapshot.Entities.Aliases(e.Entity))
            .Field("description", e => e.View.Snapshot.Entities.Description(e.Entity))
            .Field("confidence", e => Rounded(e.View.Snapshot.Entities.Confidence(e.Entity)))
            .Field("citations", e => CitationNode.Of(e.View, e.View.Snapshot.Entities.Citations(e.Entity)))
            .Field("claims", (e, context) => ClaimNode.OfEntity(e, context.Get<string>("property"), context.Document("document", e.View)))
            .Field("observations", Observations)
            .Field("relations", Relations)
            .Field("score", ScoreResolvers.Score)
            .Field("rank", ScoreResolvers.Rank);
        resolvers.For<RelationNode>("Relation")
            .Field("id", r => r.View.Snapshot.Relations.Id(r.Relation))
            .Field("kind", r => r.Kind.Name)
            .Field("from", r => new EntityNode(r.View, r.View.Snapshot.Relations.From(r.Relation)))
            .Field("to", r => new EntityNode(r.View, r.View.Snapshot.Relations.To(r.Relation)))
            .Field("validFrom", r => r.View.Snapshot.Relations.ValidFrom(r.Relation))
            .Field("validTo", r => r.View.Snapshot.Relations.ValidTo(r.Relation))
            .Field("confidence", r => Rounded(r.View.Snapshot.Relations.Confidence(r.Relation)))
            .Field("citations", r => CitationNode.Of(r.View, r.View.Snapshot.Relations.Citations(r.Relation)))
            .Field("claims", (r, context) => ClaimNode.OfRelation(r, context.Get<string>("property"), context.Document("document", r.View)));
        ConnectionTypes.Add(resolvers, "Relation");
        resolvers.For<RelatedEdge>("RelationEdge")
            .Field("cursor", e => e.Cursor.ToString())
            .Field("node", e => e.Relation)
            .Field("other", e => e.Node)
            .Field("forward", e => e.Forward);
        resolvers.For<PageInfo>("PageInfo")
            .Field("hasNextPage", p => p.HasNextPage)
            .Field("hasPreviousPage", p => p.HasPreviousPage)
            .Field("startCursor", p => p.StartCursor)
            .Field("endCursor", p => p.EndCursor);
    }

    /// <summary>Confidences are kept as single-precision figures of one decimal: shown as they were written.</summary>
    internal static double Rounded(float confidence) => Math.Round(confidence, 6);

    private static object Relations(EntityNode entity, IResolveFieldContext context)
    {
        var direction = EnumText<Direction>.Read(context.Get<string>("direction") ?? "BOTH");
        return new RelationConnection(context.Scope(), entity.Within(context), context.RelationKinds("kinds"), direction, context.Page());
    }

    private static object Observations(EntityNode entity, IResolveFieldContext context)
    {
        var (indicator, by, document) = (context.Get<string>("indicator"), context.Get<string>("by"), context.Get<string>("document"));
        var names = context.Scope().Names;
        var (from, to) = (context.Get<PartialDate>("from"), context.Get<PartialDate>("to"));
        var period = new List<ValueComparison>(2);
        if (from is not null) period.Add(new ValueComparison(ValueOperator.Gte, from));
        if (to is not null) period.Add(new ValueComparison(ValueOperator.Lte, to));
        var accepts = FilterEvaluator.Compile(entity.View, new ObservationFilter
        {
            Indicator = indicator is null ? [] : [new IndicatorIs([names.Indicator(indicator)])],
            By = by is null ? null : new IsOneOf([names.Entity(by)]),
            Period = period.Count == 0 ? null : new ValueCondition(period),
            CitedBy = document is null ? null : [names.Document(document)],
        });
        var figures = DerivationEvaluator.Figures(entity.View).Of(entity.Entity).Where(o => accepts(o));
        var found = ObservationNode.Of(entity.View, document is null ? figures : figures.Select(o => o.As(document)));
        context.Scope().Spend(found.Length);
        return found;
    }
}
