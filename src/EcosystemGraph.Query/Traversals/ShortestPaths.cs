using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Traversals;

/// <summary>The k shortest paths by Yen's algorithm, in Lawler's form.</summary>
/// <remarks>
/// Each candidate stands for a set of paths, of which it is the first: those that share its entities up to a place and do not go on from there as paths did that were given before.
/// When a candidate is given, the rest of its set is split at each later place; the sets are disjoint, so no path is found twice.
/// </remarks>
internal static class ShortestPaths
{
    public static List<int[]> Find(GraphView view, Steps steps, PathRequest request, CancellationToken cancellationToken)
    {
        var ranks = EntityRanks.Of(view.Snapshot);
        var search = MeetingSearch.Rent(view, steps, request);
        var open = new PriorityQueue<Candidate, Candidate>(Comparer<Candidate>.Create((a, b) => Compare(ranks, a.Entities, b.Entities)));
        var found = new List<int[]>();
        try
        {
            Offer([request.From], []);
            while (found.Count < request.Count && open.TryDequeue(out var candidate, out _))
            {
                var path = candidate.Entities;
                found.Add(path);
                for (var i = candidate.Fixed; i < path.Length - 1 && found.Count < request.Count; i++)
                    Offer(path.AsSpan(0, i + 1), i == candidate.Fixed ? [.. candidate.Closed, path[i + 1]] : [path[i + 1]]);
            }
        }
        finally
        {
            search.Return();
        }

        return found;

        void Offer(ReadOnlySpan<int> prefix, int[] closed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (search.Shortest(prefix, closed, cancellationToken) is { } path)
            {
                var candidate = new Candidate(path, prefix.Length - 1, closed);
                open.Enqueue(candidate, candidate);
            }
        }
    }

    /// <summary>By length, then by the ids of the entities.</summary>
    public static int Compare(EntityRanks ranks, int[] a, int[] b)
    {
        if (a.Length != b.Length) return a.Length.CompareTo(b.Length);
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i]) return ranks[a[i]].CompareTo(ranks[b[i]]);
        }

        return 0;
    }

    /// <param name="Entities">The path.</param>
    /// <param name="Fixed">The index of the entity up to which all paths of the set agree.</param>
    /// <param name="Closed">The entities to which they do not go on from there.</param>
    private sealed record Candidate(int[] Entities, int Fixed, int[] Closed);
}
