using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Lists of entities.</summary>
public static class EntityQuery
{
    /// <summary>
    /// A page of the entities of a kind or interface, or of all, that fit a filter. Without an order they come by id, and the walk stops when the page is full:
    /// O(page) without a filter; with an order O(n log page).
    /// </summary>
    /// <exception cref="QueryException">The filter, the order or the page is refused.</exception>
    public static Page<int> Run(GraphView view, EntityType? type, EntityFilter? filter, IReadOnlyList<EntitySort> order, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        var entities = view.Entities(type);
        var accepts = filter is null ? null : FilterEvaluator.Compile(view, filter);
        var ordering = Orderings.OfEntities(view, order);
        if (order.Count > 0) return PageSelection.Sorted(Walk(entities, 0), accepts, ordering, page);

        var cursor = page.After is { } after ? Cursor.Read(after, ordering) : null;
        var start = cursor is null ? 0 : FirstAfter(view, entities, cursor.Ties[0]);
        return PageSelection.InOrder(Walk(entities, start), accepts, ordering, page, accepts is null ? () => entities.Count : () => Count(entities, accepts));
    }

    private static Walk<int> Walk(IReadOnlyList<int> entities, int start) => visit =>
    {
        for (var i = start; i < entities.Count; i++)
        {
            if (!visit(entities[i])) return;
        }
    };

    private static int Count(IReadOnlyList<int> entities, Predicate<int> accepts)
    {
        var count = 0;
        for (var i = 0; i < entities.Count; i++)
        {
            if (accepts(entities[i])) count++;
        }

        return count;
    }

    private static int FirstAfter(GraphView view, IReadOnlyList<int> entities, string id)
    {
        var (low, high) = (0, entities.Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (string.CompareOrdinal(view.Snapshot.Entities.Id(entities[middle]), id) <= 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
