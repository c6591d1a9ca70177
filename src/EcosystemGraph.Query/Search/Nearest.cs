using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Search;

/// <summary>What may have been meant by a name that nothing has, as the end of a message; empty where a search for it finds nothing.</summary>
internal static class Nearest
{
    private static readonly PageRequest AFew = new(3);

    public static string Entities(GraphView view, string name) =>
        Hint(name, () => EntitySearch.Run(view, name, null, AFew).Items.Select(r => view.Snapshot.Entities.Id(r.Entity)));

    public static string Indicators(GraphSnapshot snapshot, string name) =>
        Hint(name, () => IndicatorSearch.Run(snapshot, name, AFew).Items.Select(r => r.Indicator.Id));

    private static string Hint(string name, Func<IEnumerable<string>> search)
    {
        if (name.Length > SearchQuery.MaximumLength || Names.Fold(name).Length == 0) return "";
        var ids = string.Join(" or ", search().Select(id => $"'{id}'"));
        return ids.Length == 0 ? "" : $"; did you mean {ids}?";
    }
}
