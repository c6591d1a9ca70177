using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.Query.Paging;

namespace EcosystemGraph.GraphQL.Nodes;

/// <summary>A list in pages. The page is read when its items are asked for; counting does not read it, and reading it does not count.</summary>
internal abstract class Connection
{
    public abstract IReadOnlyList<object> Nodes { get; }

    public abstract IReadOnlyList<object> Edges { get; }

    public abstract PageInfo PageInfo { get; }

    public abstract int TotalCount { get; }
}

/// <summary>What a page says of itself.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, IReadOnlyList<string> Cursors)
{
    public string? StartCursor => Cursors.Count == 0 ? null : Cursors[0];

    public string? EndCursor => Cursors.Count == 0 ? null : Cursors[^1];
}

/// <summary>A connection of items of one type.</summary>
/// <param name="scope">The request, whose budget the items are taken from.</param>
/// <param name="request">The page that was asked for.</param>
internal abstract class Connection<T>(RequestScope scope, PageRequest request) : Connection
{
    private static readonly PageRequest CountOnly = new(0);

    private Page<T>? _page;
    private Page<T>? _counted;

    public sealed override IReadOnlyList<object> Nodes
    {
        get
        {
            var items = Page.Items;
            var nodes = new object[items.Count];
            for (var i = 0; i < nodes.Length; i++) nodes[i] = Node(items[i]);
            return nodes;
        }
    }

    public sealed override IReadOnlyList<object> Edges
    {
        get
        {
            var page = Page;
            var edges = new object[page.Items.Count];
            for (var i = 0; i < edges.Length; i++) edges[i] = Edge(page.Items[i], new Cursor(page.Cursors, i));
            return edges;
        }
    }

    public sealed override PageInfo PageInfo => new(Page.HasNextPage, Page.HasPreviousPage, Page.Cursors);

    public sealed override int TotalCount => (_page ?? (_counted ??= Read(CountOnly))).TotalCount;

    private Page<T> Page
    {
        get
        {
            if (_page is not null) return _page;
            _page = Read(request);
            scope.Spend(_page.Items.Count);
            return _page;
        }
    }

    protected abstract Page<T> Read(PageRequest page);

    protected abstract object Node(T item);

    protected virtual object Edge(T item, Cursor cursor) => new Edge(Node(item), cursor);
}

/// <summary>The cursor of an item of a page, made when it is read.</summary>
internal readonly record struct Cursor(IReadOnlyList<string> Cursors, int At)
{
    public override string ToString() => Cursors[At];
}

/// <summary>An item of a page with its cursor.</summary>
internal sealed record Edge(object Node, Cursor Cursor);
