namespace EcosystemGraph.Query.Aggregates;

/// <summary>Puts items into groups by several keys, each of which may give several values.</summary>
internal static class Grouping
{
    /// <summary>
    /// The groups, largest first, then by their keys in ordinal order, those without a value last. Without keys there is one group of all items.
    /// O(items × combinations of their values).
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="keys">The keys.</param>
    public static List<(AggregateKeyValue[] Keys, List<T> Members)> By<T>(IEnumerable<T> items, IReadOnlyList<GroupKeyReader<T>> keys)
    {
        var root = new Node<T>(0);
        var groups = new List<(AggregateKeyValue[] Keys, List<T> Members)>();
        if (keys.Count == 0) groups.Add(([], root.Members));
        foreach (var item in items) Add(root, item, keys, 0);
        Collect(root, keys, [], groups);
        groups.Sort((a, b) => a.Members.Count != b.Members.Count ? b.Members.Count.CompareTo(a.Members.Count) : Compare(a.Keys, b.Keys));
        return groups;
    }

    private static void Add<T>(Node<T> node, T item, IReadOnlyList<GroupKeyReader<T>> keys, int at)
    {
        if (at == keys.Count)
        {
            node.Members.Add(item);
            return;
        }

        foreach (var number in keys[at].Read(item))
        {
            if (!node.Next.TryGetValue(number, out var next)) node.Next[number] = next = new Node<T>(number);
            Add(next, item, keys, at + 1);
        }
    }

    private static void Collect<T>(Node<T> node, IReadOnlyList<GroupKeyReader<T>> keys, AggregateKeyValue[] path, List<(AggregateKeyValue[] Keys, List<T> Members)> groups)
    {
        if (path.Length == keys.Count && path.Length > 0) groups.Add((path, node.Members));
        foreach (var next in node.Next.Values) Collect(next, keys, [.. path, keys[path.Length][next.Number]], groups);
    }

    private static int Compare(AggregateKeyValue[] a, AggregateKeyValue[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].Text is null != b[i].Text is null) return a[i].Text is null ? 1 : -1;
            var order = string.CompareOrdinal(a[i].Text, b[i].Text);
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>The items that agree in the values of the keys so far.</summary>
    private sealed class Node<T>(int number)
    {
        public int Number => number;

        public List<T> Members { get; } = [];

        public Dictionary<int, Node<T>> Next { get; } = [];
    }
}
