using System.Collections.Concurrent;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>A value of an earlier snapshot, to make the next one from.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The earlier value.</param>
/// <param name="ChangedEntities">The entities whose own columns, relations or observations have changed since, those that came or went among them.</param>
public sealed record DerivedFrom<T>(T Value, IReadOnlyCollection<int> ChangedEntities) where T : class;

/// <summary>The values that were computed from a snapshot, and what they can be made from.</summary>
internal sealed class DerivedValues
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _values = new();
    private readonly Dictionary<Type, (object Value, HashSet<int> Changed)> _inherited;

    private DerivedValues(Dictionary<Type, (object Value, HashSet<int> Changed)> inherited) => _inherited = inherited;

    public static DerivedValues None() => new([]);

    public T Get<T>(GraphSnapshot snapshot, Func<GraphSnapshot, DerivedFrom<T>?, T> make) where T : class
    {
        var value = _values.GetOrAdd(typeof(T), type => new Lazy<object>(() =>
        {
            var from = _inherited.TryGetValue(type, out var earlier) ? new DerivedFrom<T>((T)earlier.Value, earlier.Changed) : null;
            return make(snapshot, from);
        }));
        return (T)value.Value;
    }

    public DerivedValues Inherit(IReadOnlyCollection<int> changedEntities)
    {
        var inherited = new Dictionary<Type, (object, HashSet<int>)>();
        foreach (var (type, (value, changed)) in _inherited) inherited[type] = (value, [.. changed, .. changedEntities]);
        foreach (var (type, value) in _values)
        {
            if (value.IsValueCreated) inherited[type] = (value.Value, [.. changedEntities]);
        }

        return new DerivedValues(inherited);
    }
}
