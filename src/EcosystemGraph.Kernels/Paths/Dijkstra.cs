namespace EcosystemGraph.Kernels;

/// <summary>The shortest paths from one vertex.</summary>
/// <param name="Distances">The length of a shortest path to each vertex; null where there is none.</param>
/// <param name="Parents">The least vertex before each on a shortest path; −1 for the source and for vertices out of reach.</param>
public sealed record ShortestPathsResult(double?[] Distances, int[] Parents);

/// <summary>
/// Shortest paths from one vertex over lengths of at least 0. Of parallel edges the shortest counts. Lengths tie when |a − b| / (a + b) is below 1e-10;
/// among the vertices that tie as parents, the least is taken that was settled before.
/// </summary>
/// <remarks>
/// A heap of four children. Time O((n + m) log n), space O(n) and the rows of the other direction for parents. One thread; deterministic.
/// Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, 269–271.
/// </remarks>
public static class Dijkstra
{
    /// <summary>Searches from a vertex.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">The vertex to start from.</param>
    /// <param name="length">What an arc's length is.</param>
    /// <param name="direction">Which arcs of a directed graph are followed; <see cref="EdgeDirection.All"/> ignores direction.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: the source is no vertex, or a weight is 0 whose inverse is asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static ShortestPathsResult Compute(
        CsrGraph graph, int source, PathLength length = PathLength.Weight, EdgeDirection direction = EdgeDirection.Out, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        VertexGuard.Check(graph, source, nameof(source));
        if (length == PathLength.Inverse)
        {
            ArcLengths.RequirePositive(graph, length, "inverse lengths");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        CsrGraph read = graph.Toward(direction, context);
        var search = new DijkstraSearch(read.Out, ArcLengths.OrOnes(read.Out, length), cancellation);
        search.Run(source);

        double[] backLengths = ArcLengths.OrOnes(read.In, length);
        double?[] distances = new double?[read.VertexCount];
        int[] parents = new int[read.VertexCount];
        for (int v = 0; v < parents.Length; v++)
        {
            distances[v] = search.Position[v] < 0 ? null : search.Distances[v];
            parents[v] = v == source || search.Position[v] < 0 ? -1 : Parent(read.In, backLengths, search, v);
        }
        return new ShortestPathsResult(distances, parents);
    }

    private static int Parent(Adjacency backward, double[] lengths, DijkstraSearch search, int v)
    {
        for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
        {
            int u = backward.Neighbors[arc];
            if (search.Precedes(u, v) && ArcLengths.Tie(search.Distances[u] + lengths[arc], search.Distances[v]))
            {
                return u;
            }
        }
        throw new InvalidOperationException($"Vertex {v} was settled without an arc that reaches it.");
    }
}
