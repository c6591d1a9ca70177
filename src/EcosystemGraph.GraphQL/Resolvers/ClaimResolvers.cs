using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Inputs;
using EcosystemGraph.GraphQL.Nodes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Trust;
using GraphQL;

namespace EcosystemGraph.GraphQL.Resolvers;

/// <summary>What answers citations, claims and conflicts.</summary>
internal static class ClaimResolvers
{
    public static void Add(ResolverTable resolvers)
    {
        resolvers.For<CitationNode>("Citation")
            .Field("document", c => c.Document)
            .Field("locator", c => c.Locator);
        resolvers.For<ClaimNode>("Claim")
            .Field("property", c => c.Claim.Property)
            .Field("value", c => c.Claim.Value)
            .Field("entity", c => EntityNode.Of(c.View, c.Claim.Entity))
            .Field("polarity", c => EnumText<Polarity>.Of(c.Claim.Polarity))
            .Field("document", c => CitationNode.DocumentOf(c.View, c.Claim.Citation.Document))
            .Field("locator", c => c.Claim.Citation.Locator)
            .Field("confidence", c => EntityResolvers.Rounded(c.Claim.Confidence))
            .Field("preferred", c => c.Claim.Preferred)
            .Field("note", c => c.Claim.Note)
            .Field("derivation", c => DerivationNode.Of(c.View, DerivedConflicts.DerivationOf(c.View, c.Claim)));
        resolvers.For<ConflictNode>("Conflict")
            .Field("id", c => c.Conflict.Id)
            .Field("kind", c => EnumText<ConflictKind>.Of(c.Conflict.Kind))
            .Field("type", c => EnumText<ConflictType>.Of(c.Conflict.Type))
            .Field("subject", c => EntityNode.Of(c.View, c.Conflict.Subject))
            .Field("relation", c => c.Conflict.Relation is { } relation ? new RelationNode(c.View, relation) : null)
            .Field("indicator", c => c.Conflict.Indicator is { } indicator ? IndicatorNode.Of(c.View, indicator) : null)
            .Field("property", c => c.Conflict.Property)
            .Field("claims", c => ClaimNode.Of(c.View, c.Conflict.Claims))
            .Field("note", c => c.Conflict.Note);
        resolvers.For<RequestScope>("Query").Field("conflicts", (scope, context) => Find(scope, context));
    }

    private static ConflictNode[] Find(RequestScope scope, IResolveFieldContext context)
    {
        var view = context.View();
        var request = new ConflictRequest
        {
            Subject = context.Get<string>("subject") is { } subject ? EntityLookup.Require(view, subject) : null,
            Property = context.Get<string>("property"),
            Indicator = context.Indicator("indicator", view),
            Document = context.Document("document", view),
            Kinds = context.ListOrNull<string>("kinds")?.Select(EnumText<ConflictKind>.Read).ToArray(),
            Types = context.ListOrNull<string>("types")?.Select(EnumText<ConflictType>.Read).ToArray(),
        };
        var conflicts = DerivedConflicts.All(view, request);
        if (context.Get<string>("text") is { } text) conflicts = ConflictSearch.Choose(view, text, conflicts);
        scope.Spend(conflicts.Count);
        return [.. conflicts.Select(c => new ConflictNode(view, c))];
    }
}
