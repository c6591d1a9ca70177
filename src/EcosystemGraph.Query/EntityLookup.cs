using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Finds an entity by its id or by a name that only it has.</summary>
public static class EntityLookup
{
    private const int ListedAtMost = 10;

    /// <summary>The entity of an id, else the only one of that name, alias or Chinese name; null if there is none in the view.</summary>
    /// <remarks>
    /// Names are compared folded; short ones and acronyms (see <see cref="ShortNames"/>) exactly. A view of some documents also knows its entities by the names that the
    /// other documents use. O(log n); the first look-up by name makes the index of names.
    /// </remarks>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.Ambiguous"/>: the name is of several; the message lists their ids.</exception>
    public static int? Find(GraphView view, string idOrAlias) => Find(view, idOrAlias, static _ => true, "entities");

    /// <summary>As <see cref="Find(GraphView, string)"/>, but there must be one.</summary>
    /// <exception cref="QueryException">
    /// <see cref="QueryErrorCode.NotFound"/>: there is none, and the message says what a search for it finds; <see cref="QueryErrorCode.Ambiguous"/>: there are several.
    /// </exception>
    public static int Require(GraphView view, string idOrAlias) =>
        Find(view, idOrAlias) ?? throw new QueryException(QueryErrorCode.NotFound, NotThere(view, idOrAlias));

    /// <summary>The entity as the view's snapshot has it, or null if it is only known without the view's restrictions.</summary>
    /// <exception cref="QueryException">Not even without these is there one, or there are several.</exception>
    public static int? RequireKnown(GraphView view, string idOrAlias)
    {
        if (Find(view, idOrAlias) is { } entity) return entity;
        Require(GraphView.Of(view.Whole), idOrAlias);
        return null;
    }

    /// <summary>The entity of an id or name among some, which a message calls by what they are.</summary>
    internal static int? Find(GraphView view, string idOrAlias, Predicate<int> among, string what)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(idOrAlias);
        var text = Model.Values.Names.Normalize(idOrAlias);
        var entities = view.Snapshot.Entities;
        if (entities.TryFind(text, out var entity) && among(entity)) return view.Sees(entity) ? entity : null;
        var named = SearchIndex.Of(view.Snapshot).Named(text).Where(e => view.Sees(e) && among(e)).Distinct().ToList();
        if (named.Count > 1) throw Ambiguous(idOrAlias, what, named.Select(entities.Id));
        if (named.Count == 1) return named[0];
        if (view.Sources.Count == 0 || Find(GraphView.Of(view.Whole), idOrAlias) is not { } known) return null;
        return entities.TryFind(view.Whole.Entities.Id(known), out entity) && view.Sees(entity) ? entity : null;
    }

    /// <summary>The refusal of a name of several, which lists their ids.</summary>
    internal static QueryException Ambiguous(string name, string what, IEnumerable<string> ids)
    {
        var sorted = ids.Order(StringComparer.Ordinal).ToList();
        var listed = string.Join(", ", sorted.Take(ListedAtMost)) + (sorted.Count > ListedAtMost ? ", …" : "");
        return new QueryException(QueryErrorCode.Ambiguous, $"'{name}' is a name of {sorted.Count} {what}: {listed}");
    }

    private static string NotThere(GraphView view, string idOrAlias)
    {
        var known = view.IsWhole ? null : Find(GraphView.Of(view.Whole), idOrAlias);
        if (known is null) return $"there is no entity '{idOrAlias}'{Nearest.Entities(view, idOrAlias)}";
        var limits = new List<string>();
        if (view.AsOf is { } date) limits.Add($"at {date}");
        if (view.Sources.Count > 0) limits.Add($"in {string.Join(", ", view.Sources)}");
        return $"there is no entity '{idOrAlias}' {string.Join(" ", limits)}";
    }
}
