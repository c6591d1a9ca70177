using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>
/// What an id, a name or an alias in a query stands for. Looked up once for a view, however often it is asked; safe to use from any number of threads.
/// </summary>
/// <typeparam name="T">What it stands for.</typeparam>
/// <param name="text">The id, name or alias.</param>
/// <param name="find">Looks it up, and refuses what is not there or of several.</param>
public sealed class Reference<T>(string text, Func<GraphView, string, T> find)
{
    // Queries are kept with their references for long: they must not keep the view, and with it an old snapshot.
    private Found? _last;

    /// <summary>The id, name or alias as it was given.</summary>
    public string Text => text;

    /// <summary>What it stands for in a view.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: nothing has that id or name; <see cref="QueryErrorCode.Ambiguous"/>: several have that name.</exception>
    public T In(GraphView view)
    {
        if (Volatile.Read(ref _last) is { } last && last.View.TryGetTarget(out var known) && ReferenceEquals(known, view)) return last.Value;
        var value = find(view, text);
        Volatile.Write(ref _last, new Found(new WeakReference<GraphView>(view), value));
        return value;
    }

    /// <inheritdoc/>
    public override string ToString() => text;

    private sealed record Found(WeakReference<GraphView> View, T Value);
}

/// <summary>References to what queries name.</summary>
public static class Reference
{
    /// <summary>To an entity by its id, or by a name or alias that only it has; null in a view that does not show it.</summary>
    public static Reference<int?> ToEntity(string text) => new(text, EntityLookup.RequireKnown);

    /// <summary>To a document, likewise: its id. A document may be cited in a view that does not show it.</summary>
    public static Reference<string> ToDocument(string text) => new(text, DocumentLookup.Require);

    /// <summary>To an indicator by its id, or by a name that only it has: its id.</summary>
    public static Reference<string> ToIndicator(string text) => new(text, static (view, id) => IndicatorLookup.Require(view.Whole, id).Id);
}
