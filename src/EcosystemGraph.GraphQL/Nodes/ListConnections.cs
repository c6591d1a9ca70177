using System.Text;
using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Model.Facts;
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
internal sealed class ObservationConnection(RequestScope scope, GraphView view, ObservationFilter? filter, IReadOnlyList<ObservationSort> order, PageRequest page)
    : Connection<Observation>(scope, page)
{
    protected override Page<Observation> Read(PageRequest page) => ObservationQuery.Run(view, filter, order, page, DerivationEvaluator.Figures(view).All);

    protected override object Node(Observation item) => new ObservationNode(view, item);
}

/// <summary>What a search found, in pages.</summary>
internal sealed class SearchConnection(RequestScope scope, GraphView view, string text, IReadOnlyList<EntityType>? kinds, PageRequest page)
    : Connection<SearchResult>(scope, page)
{
    protected override Page<SearchResult> Read(PageRequest page) => EntitySearch.Run(view, text, kinds, page);

    protected override object Node(SearchResult item) => new SearchNode(view, item);
}

/// <summary>Indicators in pages, by id.</summary>
internal sealed class IndicatorConnection(RequestScope scope, IReadOnlyList<IndicatorFact> all, PageRequest page) : Connection<IndicatorFact>(scope, page)
{
    protected override Page<IndicatorFact> Read(PageRequest page)
    {
        var after = page.After is null ? null : CursorText.Read(page.After);
        var rest = after is null ? all : [.. all.Where(i => string.CompareOrdinal(i.Id, after) > 0)];
        return new Page<IndicatorFact>([.. rest.Take(page.Size)], i => CursorText.Write(i.Id), rest.Count > page.Size, after is not null, () => all.Count);
    }

    protected override object Node(IndicatorFact item) => item;

    /// <summary>The cursor of a list that has one order only: its id.</summary>
    private static class CursorText
    {
        private const string Mark = "indicator:";

        public static string Write(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark + id));

        public static string Read(string cursor)
        {
            var bytes = new byte[cursor.Length];
            var text = Convert.TryFromBase64String(cursor, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
            return text.StartsWith(Mark, StringComparison.Ordinal)
                ? text[Mark.Length..]
                : throw new QueryException(QueryErrorCode.BadArgument, $"after: '{cursor}' is not a cursor of this list");
        }
    }
}
