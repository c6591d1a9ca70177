namespace EcosystemGraph.Kernels;

/// <summary>The distances of <see cref="BreadthFirstSearch"/>.</summary>
/// <param name="Distances">The number of arcs on a shortest path from the source to each vertex; −1 where there is none.</param>
/// <param name="Reached">The number of vertices with a path, the source included.</param>
public sealed record BreadthFirstResult(int[] Distances, int Reached);

/// <summary>
/// Breadth-first search from one vertex: distances in arcs, and shortest-path parents. Weights are not read; parallels and loops change nothing.
/// </summary>
/// <remarks>
/// Direction-optimising: a small frontier looks forward along its arcs, a large one is looked for by the vertices not yet reached, along theirs
/// backward. Time O(n + m), mostly far fewer arcs than m; space O(n) and, on directed graphs, the rows of the other direction. Distances are the
/// same at any number of threads, and so are parents, each the least among the candidates.
/// Beamer, S., Asanović, K., Patterson, D. (2012). Direction-optimizing breadth-first search. SC '12.
/// </remarks>
public static class BreadthFirstSearch
{
    /// <summary>A frontier with more arcs than one in so many of those unseen is looked for backward (Beamer's α).</summary>
    private const int Alpha = 15;

    /// <summary>A frontier with fewer vertices than one in so many of all looks forward again (Beamer's β).</summary>
    private const int Beta = 18;

    /// <summary>Searches from a vertex.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">The vertex to start from.</param>
    /// <param name="direction">Which arcs of a directed graph are followed; <see cref="EdgeDirection.All"/> ignores direction.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: the source is no vertex.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BreadthFirstResult Compute(CsrGraph graph, int source, EdgeDirection direction = EdgeDirection.Out, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        VertexGuard.Check(graph, source, nameof(source));
        (Adjacency forward, Adjacency backward) = Rows(graph, direction, context);

        int n = graph.VertexCount;
        int[] distances = GC.AllocateUninitializedArray<int>(n);
        using var steps = new FrontierSteps(context, forward, backward, distances);
        long unseenArcs = forward.Neighbors.Length, frontierArcs = steps.Start(source);
        for (int depth = 1; steps.FrontierCount > 0; depth++)
        {
            if (frontierArcs <= unseenArcs / Alpha)
            {
                unseenArcs -= frontierArcs;
                frontierArcs = steps.Forward(depth);
                continue;
            }
            for (int awake = steps.FrontierCount, before; ; depth++)
            {
                before = awake;
                awake = steps.Backward(depth);
                if (awake == 0 || (awake < before && awake <= n / Beta))
                {
                    break;
                }
            }
            steps.QueueFound();

            // One arc, so that the narrow frontier looks forward at least once.
            frontierArcs = 1;
        }
        steps.MarkUnreached();
        return new BreadthFirstResult(distances, steps.Reached);
    }

    /// <summary>
    /// The least vertex before each vertex on a shortest path: −1 for the source and for vertices out of reach. Time O(n + m).
    /// </summary>
    /// <param name="graph">The graph that was searched.</param>
    /// <param name="result">What the search gave.</param>
    /// <param name="direction">The direction of the search.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: the result is of another graph.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static int[] Parents(CsrGraph graph, BreadthFirstResult result, EdgeDirection direction = EdgeDirection.Out, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(result);
        int[] distances = result.Distances;
        if (distances.Length != graph.VertexCount)
        {
            throw KernelException.BadArgument($"The result has {distances.Length} distances, expected one for each of the {graph.VertexCount} vertices.");
        }
        Adjacency backward = Rows(graph, direction, context).Backward;
        int[] parents = new int[distances.Length];
        Blocks.For(context ?? KernelContext.Default, parents.Length, (_, from, to) =>
        {
            for (int v = from; v < to; v++)
            {
                parents[v] = distances[v] > 0 ? First(backward.NeighborsOf(v), distances, distances[v] - 1) : -1;
            }
        });
        return parents;
    }

    private static int First(ReadOnlySpan<int> ascending, int[] distances, int distance)
    {
        foreach (int u in ascending)
        {
            if (distances[u] == distance)
            {
                return u;
            }
        }
        throw KernelException.BadArgument($"No vertex at distance {distance} precedes one at {distance + 1}, expected the distances of this graph and direction.");
    }

    private static (Adjacency Forward, Adjacency Backward) Rows(CsrGraph graph, EdgeDirection direction, KernelContext? context)
    {
        switch (direction)
        {
            case EdgeDirection.Out:
                return (graph.Out, graph.In);
            case EdgeDirection.In:
                return (graph.In, graph.Out);
            default:
                Adjacency both = graph.Undirected(context).Out;
                return (both, both);
        }
    }
}
