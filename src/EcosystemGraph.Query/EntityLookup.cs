using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Finds an entity by its id or by a name that only it has.</summary>
public static class EntityLookup
{
    private const int ListedAtMost = 10;

    /// <summary>The entity of an id, else the only one of that name, alias or Chinese name; null if there is none in the view.</summary>
    /// <remarks>Names are compared folded; short ones and acronyms (see <see cref="ShortNames"/>) exactly. O(log n); the first look-up by name makes the index of names.</remarks>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.Ambiguous"/>: the name is of several; the message lists their ids.</exception>
    public static int? Find(GraphView view, string idOrAlias)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(idOrAlias);
        var text = Model.Values.Names.Normalize(idOrAlias);
        var entities = view.Snapshot.Entities;
        if (entities.TryFind(text, out var entity)) return view.Sees(entity) ? entity : null;
        var named = SearchIndex.Of(view.Snapshot).Named(text).Where(view.Sees).Distinct().ToList();
        if (named.Count <= 1) return named.Count == 1 ? named[0] : null;
        var ids = named.Select(entities.Id).Order(StringComparer.Ordinal).ToList();
        var listed = string.Join(", ", ids.Take(ListedAtMost)) + (ids.Count > ListedAtMost ? ", …" : "");
        throw new QueryException(QueryErrorCode.Ambiguous, $"'{idOrAlias}' is a name of {ids.Count} entities: {listed}");
    }

    /// <summary>As <see cref="Find"/>, but there must be one.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is none; <see cref="QueryErrorCode.Ambiguous"/>: there are several.</exception>
    public static int Require(GraphView view, string idOrAlias) =>
        Find(view, idOrAlias) ?? throw new QueryException(QueryErrorCode.NotFound, NotThere(view, idOrAlias));

    /// <summary>The entity as the view's snapshot has it, or null if it is only known without the view's restrictions.</summary>
    /// <exception cref="QueryException">Not even without these is there one, or there are several.</exception>
    internal static int? RequireKnown(GraphView view, string idOrAlias)
    {
        if (Find(view, idOrAlias) is { } entity) return entity;
        Require(GraphView.Of(view.Whole), idOrAlias);
        return null;
    }

    private static string NotThere(GraphView view, string idOrAlias)
    {
        var known = view.Key == GraphView.Of(view.Whole).Key ? null : Find(GraphView.Of(view.Whole), idOrAlias);
        if (known is null) return $"there is no entity '{idOrAlias}'";
        var limits = new List<string>();
        if (view.AsOf is { } date) limits.Add($"at {date}");
        if (view.Sources.Count > 0) limits.Add($"in {string.Join(", ", view.Sources)}");
        return $"there is no entity '{idOrAlias}' {string.Join(" ", limits)}";
    }
}
