using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>A claim as a view shows it.</summary>
internal sealed record ClaimNode(GraphView View, ClaimView Claim)
{
    public static ClaimNode[] OfEntity(EntityNode entity, string? property, string? document) =>
        Of(entity.View, Claims.OfEntity(entity.View, entity.Entity, property, document));

    public static ClaimNode[] OfRelation(RelationNode relation, string? property, string? document) =>
        Of(relation.View, Claims.OfRelation(relation.View, relation.Relation, property, document));

    public static ClaimNode[] Of(GraphView view, IReadOnlyList<ClaimView> claims) => [.. claims.Select(c => new ClaimNode(view, c))];
}

/// <summary>A conflict as a view shows it.</summary>
internal sealed record ConflictNode(GraphView View, ConflictView Conflict);
