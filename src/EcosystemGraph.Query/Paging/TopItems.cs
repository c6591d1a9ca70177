namespace EcosystemGraph.Query.Paging;

/// <summary>Keeps the first few of the items that it is offered: a heap with the last of them on top.</summary>
/// <param name="capacity">How many are kept.</param>
/// <param name="ordering">The order.</param>
internal sealed class TopItems<T>(int capacity, Ordering<T> ordering)
{
    private readonly int _width = ordering.Keys.Count;
    private SortValue[] _keys = new SortValue[Math.Min(capacity, 64) * ordering.Keys.Count];
    private T[] _items = new T[Math.Min(capacity, 64)];
    private int[] _heap = new int[Math.Min(capacity, 64)];
    private int _count;

    /// <summary>Keeps an item if it is among the first so far. O(log capacity).</summary>
    public void Offer(ReadOnlySpan<SortValue> keys, T item)
    {
        if (_count < capacity)
        {
            if (_count == _items.Length) Grow();
            var slot = _count++;
            Put(slot, keys, item);
            var at = slot;
            while (at > 0 && Compare(slot, _heap[(at - 1) / 2]) > 0)
            {
                _heap[at] = _heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }

            _heap[at] = slot;
            return;
        }

        if (capacity == 0 || ordering.Compare(keys, item, KeysOf(_heap[0]), _items[_heap[0]]) >= 0) return;
        Put(_heap[0], keys, item);
        Sink(0);
    }

    /// <summary>The items that were kept, in order. Ends the use of this object.</summary>
    public List<T> ToSortedList()
    {
        var slots = _heap.AsSpan(0, _count);
        slots.Sort(Compare);
        var sorted = new List<T>(_count);
        foreach (var slot in slots) sorted.Add(_items[slot]);
        return sorted;
    }

    private void Sink(int at)
    {
        var slot = _heap[at];
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && Compare(_heap[child + 1], _heap[child]) > 0) child++;
            if (Compare(_heap[child], slot) <= 0) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = slot;
    }

    private void Put(int slot, ReadOnlySpan<SortValue> keys, T item)
    {
        keys.CopyTo(_keys.AsSpan(slot * _width));
        _items[slot] = item;
    }

    private ReadOnlySpan<SortValue> KeysOf(int slot) => _keys.AsSpan(slot * _width, _width);

    private int Compare(int a, int b) => ordering.Compare(KeysOf(a), _items[a], KeysOf(b), _items[b]);

    private void Grow()
    {
        var size = Math.Min(capacity, 2 * _items.Length);
        Array.Resize(ref _items, size);
        Array.Resize(ref _heap, size);
        Array.Resize(ref _keys, size * _width);
    }
}
