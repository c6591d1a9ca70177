using System.Collections;

namespace EcosystemGraph.Query.Paging;

/// <summary>A part of a list. Cursors are made, and the whole is counted, only when they are read.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Page<T>
{
    private readonly Lazy<int> _totalCount;

    /// <summary>Creates a page.</summary>
    /// <param name="items">The items of the page.</param>
    /// <param name="cursorOf">Makes the cursor of an item.</param>
    /// <param name="hasNextPage">True if more items follow.</param>
    /// <param name="hasPreviousPage">True if the page starts after a cursor.</param>
    /// <param name="totalCount">Counts the items of all pages; called at most once.</param>
    public Page(IReadOnlyList<T> items, Func<T, string> cursorOf, bool hasNextPage, bool hasPreviousPage, Func<int> totalCount)
        : this(items, new LazyCursors(items, cursorOf), hasNextPage, hasPreviousPage, new Lazy<int>(totalCount))
    {
    }

    private Page(IReadOnlyList<T> items, IReadOnlyList<string> cursors, bool hasNextPage, bool hasPreviousPage, Lazy<int> totalCount)
    {
        Items = items;
        Cursors = cursors;
        HasNextPage = hasNextPage;
        HasPreviousPage = hasPreviousPage;
        _totalCount = totalCount;
    }

    /// <summary>The items of the page.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of each item, made when it is read.</summary>
    public IReadOnlyList<string> Cursors { get; }

    /// <summary>True if more items follow.</summary>
    public bool HasNextPage { get; }

    /// <summary>True if the page starts after a cursor.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>How many items all pages have together.</summary>
    public int TotalCount => _totalCount.Value;

    /// <summary>The same page of something made from each item; the cursors stay those of the items.</summary>
    public Page<TResult> Select<TResult>(Func<T, TResult> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new Page<TResult>([.. Items.Select(make)], Cursors, HasNextPage, HasPreviousPage, _totalCount);
    }

    private sealed class LazyCursors(IReadOnlyList<T> items, Func<T, string> cursorOf) : IReadOnlyList<string>
    {
        public int Count => items.Count;

        public string this[int index] => cursorOf(items[index]);

        public IEnumerator<string> GetEnumerator() => items.Select(cursorOf).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
