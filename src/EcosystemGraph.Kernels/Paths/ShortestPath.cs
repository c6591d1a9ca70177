namespace EcosystemGraph.Kernels;

/// <summary>
/// A shortest path between two vertices, searched for from both ends. Of several it is the first by (length, hops, vertices): lengths tie when
/// |a − b| / (a + b) is below 1e-10, then the fewest arcs, then the least vertices from the source on. Of parallel edges the shortest counts.
/// </summary>
/// <remarks>
/// Two breadth-first searches, with lengths two of Dijkstra's, which stop when they have met on every shortest path. Time O((n + m) log n), mostly what lies
/// within half the distance of each end; space O(n), on directed graphs the rows of the other direction. One thread; deterministic.
/// Pohl, I. (1971). Bi-directional search. Machine Intelligence 6, 127–140.
/// </remarks>
public static class ShortestPath
{
    private const int PollEvery = 1 << 12;

    /// <summary>Finds the path.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">Where it starts.</param>
    /// <param name="target">Where it ends; if that is the source, the path is that vertex alone.</param>
    /// <param name="length">What an arc's length is.</param>
    /// <param name="direction">Which arcs of a directed graph are followed; <see cref="EdgeDirection.All"/> ignores direction.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>The path; null if there is none.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end that is no vertex, or a weight of 0 whose inverse is asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static VertexPath? Compute(
        CsrGraph graph,
        int source,
        int target,
        PathLength length = PathLength.Unweighted,
        EdgeDirection direction = EdgeDirection.Out,
        KernelContext? context = null)
    {
        CsrGraph read = PathArguments.Check(graph, source, target, length, direction, context);
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        if (source == target)
        {
            return new VertexPath([source], 0);
        }
        int n = read.VertexCount;
        var before = new HalfSearch(read.Out, length, source);
        var after = new HalfSearch(read.In, length, target);

        // Both ends are settled, so that a side may run dry before the other has begun.
        double least = Math.Min(before.SettleNext(after), after.SettleNext(before));
        for (int steps = 1; ; steps++)
        {
            double first = before.Next(), second = after.Next();
            if (!double.IsFinite(first + second) || (first + second > least && !ArcLengths.Tie(first + second, least)))
            {
                break;
            }
            least = Math.Min(least, before.Waiting <= after.Waiting ? before.SettleNext(after) : after.SettleNext(before));
            if (steps % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
        if (!double.IsFinite(least))
        {
            return null;
        }

        // A shortest path goes through vertices settled from the source, over one arc, and on through vertices settled from the target.
        int[] path = new LeastPath(read.Out, read.In, length, phases: 2, (from, arc, to) =>
        {
            int u = from % n, v = to % n;
            return (from < n, to < n) switch
            {
                (true, true) => before.IsSettled(u) && before.IsSettled(v) && ArcLengths.Tie(before.Distance(u) + arc, before.Distance(v)),
                (false, false) => after.IsSettled(u) && after.IsSettled(v) && ArcLengths.Tie(after.Distance(v) + arc, after.Distance(u)),
                (true, false) => before.IsSettled(u) && after.IsSettled(v) && ArcLengths.Tie(before.Distance(u) + arc + after.Distance(v), least),
                _ => false,
            };
        }).Find(source, n + target) ?? throw new InvalidOperationException($"No path of length {least:R} leads from {source} to {target}.");
        return PathArguments.Measure(read.Out, length, path);
    }
}
