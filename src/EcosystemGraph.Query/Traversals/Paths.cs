using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>Finds how one entity is connected to another.</summary>
public static class Paths
{
    /// <summary>
    /// The k shortest paths without loops, by number of hops and then by the ids of their entities in ordinal order.
    /// Paths are told apart by their entities: parallel relations are one hop.
    /// </summary>
    /// <remarks>
    /// Without entities to pass: the algorithm of Yen in Lawler's form (each path is found once) over breadth-first searches from both ends,
    /// at most k × length searches. With them: see <see cref="ViaPaths"/>, whose work is bounded.
    /// J. Y. Yen, Management Science 17 (1971); E. L. Lawler, Management Science 18 (1972).
    /// </remarks>
    /// <exception cref="QueryException">An argument is out of range, or an end is to be avoided, or the work for <see cref="PathRequest.Via"/> is too much.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; it is looked at in every search.</exception>
    public static IReadOnlyList<GraphPath> Run(GraphView view, PathRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        Check(view, request);
        var steps = new Steps(view, request.Relations, request.Kinds, request.Direction);
        if (request.Count == 0 || !view.Sees(request.From) || !view.Sees(request.To)) return [];
        var via = request.Via.Distinct().Where(v => v != request.From && v != request.To).ToArray();
        IEnumerable<int[]> found = via.Length == 0
            ? ShortestPaths.Find(view, steps, request, cancellationToken)
            : ViaPaths.Find(view, steps, request, via, cancellationToken);
        var hops = new PathHops(view, steps);
        return [.. found.Select(hops.Along)];
    }

    private static void Check(GraphView view, PathRequest request)
    {
        var entities = view.Snapshot.Entities;
        CheckRange("k", request.Count, PathRequest.MaximumCount);
        CheckRange("maxLength", request.Length, PathRequest.MaximumLength);
        CheckRange("via", request.Via.Count, PathRequest.MaximumVia);
        if (request.From == request.To) throw new QueryException(QueryErrorCode.BadArgument, $"from and to are the same entity, '{entities.Id(request.From)}'");
        foreach (var avoided in request.Avoid)
        {
            if (avoided == request.From || avoided == request.To || request.Via.Contains(avoided))
                throw new QueryException(QueryErrorCode.BadArgument, $"avoid: '{entities.Id(avoided)}' is also an end of the path, or to be passed");
        }
    }

    private static void CheckRange(string name, int value, int maximum)
    {
        if (value < 0) throw new QueryException(QueryErrorCode.BadArgument, $"{name} is {value}; expected 0 or more");
        if (value > maximum) throw new QueryException(QueryErrorCode.LimitExceeded, $"{name} is {value}; at most {maximum} is allowed");
    }
}
