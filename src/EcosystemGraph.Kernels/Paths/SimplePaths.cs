namespace EcosystemGraph.Kernels;

/// <summary>Paths without repeated vertices.</summary>
/// <param name="Paths">The paths by (hops, vertices); their length is the number of hops.</param>
/// <param name="IsTruncated">Whether there are more than were asked for.</param>
public sealed record SimplePathsResult(VertexPath[] Paths, bool IsTruncated);

/// <summary>
/// All paths without repeated vertices between two vertices, up to a number of hops and of paths. They are different sequences of vertices, by (hops,
/// vertices): parallel edges give one path, weights are not read. What is left out by a limit comes after what is given.
/// </summary>
/// <remarks>
/// Depth-first, once for each number of hops, only where the target is near enough. Time up to exponential in the number of hops, so bound it; space
/// O(n + m) and the paths. One thread; deterministic. Sedgewick, R. (2001). Algorithms in C, Part 5: Graph Algorithms, 18.3.
/// </remarks>
public static class SimplePaths
{
    private const int PollEvery = 1 << 12;

    /// <summary>Finds the paths.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">Where they start.</param>
    /// <param name="target">Where they end; if that is the source, there is one path, that vertex alone.</param>
    /// <param name="maxHops">The most hops of a path, at least 0.</param>
    /// <param name="limit">The most paths to give, at least 1.</param>
    /// <param name="direction">Which arcs of a directed graph are followed; <see cref="EdgeDirection.All"/> ignores direction.</param>
    /// <param name="context">Cancellation, progress in hops; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end that is no vertex, or a limit out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static SimplePathsResult Compute(
        CsrGraph graph, int source, int target, int maxHops, int limit, EdgeDirection direction = EdgeDirection.Out, KernelContext? context = null)
    {
        CsrGraph read = PathArguments.Check(graph, source, target, PathLength.Unweighted, direction, context).Simple(ParallelWeights.None, context);
        context ??= KernelContext.Default;
        if (maxHops < 0)
        {
            throw KernelException.BadArgument($"maxHops is {maxHops}, expected at least 0.");
        }
        if (limit < 1)
        {
            throw KernelException.BadArgument($"limit is {limit}, expected at least 1.");
        }
        int[] toTarget = BreadthFirstSearch.Compute(read, target, EdgeDirection.In, context).Distances;
        if (toTarget[source] < 0)
        {
            return new SimplePathsResult([], false);
        }
        var search = new Search(read.Out, toTarget, target, limit, context.Cancellation);

        // No path has more hops than there are other vertices, and none is where the target is the source.
        int most = source == target ? 0 : Math.Min(maxHops, read.VertexCount - 1);
        for (int hops = toTarget[source]; hops <= most && !search.IsTruncated; hops++)
        {
            search.Run(source, hops);
            context.Report("simple-paths", hops, most);
        }
        return new SimplePathsResult([.. search.Found], search.IsTruncated);
    }

    private sealed class Search(Adjacency rows, int[] toTarget, int target, int limit, CancellationToken cancellation)
    {
        private readonly bool[] isOnPath = new bool[rows.VertexCount];
        private int steps;

        public List<VertexPath> Found { get; } = [];

        public bool IsTruncated { get; private set; }

        /// <summary>Adds the paths of exactly so many hops, until there is one too many.</summary>
        public void Run(int source, int hops)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] path = new int[hops + 1], cursor = new int[hops + 1];
            Enter(0, source);
            for (int depth = 0; depth >= 0;)
            {
                if (++steps % PollEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                if (depth == hops)
                {
                    if (Found.Count == limit)
                    {
                        IsTruncated = true;
                        Array.Clear(isOnPath);
                        return;
                    }
                    Found.Add(new VertexPath([.. path], hops));
                    isOnPath[path[depth--]] = false;
                    continue;
                }
                int v = path[depth];
                while (cursor[depth] < rows.Offsets[v + 1] && !MayFollow(rows.Neighbors[cursor[depth]], hops - depth - 1))
                {
                    cursor[depth]++;
                }
                if (cursor[depth] < rows.Offsets[v + 1])
                {
                    Enter(depth + 1, rows.Neighbors[cursor[depth]++]);
                    depth++;
                }
                else
                {
                    isOnPath[path[depth--]] = false;
                }
            }

            void Enter(int depth, int v)
            {
                path[depth] = v;
                cursor[depth] = rows.Offsets[v];
                isOnPath[v] = true;
            }
        }

        /// <summary>Whether the target may be reached in exactly so many further hops: never through itself.</summary>
        private bool MayFollow(int v, int left) => !isOnPath[v] && toTarget[v] >= 0 && toTarget[v] <= left && (v != target || left == 0);
    }
}
