using System.Collections;

namespace EcosystemGraph.Model.Facts;

/// <summary>
/// The properties that one statement fills: a few names with their values, in order, compared by content.
/// Values are <see cref="string"/> (also for enums and ids), <see cref="int"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>,
/// <see cref="Values.PartialDate"/>, or an <c>object[]</c> of one of these for a list.
/// </summary>
public sealed class PropertyBag : IReadOnlyList<KeyValuePair<string, object>>, IEquatable<PropertyBag>
{
    private readonly KeyValuePair<string, object>[] _items;

    private PropertyBag(KeyValuePair<string, object>[] items) => _items = items;

    /// <summary>No properties.</summary>
    public static PropertyBag Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object> this[int index] => _items[index];

    /// <summary>The value of a property, or null if the statement does not fill it. O(count).</summary>
    public object? this[string name]
    {
        get
        {
            foreach (var item in _items)
            {
                if (item.Key == name) return item.Value;
            }

            return null;
        }
    }

    /// <summary>A bag of the given properties, which are sorted by name.</summary>
    public static PropertyBag Create(IEnumerable<KeyValuePair<string, object>> items)
    {
        var array = items.ToArray();
        if (array.Length == 0) return Empty;
        Array.Sort(array, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new PropertyBag(array);
    }

    /// <summary>True if two values of a property are the same: lists by their elements, decimals and dates by what they mean.</summary>
    public static bool ValueEquals(object? a, object? b) =>
        a is object[] x && b is object[] y ? x.AsSpan().SequenceEqual(y) : Equals(a, b);

    /// <inheritdoc/>
    public bool Equals(PropertyBag? other)
    {
        if (other is null || other._items.Length != _items.Length) return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Key != other._items[i].Key || !ValueEquals(_items[i].Value, other._items[i].Value)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyBag);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item.Key, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
