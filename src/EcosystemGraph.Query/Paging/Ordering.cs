using System.Text;

namespace EcosystemGraph.Query.Paging;

/// <summary>One key of an order, ready to be read from items.</summary>
/// <param name="Name">What tells it from other keys; part of the order's signature.</param>
/// <param name="Descending">True for the largest first; what has no value comes last either way.</param>
/// <param name="Read">Reads the key's value.</param>
internal sealed record SortKey<T>(string Name, bool Descending, Func<T, SortValue> Read);

/// <summary>A total order of items: by keys, then by texts that no two items share.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Ties">What breaks ties, in ordinal order, first to last; the first is the id.</param>
internal sealed record Ordering<T>(IReadOnlyList<SortKey<T>> Keys, IReadOnlyList<Func<T, string>> Ties)
{
    /// <summary>Tells this order from others, so that a cursor of another is noticed.</summary>
    public string Signature { get; } = Sign(Keys);

    public void Read(T item, Span<SortValue> values)
    {
        for (var k = 0; k < Keys.Count; k++) values[k] = Keys[k].Read(item);
    }

    public int Compare(ReadOnlySpan<SortValue> a, T itemA, ReadOnlySpan<SortValue> b, T itemB)
    {
        var order = CompareKeys(a, b);
        for (var t = 0; order == 0 && t < Ties.Count; t++) order = string.CompareOrdinal(Ties[t](itemA), Ties[t](itemB));
        return order;
    }

    public int Compare(ReadOnlySpan<SortValue> values, T item, Cursor cursor)
    {
        var order = CompareKeys(values, cursor.Keys);
        for (var t = 0; order == 0 && t < Ties.Count; t++) order = string.CompareOrdinal(Ties[t](item), cursor.Ties[t]);
        return order;
    }

    public string CursorOf(T item)
    {
        var values = new SortValue[Keys.Count];
        Read(item, values);
        return new Cursor(values, [.. Ties.Select(t => t(item))]).Write(Signature);
    }

    private int CompareKeys(ReadOnlySpan<SortValue> a, ReadOnlySpan<SortValue> b)
    {
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k].HasValue != b[k].HasValue) return a[k].HasValue ? -1 : 1;
            if (!a[k].HasValue) continue;
            var order = SortValue.Compare(a[k], b[k]);
            if (order != 0) return Keys[k].Descending ? -order : order;
        }

        return 0;
    }

    private static string Sign(IReadOnlyList<SortKey<T>> keys)
    {
        // FNV-1a over the names: short, and the same in every process.
        var hash = 14695981039346656037UL;
        foreach (var key in keys)
        {
            foreach (var b in Encoding.UTF8.GetBytes($"{key.Name} {(key.Descending ? '-' : '+')};")) hash = unchecked((hash ^ b) * 1099511628211UL);
        }

        return $"{keys.Count}{unchecked((uint)(hash ^ (hash >> 32))):x}";
    }
}
