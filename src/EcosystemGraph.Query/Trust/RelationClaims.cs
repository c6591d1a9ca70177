using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>The claims about relations.</summary>
internal static class RelationClaims
{
    /// <summary>All claims about a relation.</summary>
    public static IEnumerable<ClaimView> Of(GraphView view, int relation)
    {
        var relations = view.Snapshot.Relations;
        var (from, to) = (relations.From(relation), relations.To(relation));
        var name = FieldFrom(view, relation, from);
        var filled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in OfItself(view, relation, name, to)) yield return claim;
        foreach (var statement in relations.Statements(relation))
        {
            foreach (var (property, value) in Filled(statement))
            {
                var preferred = statement.Certainty > Certainty.Denied && filled.Add(property);
                foreach (var claim in Claims.Of(statement, property, PropertyText.Format(value), null, preferred)) yield return claim;
            }
        }
    }

    /// <summary>That the relations through a field hold, or do not.</summary>
    public static IEnumerable<ClaimView> Through(GraphView view, int entity, RelationField field)
    {
        foreach (var neighbor in view.Related(entity, field).ToList())
        {
            foreach (var claim in OfItself(view, neighbor.Relation, field.Name, neighbor.Entity)) yield return claim;
        }
    }

    /// <summary>That relations of an entity do not hold, which nobody says do.</summary>
    public static IEnumerable<ClaimView> OfDenied(GraphView view, int entity)
    {
        var relations = view.Snapshot.Relations;
        foreach (var relation in DeniedRelations.Of(view.Snapshot, entity))
        {
            var other = relations.From(relation) == entity ? relations.To(relation) : relations.From(relation);
            if (!view.Sees(other)) continue;
            foreach (var claim in OfItself(view, relation, FieldFrom(view, relation, entity), other)) yield return claim;
        }
    }

    /// <summary>That a relation holds, or does not.</summary>
    public static IEnumerable<ClaimView> OfItself(GraphView view, int relation, string property, int other)
    {
        var first = true;
        foreach (var statement in view.Snapshot.Relations.Statements(relation))
        {
            foreach (var claim in Claims.Of(statement, property, null, other, first && statement.Certainty > Certainty.Denied)) yield return claim;
            first = false;
        }
    }

    /// <summary>The field by which one end of a relation sees the other.</summary>
    public static string FieldFrom(GraphView view, int relation, int end)
    {
        var (entities, relations) = (view.Snapshot.Entities, view.Snapshot.Relations);
        var kind = relations.Kind(relation);
        var forward = relations.From(relation) == end;
        var direction = kind.Undirected ? RelationDirection.Undirected : forward ? RelationDirection.Out : RelationDirection.In;
        var other = forward ? relations.To(relation) : relations.From(relation);
        return entities.Exists(end) && entities.Exists(other)
            ? Claims.FieldName(entities.Kind(end), entities.Kind(other), kind, direction)
            : Model.Values.Names.ToCamel(kind.TypeName);
    }

    private static IEnumerable<(string Property, object Value)> Filled(RelationStatement statement)
    {
        foreach (var (property, value) in statement.Properties) yield return (property, value);
        if (statement.ValidFrom is { } from) yield return ("validFrom", from);
        if (statement.ValidTo is { } to) yield return ("validTo", to);
    }
}
