using System.Collections.Concurrent;

namespace EcosystemGraph.Query.Views;

/// <summary>What was computed from a snapshot for the dates that were asked for last. Hangs on the snapshot as a derived value.</summary>
/// <typeparam name="T">What is computed.</typeparam>
internal sealed class ValuesByDate<T> where T : class
{
    private const int Kept = 16;

    private readonly ConcurrentDictionary<string, Lazy<T>> _byDate = new(StringComparer.Ordinal);

    /// <summary>The value for a view's snapshot and date: made once, however many threads ask.</summary>
    public static T Of(GraphView view, Func<GraphView, T> make) => view.Snapshot.Derive<ValuesByDate<T>>((_, _) => new ValuesByDate<T>()).Get(view, make);

    private T Get(GraphView view, Func<GraphView, T> make)
    {
        if (_byDate.Count >= Kept) _byDate.Clear();
        return _byDate.GetOrAdd(view.AsOf?.Text ?? "", _ => new Lazy<T>(() => make(view))).Value;
    }
}
