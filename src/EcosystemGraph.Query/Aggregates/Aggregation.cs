using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>Puts entities, or relations with their other ends, into groups and sums them up.</summary>
public static class Aggregation
{
    private const int NoRelation = -1;

    /// <summary>The groups of entities, largest first, then by their keys. Without keys there is one group of all. O(entities × values of the keys).</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: a key is of relations, and there are none.</exception>
    public static IReadOnlyList<AggregateGroup> Run(GraphView view, IReadOnlyList<int> entities, IReadOnlyList<GroupKey> keys)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.OfType<ByEdgePropertyKey>().FirstOrDefault() is { } edge)
            throw new QueryException(QueryErrorCode.BadArgument, $"groupBy: '{edge.Property.Name}' is a property of relations; expected one of entities");
        return Run(view, entities.Select(e => new Neighbor(NoRelation, e, true)), keys);
    }

    /// <summary>The groups of relations with their other ends, largest first, then by their keys.</summary>
    public static IReadOnlyList<AggregateGroup> Run(GraphView view, IEnumerable<Neighbor> related, IReadOnlyList<GroupKey> keys)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(related);
        ArgumentNullException.ThrowIfNull(keys);
        return [.. Grouping.By(related, [.. keys.Select(k => Values(view, k))]).Select(g => new AggregateGroup(view, g.Keys, g.Members))];
    }

    private static Func<Neighbor, IEnumerable<AggregateKeyValue>> Values(GraphView view, GroupKey key)
    {
        if (key is ByEdgePropertyKey edge) return n => Items(view.Snapshot.Relations.Property(n.Relation, edge.Property.Name));
        var values = ValuesOfEntity(view, key);
        return n => values(n.Entity);
    }

    private static Func<int, IEnumerable<AggregateKeyValue>> ValuesOfEntity(GraphView view, GroupKey key)
    {
        var entities = view.Snapshot.Entities;
        switch (key)
        {
            case ByKindKey:
                return e => [new AggregateKeyValue(entities.Kind(e).EnumName, null)];
            case ByPropertyKey property:
                return e => Items(entities.Property(e, property.Property.Name));
            case ByYearKey year:
                return e => entities.Property(e, year.Property.Name) is PartialDate { Year: { } value } ? [Grouping.Value(value)] : [];
            case ByRelatedKey { Inner: null } related:
                return e => view.Related(e, related.Field).ToList().Select(n => Entity(view, n.Entity));
            case ByRelatedKey { Inner: { } inner } related:
                var values = ValuesOfEntity(view, inner);
                return e => view.Related(e, related.Field).ToList().SelectMany(n => values(n.Entity));
            case ByWithinKey within:
                var containment = Containment.Of(view);
                var wanted = KindSet.Of(view.Snapshot.Ontology, [within.Type]);
                return e => containment.Ancestors(e).Prepend(e).Where(p => wanted[entities.KindIndex(p)]).Select(p => Entity(view, p));
            case ByEdgePropertyKey edge:
                throw new QueryException(QueryErrorCode.BadArgument, $"groupBy: '{edge.Property.Name}' is a property of relations; expected one of entities");
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "unknown key");
        }
    }

    private static IEnumerable<AggregateKeyValue> Items(object? value) => value switch
    {
        null => [],
        object[] items => items.Select(Grouping.Value),
        _ => [Grouping.Value(value)],
    };

    private static AggregateKeyValue Entity(GraphView view, int entity) => new(view.Snapshot.Entities.Id(entity), entity);
}
