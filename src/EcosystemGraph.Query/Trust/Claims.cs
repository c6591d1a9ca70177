using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>What the documents say, place by place.</summary>
public static class Claims
{
    /// <summary>
    /// The claims about an entity: one for each statement, property that it fills and citation, in the order of the statements, so the preferred ones first.
    /// They include the relations that are only denied and what documents are silent about. Claims of relations that hold are among them if
    /// <paramref name="property"/> is the field of these relations; else they are the relations' own.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="property">Only claims about this property or relation field.</param>
    /// <param name="document">Only claims of this document.</param>
    public static IReadOnlyList<ClaimView> OfEntity(GraphView view, int entity, string? property = null, string? document = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var claims = EntityClaims.Stated(view, entity).Concat(RelationClaims.OfDenied(view, entity)).Concat(EntityClaims.Silent(view, entity));
        if (property is not null && view.Snapshot.Entities.Kind(entity).Field(property) is { } field)
            claims = RelationClaims.Through(view, entity, field).Concat(claims);
        return Chosen(claims, property, document);
    }

    /// <summary>The claims about a relation: that it holds (the property is the field by which its start sees it, the entity its end), its own properties, and from when and until when it holds.</summary>
    /// <param name="view">The view.</param>
    /// <param name="relation">The relation; it may be one that is only denied.</param>
    /// <param name="property">Only claims about this property.</param>
    /// <param name="document">Only claims of this document.</param>
    public static IReadOnlyList<ClaimView> OfRelation(GraphView view, int relation, string? property = null, string? document = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Chosen(RelationClaims.Of(view, relation), property, document);
    }

    /// <summary>The claims about an observation: one for each statement and citation; the property is the indicator.</summary>
    public static IReadOnlyList<ClaimView> OfObservation(GraphView view, Model.Snapshots.Observation observation)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(observation);
        return [.. ObservationClaims.Of(observation)];
    }

    /// <summary>One claim for each citation of a statement.</summary>
    internal static IEnumerable<ClaimView> Of(Statement statement, string property, string? value, int? entity, bool preferred)
    {
        var denies = statement.Certainty == Certainty.Denied;
        foreach (var citation in statement.Citations)
        {
            yield return new ClaimView
            {
                Property = property,
                Value = value,
                Entity = entity,
                Polarity = denies ? Polarity.Denies : Polarity.Asserts,
                Citation = citation,
                Confidence = statement.Confidence,
                Preferred = preferred,
                Note = statement.Note,
            };
        }
    }

    private static List<ClaimView> Chosen(IEnumerable<ClaimView> claims, string? property, string? document) =>
        [.. claims.Where(c => (property is null || c.Property == property) && (document is null || c.Citation.Document == document))];

    /// <summary>The field by which one end of a relation sees the other; the relation's own name in camel case where that end declares none.</summary>
    internal static string FieldName(EntityKind kind, EntityKind other, RelationKind relation, RelationDirection direction)
    {
        foreach (var field in kind.Fields)
        {
            if (field.Relation == relation && field.Direction == direction && field.Target.Kinds.Contains(other)) return field.Name;
        }

        return Model.Values.Names.ToCamel(relation.TypeName);
    }
}
