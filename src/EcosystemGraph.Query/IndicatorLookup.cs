using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Search;

namespace EcosystemGraph.Query;

/// <summary>Finds an indicator by its id or by a name that only it has.</summary>
public static class IndicatorLookup
{
    /// <summary>The indicator of an id, else the only one of that name, compared folded; null if there is none.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.Ambiguous"/>: the name is of several; the message lists their ids.</exception>
    public static IndicatorFact? Find(GraphSnapshot snapshot, string idOrName)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(idOrName);
        var definitions = snapshot.Definitions;
        if (definitions.Indicator(idOrName.Trim()) is { } indicator) return indicator;
        var named = IndicatorIndex.Of(snapshot).Named(idOrName).Select(i => definitions.Indicators[i]).ToList();
        if (named.Count <= 1) return named.Count == 1 ? named[0] : null;
        throw EntityLookup.Ambiguous(idOrName, "indicators", named.Select(i => i.Id));
    }

    /// <summary>As <see cref="Find"/>, but there must be one.</summary>
    /// <exception cref="QueryException">
    /// <see cref="QueryErrorCode.NotFound"/>: there is none, and the message says what a search for it finds; <see cref="QueryErrorCode.Ambiguous"/>: there are several.
    /// </exception>
    public static IndicatorFact Require(GraphSnapshot snapshot, string idOrName) =>
        Find(snapshot, idOrName) ?? throw new QueryException(QueryErrorCode.NotFound, $"there is no indicator '{idOrName}'{Nearest.Indicators(snapshot, idOrName)}");
}
