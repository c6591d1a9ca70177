using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Fields;

/// <summary>The fields of an entity.</summary>
internal static class EntityFields
{
    public static Field<int> Of(GraphView view, PropertyDefinition property)
    {
        var entities = view.Snapshot.Entities;
        var name = property.Name;
        var field = new Field<int>(name, ValueDomain.Of(property), property.IsList, e => entities.Property(e, name));
        return property is { Type: PropertyType.String, IsList: false } ? field with { ReadFolded = Folded(view, $"property {name}", e => entities.Property(e, name) as string) } : field;
    }

    public static Field<int> Of(GraphView view, BuiltInField field)
    {
        var entities = view.Snapshot.Entities;
        return field switch
        {
            BuiltInField.Id => new("id", ValueDomain.Id, false, entities.Id),
            BuiltInField.Name => new("name", ValueDomain.Text, false, entities.Name) { ReadFolded = Folded(view, "name", entities.Name) },
            BuiltInField.NameZh => new("nameZh", ValueDomain.Text, false, entities.NameZh) { ReadFolded = Folded(view, "nameZh", entities.NameZh) },
            BuiltInField.Aliases => new("aliases", ValueDomain.Text, true, e => entities.Aliases(e) is { Count: > 0 } aliases ? aliases.ToArray<object>() : []),
            BuiltInField.Description => new("description", ValueDomain.Text, false, entities.Description) { ReadFolded = Folded(view, "description", entities.Description) },
            BuiltInField.Confidence => new("confidence", ValueDomain.Number, false, e => ValueDomain.Widen(entities.Confidence(e))),
            _ => throw new QueryException(QueryErrorCode.BadArgument, $"{field} is a field of relations, not of entities"),
        };
    }

    private static Func<int, string?> Folded(GraphView view, string column, Func<int, string?> read)
    {
        // Read at the first use: a filter that never gets to it makes no column.
        var snapshot = view.Snapshot;
        string?[]? texts = null;
        return entity => (texts ??= FoldedTexts.Of(snapshot).Column(column, read))[entity];
    }
}

/// <summary>The fields of a relation.</summary>
internal static class RelationFields
{
    public static Field<int> Of(GraphView view, PropertyDefinition property)
    {
        var relations = view.Snapshot.Relations;
        var name = property.Name;
        return new Field<int>(name, ValueDomain.Of(property), property.IsList, r => relations.Property(r, name));
    }

    public static Field<int> Of(GraphView view, BuiltInField field)
    {
        RelationTable relations = view.Snapshot.Relations;
        return field switch
        {
            BuiltInField.Id => new("id", ValueDomain.Text, false, relations.Id),
            BuiltInField.Confidence => new("confidence", ValueDomain.Number, false, r => ValueDomain.Widen(relations.Confidence(r))),
            BuiltInField.ValidFrom => new("validFrom", ValueDomain.Date, false, relations.ValidFrom),
            BuiltInField.ValidTo => new("validTo", ValueDomain.Date, false, relations.ValidTo),
            _ => throw new QueryException(QueryErrorCode.BadArgument, $"{field} is a field of entities, not of relations"),
        };
    }
}
