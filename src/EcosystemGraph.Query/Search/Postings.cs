namespace EcosystemGraph.Query.Search;

/// <summary>For each key the items that have it, in the order in which they were added, in one array.</summary>
/// <typeparam name="TKey">A word, a run of letters.</typeparam>
internal sealed class Postings<TKey> where TKey : notnull
{
    private readonly Dictionary<TKey, int> _keys;
    private readonly int[] _offsets;
    private readonly int[] _items;

    private Postings(Dictionary<TKey, int> keys, int[] offsets, int[] items)
    {
        _keys = keys;
        _offsets = offsets;
        _items = items;
    }

    /// <summary>All keys, in the order of their first item.</summary>
    public IReadOnlyCollection<TKey> Keys => _keys.Keys;

    /// <summary>The items of a key; none if no item has it.</summary>
    public ReadOnlySpan<int> this[TKey key] =>
        _keys.TryGetValue(key, out var number) ? _items.AsSpan(_offsets[number], _offsets[number + 1] - _offsets[number]) : default;

    /// <summary>Collects keys with their items.</summary>
    /// <param name="comparer">How keys are compared; null for their own way.</param>
    public sealed class Builder(IEqualityComparer<TKey>? comparer = null)
    {
        private readonly Dictionary<TKey, int> _keys = new(comparer);
        private readonly List<(int Key, int Item)> _entries = [];

        public void Add(TKey key, int item)
        {
            if (!_keys.TryGetValue(key, out var number)) _keys[key] = number = _keys.Count;
            _entries.Add((number, item));
        }

        public Postings<TKey> Build()
        {
            var offsets = new int[_keys.Count + 1];
            foreach (var (key, _) in _entries) offsets[key + 1]++;
            for (var k = 0; k < _keys.Count; k++) offsets[k + 1] += offsets[k];
            var next = offsets.AsSpan(0, _keys.Count).ToArray();
            var items = new int[_entries.Count];
            foreach (var (key, item) in _entries) items[next[key]++] = item;
            _keys.TrimExcess();
            return new Postings<TKey>(_keys, offsets, items);
        }
    }
}
