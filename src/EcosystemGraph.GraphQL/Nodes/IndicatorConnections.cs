using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>An indicator as a view shows its figures.</summary>
internal sealed record IndicatorNode(GraphView View, IndicatorFact Indicator)
{
    public static IndicatorNode? Of(GraphView view, string id) => view.Whole.Definitions.Indicator(id) is { } indicator ? new IndicatorNode(view, indicator) : null;
}

/// <summary>All indicators in pages, by id.</summary>
internal sealed class IndicatorConnection(RequestScope scope, GraphView view, PageRequest page) : Connection<IndicatorFact>(scope, page)
{
    private const string Mark = "indicator:";

    protected override Page<IndicatorFact> Read(PageRequest page)
    {
        var all = view.Whole.Definitions.Indicators;
        var after = page.After is null ? null : CursorText.Read(Mark, page.After);
        var rest = after is null ? all : [.. all.Where(i => string.CompareOrdinal(i.Id, after) > 0)];
        return new Page<IndicatorFact>([.. rest.Take(page.Size)], i => CursorText.Write(Mark, i.Id), rest.Count > page.Size, after is not null, () => all.Count);
    }

    protected override object Node(IndicatorFact item) => new IndicatorNode(view, item);

    protected override object Edge(IndicatorFact item, Cursor cursor) => new IndicatorEdge(new IndicatorNode(view, item), cursor, null, null);
}

/// <summary>The indicators that a search found, in pages, best first.</summary>
internal sealed class IndicatorSearchConnection(RequestScope scope, GraphView view, string text, PageRequest page) : Connection<IndicatorResult>(scope, page)
{
    protected override Page<IndicatorResult> Read(PageRequest page) => IndicatorSearch.Run(view.Whole, text, page);

    protected override object Node(IndicatorResult item) => new IndicatorNode(view, item.Indicator);

    protected override object Edge(IndicatorResult item, Cursor cursor) => new IndicatorEdge(new IndicatorNode(view, item.Indicator), cursor, item.Score, item.Matched);
}

/// <summary>An indicator of a page; with what matched, where it was searched for.</summary>
internal sealed record IndicatorEdge(IndicatorNode Node, Cursor Cursor, double? Score, string? Matched);
