namespace EcosystemGraph.Query.Search;

/// <summary>For each key the items that have it, in ascending order, in one array.</summary>
/// <typeparam name="TKey">A word, a run of letters.</typeparam>
internal sealed class Postings<TKey> where TKey : notnull
{
    private readonly Dictionary<TKey, int> _keys;
    private readonly int[] _offsets;
    private readonly int[] _items;

    /// <param name="pairs">Keys with their items; items come in ascending order.</param>
    /// <param name="comparer">How keys are compared.</param>
    public Postings(IEnumerable<(TKey Key, int Item)> pairs, IEqualityComparer<TKey>? comparer = null)
    {
        _keys = new Dictionary<TKey, int>(comparer);
        var entries = new List<(int Key, int Item)>();
        foreach (var (key, item) in pairs)
        {
            if (!_keys.TryGetValue(key, out var number)) _keys[key] = number = _keys.Count;
            entries.Add((number, item));
        }

        _offsets = new int[_keys.Count + 1];
        foreach (var (key, _) in entries) _offsets[key + 1]++;
        for (var k = 0; k < _keys.Count; k++) _offsets[k + 1] += _offsets[k];
        var next = _offsets.AsSpan(0, _keys.Count).ToArray();
        _items = new int[entries.Count];
        foreach (var (key, item) in entries) _items[next[key]++] = item;
    }

    /// <summary>All keys, in the order of their first item.</summary>
    public IEnumerable<TKey> Keys => _keys.Keys;

    /// <summary>The items of a key; none if no item has it.</summary>
    public ReadOnlySpan<int> this[TKey key] =>
        _keys.TryGetValue(key, out var number) ? _items.AsSpan(_offsets[number], _offsets[number + 1] - _offsets[number]) : default;
}
