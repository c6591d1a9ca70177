using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies without lengths, from eight sources in one pass: a vertex has one number of shortest paths and one dependency for each source
/// side by side, and a bit for each source says at which level it was reached. Levels keep their vertices with their bits, so the way back needs no
/// predecessors: a vertex of level d asks its arcs for the vertices of level d + 1.
/// </summary>
/// <remarks>
/// The way there pushes from a small level, and for a large one every vertex that some source has not reached asks its arcs backward. Which it is hangs on
/// numbers of arcs alone. Memory 132 bytes a vertex and 5 for each pair of vertex and level. A pass is one task, its order fixed by the rows.
/// </remarks>
internal sealed class EightSourceBrandes
{
    public const int Sources = CacheLines<double>.Width;

    /// <summary>A level with more arcs than one in so many of all is pulled.</summary>
    private const int PullShare = 16;

    private readonly Adjacency forward;
    private readonly EightLaneRows outgoing;
    private readonly EightLaneRows incoming;
    private readonly bool[]? isTarget;
    private readonly CancellationToken cancellation;
    private readonly byte[] seen;
    private readonly byte[] level;
    private readonly byte[] found;
    private readonly CacheLines<double> paths;
    private readonly CacheLines<double> shares;
    private int[] reached;
    private byte[] reachedBits;
    private readonly List<int> levelStarts = [];

    public EightSourceBrandes(Adjacency forward, Adjacency backward, bool[]? isTarget, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.forward = forward;
        this.isTarget = isTarget;
        outgoing = new EightLaneRows(forward);
        incoming = new EightLaneRows(backward);
        int n = forward.VertexCount;
        seen = new byte[n];
        level = new byte[n];
        found = new byte[n];
        paths = new CacheLines<double>(n);
        shares = new CacheLines<double>(n);
        reached = new int[n + 1];
        reachedBits = new byte[n + 1];
    }

    /// <summary>Adds the dependencies of at most eight distinct sources to the vertices' sums, and to the arcs' sums if they are asked for.</summary>
    public void Run(ReadOnlySpan<int> sources, double[]? vertexSums, double[]? arcSums)
    {
        Array.Clear(seen);
        paths.Clear();
        Forward(sources);
        if (arcSums is null)
        {
            Backward(new VertexDependencies(this, vertexSums!), withSources: false);
        }
        else
        {
            Backward(new ArcDependencies(this, arcSums), withSources: true);
        }
    }

    internal static KernelException TooManyPaths(int vertex) =>
        KernelException.NotDefined($"More than {double.MaxValue:E1} shortest paths lead to vertex {vertex}, expected a number of paths that a double holds.");

    private void Forward(ReadOnlySpan<int> sources)
    {
        levelStarts.Clear();
        levelStarts.Add(0);
        int end = 0;
        for (int lane = 0; lane < sources.Length; lane++)
        {
            int s = sources[lane];
            paths[s][lane] = 1;
            seen[s] = level[s] = reachedBits[end] = (byte)(1 << lane);
            reached[end++] = s;
        }
        int all = (1 << sources.Length) - 1;
        for (int start = 0; start < end;)
        {
            levelStarts.Add(end);
            long arcs = 0;
            for (int i = start; i < end; i++)
            {
                arcs += forward.Degree(reached[i]);
            }
            int next = arcs > forward.Neighbors.Length / PullShare ? Pull(end, all) : Push(start, end);
            Mark(levelStarts.Count - 2, clear: true);
            for (int i = end; i < next; i++)
            {
                int v = reached[i];
                level[v] = reachedBits[i];
                seen[v] |= reachedBits[i];
            }
            (start, end) = (end, next);
        }
    }

    private int Push(int start, int end)
    {
        ref double p = ref paths.First;
        int next = end;
        for (int i = start; i < end; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int u = reached[i];
            int bits = reachedBits[i];
            nuint atU = (nuint)u * Sources;
            Vector256<double> low = Vector256.LoadUnsafe(ref p, atU), high = Vector256.LoadUnsafe(ref p, atU + 4);
            foreach (int v in forward.NeighborsOf(u))
            {
                int fresh = bits & ~seen[v];
                if (fresh == 0)
                {
                    continue;
                }
                if (found[v] == 0)
                {
                    Append(next++, v);
                }
                found[v] |= (byte)fresh;
                nuint atV = (nuint)v * Sources;
                (Vector256.LoadUnsafe(ref p, atV) + (low & EightLaneRows.LowMask(fresh))).StoreUnsafe(ref p, atV);
                (Vector256.LoadUnsafe(ref p, atV + 4) + (high & EightLaneRows.HighMask(fresh))).StoreUnsafe(ref p, atV + 4);
            }
        }
        for (int i = end; i < next; i++)
        {
            reachedBits[i] = found[reached[i]];
            found[reached[i]] = 0;
        }
        return next;
    }

    private int Pull(int end, int all)
    {
        var counts = new PathCounts(this, end);
        for (int v = 0; v < seen.Length; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int missing = all & ~seen[v];
            if (missing != 0)
            {
                incoming.Add(v, v, missing, level, paths, ref counts);
            }
        }
        incoming.Flush(0, paths, ref counts);
        return counts.Next;
    }

    private void Append(int at, int vertex)
    {
        if (at == reached.Length)
        {
            int size = (int)Math.Min(Array.MaxLength, 2L * at);
            Array.Resize(ref reached, size);
            Array.Resize(ref reachedBits, size);
        }
        reached[at] = vertex;
    }

    private void Backward<T>(T sums, bool withSources)
        where T : struct, ILaneSums
    {
        int last = levelStarts.Count - 2;
        int first = withSources ? 0 : 1;
        for (int depth = last; depth >= first; depth--)
        {
            for (int i = levelStarts[depth]; i < levelStarts[depth + 1]; i++)
            {
                if (i % Blocks.Size == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                if (depth == last)
                {
                    sums.End(i, default, default, 0);
                }
                else
                {
                    outgoing.Add(i, reached[i], reachedBits[i], level, shares, ref sums);
                }
            }
            outgoing.Flush(0, shares, ref sums);
            if (depth < last)
            {
                Mark(depth + 1, clear: true);
            }
            Mark(depth, clear: false);
        }
        if (first <= last)
        {
            Mark(first, clear: true);
        }
    }

    private void Mark(int depth, bool clear)
    {
        for (int i = levelStarts[depth]; i < levelStarts[depth + 1]; i++)
        {
            level[reached[i]] = clear ? (byte)0 : reachedBits[i];
        }
    }

    /// <summary>The sum of eight lanes in a fixed shape.</summary>
    private static double Total(Vector256<double> low, Vector256<double> high)
    {
        Vector256<double> sums = low + high;
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    /// <summary>The way there: the numbers of shortest paths, and the next level.</summary>
    private struct PathCounts(EightSourceBrandes search, int next) : ILaneSums
    {
        public int Next { get; private set; } = next;

        public readonly void Begin(int row)
        {
        }

        public readonly void Term(int arc, Vector256<double> low, Vector256<double> high)
        {
        }

        public void End(int row, Vector256<double> low, Vector256<double> high, int lanes)
        {
            if (lanes == 0)
            {
                return;
            }
            ref double p = ref search.paths.First;
            nuint at = (nuint)row * Sources;
            (Vector256.LoadUnsafe(ref p, at) + low).StoreUnsafe(ref p, at);
            (Vector256.LoadUnsafe(ref p, at + 4) + high).StoreUnsafe(ref p, at + 4);
            search.Append(Next, row);
            search.reachedBits[Next++] = (byte)lanes;
        }
    }

    /// <summary>The way back: from the shares of the next level to the dependency and the share of each vertex. Rows are places among the reached.</summary>
    private readonly struct VertexDependencies(EightSourceBrandes search, double[]? vertexSums) : ILaneSums
    {
        public void Begin(int row)
        {
        }

        public void Term(int arc, Vector256<double> low, Vector256<double> high)
        {
        }

        public void End(int row, Vector256<double> low, Vector256<double> high, int lanes)
        {
            int v = search.reached[row], bits = search.reachedBits[row];
            ref double p = ref search.paths.First;
            ref double c = ref search.shares.First;
            nuint at = (nuint)v * Sources;
            Vector256<double> pathsLow = Vector256.LoadUnsafe(ref p, at), pathsHigh = Vector256.LoadUnsafe(ref p, at + 4);
            low *= pathsLow;
            high *= pathsHigh;
            Vector256<double> keepLow = EightLaneRows.LowMask(bits), keepHigh = EightLaneRows.HighMask(bits);
            if (vertexSums is not null)
            {
                vertexSums[v] += Total(low & keepLow, high & keepHigh);
            }
            Vector256<double> own = Vector256.Create(search.isTarget is null || search.isTarget[v] ? 1.0 : 0.0);
            Vector256.ConditionalSelect(keepLow, (own + low) / pathsLow, Vector256.LoadUnsafe(ref c, at)).StoreUnsafe(ref c, at);
            Vector256.ConditionalSelect(keepHigh, (own + high) / pathsHigh, Vector256.LoadUnsafe(ref c, at + 4)).StoreUnsafe(ref c, at + 4);
            if (Vector256.EqualsAny(pathsLow, Vector256.Create(double.PositiveInfinity))
                || Vector256.EqualsAny(pathsHigh, Vector256.Create(double.PositiveInfinity)))
            {
                throw TooManyPaths(v);
            }
        }
    }

    /// <summary>The same, and what each arc to the next level carries.</summary>
    private struct ArcDependencies(EightSourceBrandes search, double[] arcSums) : ILaneSums
    {
        private readonly VertexDependencies vertices = new(search, null);
        private Vector256<double> pathsLow;
        private Vector256<double> pathsHigh;

        public void Begin(int row)
        {
            ref double p = ref search.paths.First;
            nuint at = (nuint)search.reached[row] * Sources;
            pathsLow = Vector256.LoadUnsafe(ref p, at);
            pathsHigh = Vector256.LoadUnsafe(ref p, at + 4);
        }

        public readonly void Term(int arc, Vector256<double> low, Vector256<double> high) => arcSums[arc] += Total(low * pathsLow, high * pathsHigh);

        public readonly void End(int row, Vector256<double> low, Vector256<double> high, int lanes) => vertices.End(row, low, high, lanes);
    }
}
