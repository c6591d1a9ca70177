using System.Globalization;
using System.Text;
using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Resolvers;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>All relations of an entity in pages.</summary>
/// <param name="scope">The request.</param>
/// <param name="owner">The entity; null for one that is not seen, which has none.</param>
/// <param name="kinds">The kinds of relation; null for all.</param>
/// <param name="direction">The way in which they are followed.</param>
/// <param name="page">The page.</param>
internal sealed class RelationConnection(RequestScope scope, EntityNode? owner, IReadOnlyList<RelationKind>? kinds, Direction direction, PageRequest page)
    : Connection<Neighbor>(scope, page)
{
    protected override Page<Neighbor> Read(PageRequest page) => owner is null
        ? new Page<Neighbor>([], _ => "", false, false, () => 0)
        : RelatedQuery.All(owner.View, owner.Entity, kinds, direction, page);

    protected override object Node(Neighbor item) => new RelationNode(owner!.View, item.Relation);

    protected override object Edge(Neighbor item, Cursor cursor) => new RelatedEdge(owner!.View, item, cursor);
}

/// <summary>Figures in pages.</summary>
/// <param name="scope">The request.</param>
/// <param name="view">The view.</param>
/// <param name="filter">Which figures; null for all.</param>
/// <param name="order">Their order.</param>
/// <param name="page">The page.</param>
/// <param name="indicator">The id of the indicator whose figures they are; null for figures of any.</param>
internal sealed class ObservationConnection(RequestScope scope, GraphView view, ObservationFilter? filter, IReadOnlyList<ObservationSort> order, PageRequest page, string? indicator = null)
    : Connection<Observation>(scope, page)
{
    protected override Page<Observation> Read(PageRequest page)
    {
        var figures = DerivationEvaluator.Figures(view);
        return ObservationQuery.Run(view, filter, order, page, indicator is null ? figures.All : figures.OfIndicator(indicator));
    }

    protected override object Node(Observation item) => new ObservationNode(view, item);
}

/// <summary>What a search found, in pages.</summary>
internal sealed class SearchConnection(RequestScope scope, GraphView view, string text, IReadOnlyList<EntityType>? kinds, PageRequest page)
    : Connection<SearchResult>(scope, page)
{
    protected override Page<SearchResult> Read(PageRequest page) => EntitySearch.Run(view, text, kinds, page);

    protected override object Node(SearchResult item) => new SearchNode(view, item);
}

/// <summary>Communities in pages, the largest first.</summary>
internal sealed class CommunityConnection(RequestScope scope, CommunitiesNode all, int minSize, PageRequest page) : Connection<int>(scope, page)
{
    private const string Mark = "community:";

    protected override Page<int> Read(PageRequest page)
    {
        var from = page.After is null ? 0 : int.TryParse(CursorText.Read(Mark, page.After), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last + 1
            : throw CursorText.Foreign(page.After);
        // Sizes fall, so those that are large enough come first.
        var count = all.Result.Count;
        while (count > 0 && all.Result.Members(count - 1).Length < minSize) count--;
        return new Page<int>([.. Enumerable.Range(from, Math.Clamp(count - from, 0, page.Size))], i => CursorText.Write(Mark, i.ToString(CultureInfo.InvariantCulture)),
            count - from > page.Size, page.After is not null, () => count);
    }

    protected override object Node(int item) => new CommunityNode(all, item);
}

/// <summary>The cursor of a list that has one order only: what comes first in it.</summary>
internal static class CursorText
{
    public static string Write(string mark, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes(mark + id));

    /// <exception cref="QueryException">BAD_ARGUMENT: the cursor is of another list.</exception>
    public static string Read(string mark, string cursor)
    {
        var bytes = new byte[cursor.Length];
        var text = Convert.TryFromBase64String(cursor, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..] : throw Foreign(cursor);
    }

    public static QueryException Foreign(string cursor) => new(QueryErrorCode.BadArgument, $"after: '{cursor}' is not a cursor of this list");
}
