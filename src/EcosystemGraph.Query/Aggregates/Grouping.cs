using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>Puts items into groups by several keys, each of which may give several values.</summary>
internal static class Grouping
{
    private static readonly AggregateKeyValue Nothing = new(null, null);

    /// <summary>The groups, largest first, then by their keys in ordinal order, those without a value last. Without keys there is one group of all items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="keys">The keys: each gives the values of an item.</param>
    public static IEnumerable<(AggregateKeyValue[] Keys, List<T> Members)> By<T>(IEnumerable<T> items, IReadOnlyList<Func<T, IEnumerable<AggregateKeyValue>>> keys)
    {
        var groups = new Dictionary<AggregateKeyValue[], List<T>>(KeyComparer.Instance);
        if (keys.Count == 0) groups[[]] = [];
        foreach (var item in items)
        {
            foreach (var combination in Combinations(item, keys, 0))
            {
                if (!groups.TryGetValue(combination, out var members)) groups[combination] = members = [];
                members.Add(item);
            }
        }

        return groups.Select(g => (g.Key, g.Value)).OrderByDescending(g => g.Value.Count).ThenBy(g => g.Key, KeyComparer.Instance);
    }

    /// <summary>A value as a key.</summary>
    public static AggregateKeyValue Value(object value) => new(PropertyText.Format(value), null);

    private static IEnumerable<AggregateKeyValue[]> Combinations<T>(T item, IReadOnlyList<Func<T, IEnumerable<AggregateKeyValue>>> keys, int at)
    {
        if (at == keys.Count) return [new AggregateKeyValue[at]];
        var values = keys[at](item).Distinct().DefaultIfEmpty(Nothing).ToList();
        return Combinations(item, keys, at + 1).SelectMany(rest => values.Select(value =>
        {
            var combination = (AggregateKeyValue[])rest.Clone();
            combination[at] = value;
            return combination;
        }));
    }

    private sealed class KeyComparer : IEqualityComparer<AggregateKeyValue[]>, IComparer<AggregateKeyValue[]>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(AggregateKeyValue[]? x, AggregateKeyValue[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(AggregateKeyValue[] keys)
        {
            var hash = new HashCode();
            foreach (var key in keys) hash.Add(key);
            return hash.ToHashCode();
        }

        public int Compare(AggregateKeyValue[]? x, AggregateKeyValue[]? y)
        {
            for (var i = 0; i < x!.Length; i++)
            {
                var (a, b) = (x[i].Text, y![i].Text);
                if (a is null != b is null) return a is null ? 1 : -1;
                var order = string.CompareOrdinal(a, b);
                if (order != 0) return order;
            }

            return 0;
        }
    }
}
