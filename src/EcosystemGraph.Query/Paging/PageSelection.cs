namespace EcosystemGraph.Query.Paging;

/// <summary>Hands its items to a visitor until this says that it has enough.</summary>
/// <param name="visit">Takes an item; false ends the walk.</param>
internal delegate void Walk<T>(Func<T, bool> visit);

/// <summary>Picks a page out of a list.</summary>
internal static class PageSelection
{
    /// <summary>
    /// A page of a list that is already in the order of the ties. Stops as soon as the page is full.
    /// </summary>
    /// <param name="walk">The list.</param>
    /// <param name="accepts">The filter, or null.</param>
    /// <param name="ordering">The order, without keys.</param>
    /// <param name="page">The page.</param>
    /// <param name="count">Counts the whole list where this is cheaper than a walk; null to walk.</param>
    public static Page<T> InOrder<T>(Walk<T> walk, Predicate<T>? accepts, Ordering<T> ordering, PageRequest page, Func<int>? count)
    {
        var size = page.Size;
        var cursor = page.After is { } after ? Cursor.Read(after, ordering) : null;
        var items = new List<T>(Math.Min(size, PageRequest.DefaultSize) + 1);
        walk(item =>
        {
            if (cursor is not null && ordering.Compare([], item, cursor) <= 0) return true;
            if (accepts is null || accepts(item)) items.Add(item);
            return items.Count <= size;
        });
        return Make(items, size, ordering, page, count ?? (() => Count(walk, accepts)));
    }

    /// <summary>A page of a list in any order. One walk, which also counts; O(n log page) time and O(page) memory.</summary>
    public static Page<T> Sorted<T>(Walk<T> walk, Predicate<T>? accepts, Ordering<T> ordering, PageRequest page)
    {
        var size = page.Size;
        var cursor = page.After is { } after ? Cursor.Read(after, ordering) : null;
        var best = new TopItems<T>(size + 1, ordering);
        var keys = new SortValue[ordering.Keys.Count];
        var total = 0;
        walk(item =>
        {
            if (accepts is not null && !accepts(item)) return true;
            total++;
            ordering.Read(item, keys);
            if (cursor is null || ordering.Compare(keys, item, cursor) > 0) best.Offer(keys, item);
            return true;
        });
        return Make(best.ToSortedList(), size, ordering, page, () => total);
    }

    private static Page<T> Make<T>(List<T> items, int size, Ordering<T> ordering, PageRequest page, Func<int> count)
    {
        var more = items.Count > size;
        if (more) items.RemoveAt(size);
        return new Page<T>(items, ordering.CursorOf, more, page.After is not null, count);
    }

    private static int Count<T>(Walk<T> walk, Predicate<T>? accepts)
    {
        var count = 0;
        walk(item =>
        {
            if (accepts is null || accepts(item)) count++;
            return true;
        });
        return count;
    }
}
