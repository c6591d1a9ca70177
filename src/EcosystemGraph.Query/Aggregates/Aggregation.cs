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
        return [.. Grouping.By(related, [.. keys.Select(k => new GroupKeyReader<Neighbor>(Reader(view, k), view.Snapshot.Entities.Id))])
            .Select(g => new AggregateGroup(view, g.Keys, g.Members))];
    }

    private static Action<Neighbor, IGroupKeyValues> Reader(GraphView view, GroupKey key)
    {
        if (key is ByEdgePropertyKey edge) return (n, values) => AddItems(view.Snapshot.Relations.Property(n.Relation, edge.Property.Name), values);
        var read = ReaderOfEntity(view, key);
        return (n, values) => read(n.Entity, values);
    }

    private static Action<int, IGroupKeyValues> ReaderOfEntity(GraphView view, GroupKey key)
    {
        var entities = view.Snapshot.Entities;
        switch (key)
        {
            case ByKindKey:
                return (e, values) => values.Add(entities.Kind(e).EnumName);
            case ByPropertyKey property:
                return (e, values) => AddItems(entities.Property(e, property.Property.Name), values);
            case ByYearKey year:
                return (e, values) =>
                {
                    if (entities.Property(e, year.Property.Name) is PartialDate { Year: { } value }) values.Add(value);
                };
            case ByRelatedKey related:
                var inner = related.Inner is null ? (e, values) => values.AddEntity(e) : ReaderOfEntity(view, related.Inner);
                return (e, values) =>
                {
                    foreach (var neighbor in view.Related(e, related.Field)) inner(neighbor.Entity, values);
                };
            case ByWithinKey within:
                var containment = Containment.Of(view);
                var wanted = KindSet.Of(view.Snapshot.Ontology, [within.Type]);
                return (e, values) =>
                {
                    if (wanted[entities.KindIndex(e)]) values.AddEntity(e);
                    foreach (var place in containment.Ancestors(e))
                    {
                        if (wanted[entities.KindIndex(place)]) values.AddEntity(place);
                    }
                };
            case ByEdgePropertyKey edge:
                throw new QueryException(QueryErrorCode.BadArgument, $"groupBy: '{edge.Property.Name}' is a property of relations; expected one of entities");
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "unknown key");
        }
    }

    private static void AddItems(object? value, IGroupKeyValues values)
    {
        switch (value)
        {
            case null:
                return;
            case object[] items:
                foreach (var item in items) values.Add(item);
                return;
            default:
                values.Add(value);
                return;
        }
    }
}
