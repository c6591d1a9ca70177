using EcosystemGraph.Kernels;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Any graph with names of its own, such as a list of edges read from a file.</summary>
public sealed class MeasuredEdgeList : IMeasuredSource, IMeasuredGraph
{
    private static long _last;

    private readonly string[] _ids;
    private readonly IReadOnlyList<string>? _edgeIds;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string?>> _attributes;

    /// <summary>Takes a graph. Nothing is copied.</summary>
    /// <param name="name">What it is called in messages: <c>edges.csv</c>.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="ids">The id of each vertex, ascending in ordinal order, without U+0000.</param>
    /// <param name="edgeIds">The id of each edge id of the graph, distinct; null: its number, from 0, as text.</param>
    /// <param name="attributes">By name, a value for each vertex, null where it has none; null for no attributes.</param>
    /// <exception cref="ArgumentException">The ids are not as many as the vertices, or not ascending.</exception>
    public MeasuredEdgeList(string name, CsrGraph graph, string[] ids, IReadOnlyList<string>? edgeIds = null,
        IReadOnlyDictionary<string, IReadOnlyList<string?>>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Length != graph.VertexCount) throw new ArgumentException($"there are {ids.Length} ids and {graph.VertexCount} vertices, expected as many of both", nameof(ids));
        for (var v = 1; v < ids.Length; v++)
        {
            if (string.CompareOrdinal(ids[v - 1], ids[v]) >= 0) throw new ArgumentException($"the id '{ids[v]}' follows '{ids[v - 1]}', expected ascending ordinal order", nameof(ids));
        }

        Name = name;
        Graph = graph;
        _ids = ids;
        _edgeIds = edgeIds;
        _attributes = attributes ?? new Dictionary<string, IReadOnlyList<string?>>();
        Attributes = [.. _attributes.Keys.Order(StringComparer.Ordinal)];
        Key = $"list {Interlocked.Increment(ref _last)}";
    }

    /// <inheritdoc/>
    public string Key { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public CsrGraph Graph { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Attributes { get; }

    /// <inheritdoc/>
    public string Require(string idOrAlias) =>
        VertexOf(idOrAlias) >= 0 ? idOrAlias : throw new QueryException(QueryErrorCode.NotFound, $"there is no vertex '{idOrAlias}' in {Name}");

    /// <inheritdoc/>
    public IMeasuredGraph Open(CancellationToken cancellationToken) => this;

    /// <inheritdoc/>
    public string VertexId(int vertex) => _ids[vertex];

    /// <inheritdoc/>
    public int VertexOf(string id)
    {
        var at = Array.BinarySearch(_ids, id, StringComparer.Ordinal);
        return at < 0 ? -1 : at;
    }

    /// <inheritdoc/>
    public string EdgeId(int edge) => _edgeIds is null ? edge.ToString(System.Globalization.CultureInfo.InvariantCulture) : _edgeIds[edge];

    /// <inheritdoc/>
    public IReadOnlyList<string?>? GroupOf(string attribute) => _attributes.GetValueOrDefault(attribute);

    /// <inheritdoc/>
    public IReadOnlyList<string?> ContainerOf(IReadOnlyList<string> containers) =>
        throw new QueryException(QueryErrorCode.BadArgument, $"in {Name} nothing contains anything; expected one of its attributes ({string.Join(", ", Attributes)}) or an object of ids and groups");
}
