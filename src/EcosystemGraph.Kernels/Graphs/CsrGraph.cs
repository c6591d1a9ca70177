namespace EcosystemGraph.Kernels;

/// <summary>
/// An immutable multigraph in compressed sparse rows. Vertices are 0..<see cref="VertexCount"/> − 1; parallel edges and loops are kept.
/// The arcs of a vertex are ordered by (neighbour, edge id). An undirected edge is two arcs, one from each end, and an undirected loop is
/// two arcs in its vertex's own row, so that it counts 2 wherever arcs are counted.
/// </summary>
/// <remarks>
/// Memory: 4 bytes an arc and 4 a vertex for each direction in use, hence at most 8 bytes a directed edge and 8 a vertex without weights and
/// edge ids; weights take 8 more an arc and direction, edge ids 4. The incoming direction of a directed graph is made on first use.
/// Instances are safe to share between threads.
/// </remarks>
public sealed class CsrGraph
{
    /// <summary>The least weight but 0: sums, products and inverses of weights in range neither overflow nor vanish.</summary>
    public const double MinWeight = 1e-100;

    /// <summary>The largest weight.</summary>
    public const double MaxWeight = 1e100;

    private readonly Lock transposing = new();
    private readonly int threads;
    private Adjacency? incoming;

    internal CsrGraph(Adjacency outgoing, bool directed, int edgeCount, int edgeIdBound, int threads = 1)
    {
        this.threads = threads;
        Out = outgoing;
        IsDirected = directed;
        EdgeCount = edgeCount;
        EdgeIdBound = edgeIdBound;
        incoming = directed ? null : outgoing;
    }

    /// <summary>A directed graph of which both directions are known.</summary>
    internal CsrGraph(Adjacency outgoing, Adjacency incoming, int edgeCount, int edgeIdBound)
        : this(outgoing, directed: true, edgeCount, edgeIdBound) => this.incoming = incoming;

    /// <summary>The number of vertices.</summary>
    public int VertexCount => Out.VertexCount;

    /// <summary>The number of edges; an undirected edge counts once.</summary>
    public int EdgeCount { get; }

    /// <summary>The number of arcs: the edges of a directed graph, twice the edges of an undirected one.</summary>
    public int ArcCount => Out.Neighbors.Length;

    /// <summary>Whether edges have a direction. If not, the incoming rows are the outgoing ones.</summary>
    public bool IsDirected { get; }

    /// <summary>Whether edges have weights. They are strengths: 0, or from <see cref="MinWeight"/> to <see cref="MaxWeight"/>.</summary>
    public bool HasWeights => Out.Weights is not null;

    /// <summary>Whether arcs know the caller's edges.</summary>
    public bool HasEdgeIds => Out.EdgeIds is not null;

    /// <summary>Every edge id is below this; 0 without edge ids. It is the number of edges the graph was made from, before any merging.</summary>
    public int EdgeIdBound { get; }

    internal Adjacency Out { get; }

    /// <summary>The incoming rows if they are made already.</summary>
    internal Adjacency? KnownIn => Volatile.Read(ref incoming);

    internal Adjacency In
    {
        get
        {
            Adjacency? known = Volatile.Read(ref incoming);
            if (known is not null)
            {
                return known;
            }
            lock (transposing)
            {
                return incoming ??= Transposed();
            }
        }
    }

    /// <summary>The ends of the arcs that leave a vertex, ascending. O(1).</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<int> OutNeighbors(int vertex) => Out.NeighborsOf(vertex);

    /// <summary>The weights of the arcs that leave a vertex, beside <see cref="OutNeighbors"/>; empty without weights.</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<double> OutWeights(int vertex) => Out.WeightsOf(vertex);

    /// <summary>The edge ids of the arcs that leave a vertex, beside <see cref="OutNeighbors"/>; empty without edge ids.</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<int> OutEdgeIds(int vertex) => Out.EdgeIdsOf(vertex);

    /// <summary>The number of arcs that leave a vertex. O(1).</summary>
    /// <param name="vertex">The vertex.</param>
    public int OutDegree(int vertex) => Out.Degree(vertex);

    /// <summary>The starts of the arcs that enter a vertex, ascending. The first use on a directed graph costs O(n + m).</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<int> InNeighbors(int vertex) => In.NeighborsOf(vertex);

    /// <summary>The weights of the arcs that enter a vertex, beside <see cref="InNeighbors"/>; empty without weights.</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<double> InWeights(int vertex) => In.WeightsOf(vertex);

    /// <summary>The edge ids of the arcs that enter a vertex, beside <see cref="InNeighbors"/>; empty without edge ids.</summary>
    /// <param name="vertex">The vertex.</param>
    public ReadOnlySpan<int> InEdgeIds(int vertex) => In.EdgeIdsOf(vertex);

    /// <summary>The number of arcs that enter a vertex. The first use on a directed graph costs O(n + m).</summary>
    /// <param name="vertex">The vertex.</param>
    public int InDegree(int vertex) => In.Degree(vertex);

    /// <summary>Makes a graph from a list of edges in O(n + m) by counting sort. The spans are copied from, not kept.</summary>
    /// <param name="vertexCount">The number of vertices, at least 0.</param>
    /// <param name="sources">The first end of each edge, a vertex.</param>
    /// <param name="targets">The second end of each edge, a vertex.</param>
    /// <param name="directed">Whether the edges have a direction.</param>
    /// <param name="weights">A weight for each edge, 0 or from <see cref="MinWeight"/> to <see cref="MaxWeight"/>, or nothing for an unweighted graph.</param>
    /// <param name="keepEdgeIds">Whether arcs remember the position of their edge in the spans, as kernels that score edges need.</param>
    /// <param name="context">Threads and cancellation, also for the incoming rows when they are made; null for one thread. The graph is the same.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: lengths that differ, an end that is no vertex, a weight out of range,
    /// or more arcs than an array can hold.</exception>
    public static CsrGraph FromEdges(
        int vertexCount,
        ReadOnlySpan<int> sources,
        ReadOnlySpan<int> targets,
        bool directed,
        ReadOnlySpan<double> weights = default,
        bool keepEdgeIds = false,
        KernelContext? context = null)
    {
        EdgeListGuard.Check(vertexCount, sources, targets, weights, directed);
        int parts = context is null ? 1 : ParallelCountingSort.Parts(context, vertexCount, (directed ? 1L : 2L) * sources.Length);
        // Other threads cannot see a span.
        Adjacency rows = parts == 1
            ? CountingSort.Rows(vertexCount, sources, targets, weights, keepEdgeIds, directed)
            : ParallelCountingSort.Rows(vertexCount, sources.ToArray(), targets.ToArray(), weights.IsEmpty ? null : weights.ToArray(), keepEdgeIds, directed, parts, context!);
        return new CsrGraph(rows, directed, sources.Length, keepEdgeIds ? sources.Length : 0, context?.Threads ?? 1);
    }

    private Adjacency Transposed()
    {
        // Whoever needs the rows first may be cancelled; the others need them still.
        var context = new KernelContext { Threads = threads };
        int parts = ParallelCountingSort.Parts(context, VertexCount, ArcCount);
        return parts == 1 ? Out.Transpose() : ParallelCountingSort.Transpose(Out, parts, context);
    }
}
