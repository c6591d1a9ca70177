namespace EcosystemGraph.Kernels;

/// <summary>
/// The k shortest paths without repeated vertices between two vertices, as different sequences of vertices: parallel edges give one path, with the length of
/// the shortest. They are ordered by (length, hops, vertices); lengths tie when |a − b| / (a + b) is below 1e-10.
/// </summary>
/// <remarks>
/// Yen's algorithm with Lawler's bound on repeated work; each search is led by the distances to the target. Time O(k·h·(n + m) log n) for paths of h hops,
/// mostly far less; space O(n + m + k·h²). One thread; deterministic. Yen, J. Y. (1971). Finding the k shortest loopless paths in a network. Management
/// Science 17, 712–716; Lawler, E. L. (1972). A procedure for computing the k best solutions. Management Science 18, 401–405.
/// </remarks>
public static class KShortestPaths
{
    private const string Phase = "k-shortest-paths";

    /// <summary>Finds the paths.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">Where they start.</param>
    /// <param name="target">Where they end; if that is the source, there is one path, that vertex alone.</param>
    /// <param name="count">The most paths to find, at least 1.</param>
    /// <param name="length">What an arc's length is.</param>
    /// <param name="direction">Which arcs of a directed graph are followed; <see cref="EdgeDirection.All"/> ignores direction.</param>
    /// <param name="context">Cancellation, progress in paths; null for the defaults.</param>
    /// <returns>The paths in order; fewer than asked for if there are no more.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end that is no vertex, a count below 1, or a weight of 0 whose inverse is asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static VertexPath[] Compute(
        CsrGraph graph,
        int source,
        int target,
        int count,
        PathLength length = PathLength.Unweighted,
        EdgeDirection direction = EdgeDirection.Out,
        KernelContext? context = null)
    {
        CsrGraph read = PathArguments.Check(graph, source, target, length, direction, context);
        context ??= KernelContext.Default;
        if (count < 1)
        {
            throw KernelException.BadArgument($"count is {count}, expected at least 1.");
        }
        if (source == target)
        {
            return [new VertexPath([source], 0)];
        }
        Adjacency rows = Simple(read.Out, length, context), backward = read.IsDirected ? rows.Transpose() : rows;
        return new Search(rows, new SpurSearch(rows, backward, target, context.Cancellation), context).Run(source, count);
    }

    private static Adjacency Simple(Adjacency rows, PathLength length, KernelContext context) =>
        ParallelMerging.Merge(new Adjacency(rows.Offsets, rows.Neighbors, ArcLengths.Of(rows, length), null), ParallelWeights.Minimum, context);

    /// <summary>A path that may be next, and how many of its vertices it has from one found before.</summary>
    private sealed record Candidate(VertexPath Path, int Shared);

    /// <summary>The paths found, as a tree: what follows after a beginning.</summary>
    private sealed class Followers : Dictionary<int, Followers>;

    private sealed class Search(Adjacency rows, SpurSearch spurs, KernelContext context)
    {
        private readonly SortedSet<Candidate> candidates = new(Comparer<Candidate>.Create((a, b) =>
            a.Path.Length != b.Path.Length ? a.Path.Length.CompareTo(b.Path.Length) : VertexPath.CompareShape(a.Path, b.Path)));

        private readonly Followers found = [];

        public VertexPath[] Run(int source, int count)
        {
            Consider([source], []);
            var paths = new List<VertexPath>();
            while (paths.Count < count && Next() is Candidate next)
            {
                paths.Add(next.Path);
                context.Report(Phase, paths.Count, count);
                if (paths.Count < count)
                {
                    Branch(next);
                }
            }
            return [.. paths];
        }

        /// <summary>The first candidate, of those whose lengths tie with the least.</summary>
        private Candidate? Next()
        {
            Candidate? best = null;
            double least = candidates.Min?.Path.Length ?? 0;
            foreach (Candidate candidate in candidates)
            {
                if (!ArcLengths.Tie(candidate.Path.Length, least))
                {
                    break;
                }
                best = best is null || VertexPath.CompareShape(candidate.Path, best.Path) < 0 ? candidate : best;
            }
            if (best is not null)
            {
                candidates.Remove(best);
            }
            return best;
        }

        /// <summary>Looks for paths that begin as this one and leave it: not before it left another, for those were looked for then.</summary>
        private void Branch(Candidate candidate)
        {
            int[] vertices = candidate.Path.Vertices;
            Followers at = found;
            for (int i = 0; i + 1 < vertices.Length; i++)
            {
                if (!at.TryGetValue(vertices[i + 1], out Followers? next))
                {
                    at.Add(vertices[i + 1], next = []);
                }
                if (i + 1 >= candidate.Shared)
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    Consider(vertices.AsSpan(0, i + 1), at.Keys);
                }
                at = next;
            }
        }

        private void Consider(ReadOnlySpan<int> root, IReadOnlyCollection<int> notNext)
        {
            if (spurs.Find(root, notNext) is int[] rest)
            {
                candidates.Add(new Candidate(PathArguments.Measure(rows, PathLength.Weight, [.. root, .. rest.AsSpan(1)]), root.Length));
            }
        }
    }
}
