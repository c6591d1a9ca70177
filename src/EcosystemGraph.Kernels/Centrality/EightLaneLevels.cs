using System.Numerics;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>A level of <see cref="EightLaneLevels"/>.</summary>
/// <param name="Start">The place of its first vertex among the reached.</param>
/// <param name="End">The place after its last.</param>
/// <param name="Arcs">The arcs out of its vertices.</param>
/// <param name="ArcsBack">The arcs into its vertices.</param>
internal readonly record struct LaneLevel(int Start, int End, long Arcs, long ArcsBack);

/// <summary>
/// Breadth-first search from at most eight sources side by side: the vertices of each level with the lanes that reach them there, and each vertex's number of
/// shortest paths from every source.
/// </summary>
/// <remarks>
/// A small level is pushed along its arcs; for a large one every vertex that some source has not reached asks its arcs backward. There it needs no levels: a
/// neighbour that a source has reached, while it has not reached the vertex, is of the last level. So the numbers of all neighbours are added, zeros
/// included, or, where most have none, of those that have one; both give the same sums. What is done hangs on numbers of arcs alone.
/// </remarks>
internal sealed class EightLaneLevels
{
    /// <summary>A level with more arcs than one in so many of all is pulled.</summary>
    private const int PullShare = 32;

    /// <summary>If more arcs than one in so many come from vertices that are reached, all are added.</summary>
    private const int DenseShare = 6;

    /// <summary>Larger parts of all vertices than one in so many are put in order by a look at all.</summary>
    private const int ScanShare = 256;

    /// <summary>After so many levels the sources must share them.</summary>
    private const int LevelsToShare = 16;

    private readonly Adjacency forward;
    private readonly Adjacency backward;
    private readonly EightLaneRows incoming;
    private readonly CancellationToken cancellation;
    private readonly byte[] found;
    private long seenArcs;
    private bool isCleared;

    public EightLaneLevels(Adjacency forward, Adjacency backward, CancellationToken cancellation)
    {
        this.forward = forward;
        this.backward = backward;
        this.cancellation = cancellation;
        incoming = new EightLaneRows(backward);
        int n = forward.VertexCount;
        found = new byte[n];
        Seen = new byte[n];
        Paths = new CacheLines<double>(n);
        Spare = new CacheLines<double>(n);
        Reached = new int[n + 1];
        Lanes = new byte[n + 1];
    }

    /// <summary>The lanes that reach each vertex.</summary>
    public byte[] Seen { get; }

    /// <summary>The numbers of shortest paths of vertices that are reached; 0 in lanes that do not reach them.</summary>
    public CacheLines<double> Paths { get; }

    /// <summary>Lines for whoever uses them between searches.</summary>
    public CacheLines<double> Spare { get; }

    /// <summary>The vertices of the levels, ascending in each but the first; one for each level in which a lane reaches it.</summary>
    public int[] Reached { get; private set; }

    /// <summary>The lanes that reach them there.</summary>
    public byte[] Lanes { get; private set; }

    public List<LaneLevel> Levels { get; } = [];

    /// <summary>Searches; false if it was left off because the sources meet most vertices at different levels.</summary>
    public bool TryRun(ReadOnlySpan<int> sources)
    {
        Array.Clear(Seen);
        Levels.Clear();
        seenArcs = 0;
        isCleared = false;
        for (int lane = 0; lane < sources.Length; lane++)
        {
            Paths[sources[lane]].Clear();
            Paths[sources[lane]][lane] = 1;
            Reached[lane] = sources[lane];
            Lanes[lane] = (byte)(1 << lane);
        }
        int all = (1 << sources.Length) - 1;
        long reachedLanes = 0;
        for (int start = 0, end = sources.Length; start < end;)
        {
            reachedLanes += Close(start, end);
            if (Levels.Count >= LevelsToShare && reachedLanes < 2L * end)
            {
                return false;
            }
            int next = Levels[^1].Arcs <= forward.Neighbors.Length / PullShare ? Push(start, end) : Pull(end, all);
            (start, end) = (end, next);
        }
        return true;
    }

    private int Pull(int end, int all)
    {
        ClearUnseen();
        return seenArcs > forward.Neighbors.Length / DenseShare ? PullAll(end, all) : PullSome(end, all);
    }

    /// <summary>A search that only pushes does without.</summary>
    private void ClearUnseen()
    {
        for (int v = 0; v < Seen.Length && !isCleared; v++)
        {
            if (Seen[v] == 0)
            {
                Paths[v].Clear();
            }
        }
        isCleared = true;
    }

    /// <summary>Makes a level of what was reached last; the number of its pairs of vertex and lane.</summary>
    private long Close(int start, int end)
    {
        long lanes = 0, arcs = 0, arcsBack = 0;
        for (int i = start; i < end; i++)
        {
            int v = Reached[i], degree = forward.Degree(v);
            seenArcs += Seen[v] == 0 ? degree : 0;
            Seen[v] |= Lanes[i];
            lanes += BitOperations.PopCount(Lanes[i]);
            arcs += degree;
            arcsBack += backward.Degree(v);
        }
        Levels.Add(new LaneLevel(start, end, arcs, arcsBack));
        return lanes;
    }

    private int Push(int start, int end)
    {
        ref double p = ref Paths.First;
        int next = end;
        for (int i = start; i < end; i++)
        {
            Poll(i);
            int u = Reached[i];
            int bits = Lanes[i];
            nuint atU = (nuint)u * EightLanes.Count;
            Vector256<double> low = Vector256.LoadUnsafe(ref p, atU), high = Vector256.LoadUnsafe(ref p, atU + 4);
            foreach (int v in forward.NeighborsOf(u))
            {
                int fresh = bits & ~Seen[v];
                if (fresh == 0)
                {
                    continue;
                }
                if (found[v] == 0)
                {
                    Append(next++, v);
                    if (Seen[v] == 0)
                    {
                        Paths[v].Clear();
                    }
                }
                found[v] |= (byte)fresh;
                nuint atV = (nuint)v * EightLanes.Count;
                (Vector256.LoadUnsafe(ref p, atV) + (low & EightLanes.LowMask(fresh))).StoreUnsafe(ref p, atV);
                (Vector256.LoadUnsafe(ref p, atV + 4) + (high & EightLanes.HighMask(fresh))).StoreUnsafe(ref p, atV + 4);
            }
        }
        Order(end, next);
        for (int i = end; i < next; i++)
        {
            Lanes[i] = found[Reached[i]];
            found[Reached[i]] = 0;
        }
        return next;
    }

    /// <summary>Puts what was found in ascending order: the memory is then read in its order, and sums are those of a pull.</summary>
    private void Order(int start, int end)
    {
        if (end - start < found.Length / ScanShare)
        {
            Reached.AsSpan(start, end - start).Sort();
            return;
        }
        for (int v = 0; start < end; v++)
        {
            v += found.AsSpan(v).IndexOfAnyExcept((byte)0);
            Reached[start++] = v;
        }
    }

    private int PullSome(int end, int all)
    {
        var counts = new PathCounts(this, end);
        for (int v = 0; v < Seen.Length; v++)
        {
            Poll(v);
            int missing = all & ~Seen[v];
            if (missing != 0)
            {
                incoming.Add(v, v, missing, Seen, Paths, ref counts);
            }
        }
        incoming.Flush(0, Paths, ref counts);
        return counts.Next;
    }

    private int PullAll(int end, int all)
    {
        ref double p = ref Paths.First;
        ref double s = ref Spare.First;
        int next = end;
        for (int v = 0; v < Seen.Length; v++)
        {
            Poll(v);
            int missing = all & ~Seen[v];
            if (missing == 0)
            {
                continue;
            }
            (Vector256<double> low, Vector256<double> high) = EightLanes.SumOfNeighbors(backward, v, ref p);
            low &= EightLanes.LowMask(missing);
            high &= EightLanes.HighMask(missing);
            int lanes = EightLanes.Positive(low, high);
            if (lanes != 0)
            {
                // Not yet among the paths: the rows to come must not see them.
                nuint at = (nuint)(next - end) * EightLanes.Count;
                low.StoreUnsafe(ref s, at);
                high.StoreUnsafe(ref s, at + 4);
                Append(next, v);
                Lanes[next++] = (byte)lanes;
            }
        }
        for (int i = end; i < next; i++)
        {
            nuint from = (nuint)(i - end) * EightLanes.Count;
            Add(Reached[i], Vector256.LoadUnsafe(ref s, from), Vector256.LoadUnsafe(ref s, from + 4));
        }
        return next;
    }

    private void Add(int vertex, Vector256<double> low, Vector256<double> high)
    {
        ref double p = ref Paths.First;
        nuint at = (nuint)vertex * EightLanes.Count;
        (Vector256.LoadUnsafe(ref p, at) + low).StoreUnsafe(ref p, at);
        (Vector256.LoadUnsafe(ref p, at + 4) + high).StoreUnsafe(ref p, at + 4);
    }

    private void Append(int at, int vertex)
    {
        if (at == Reached.Length)
        {
            int size = (int)Math.Min(Array.MaxLength, 2L * at);
            int[] reached = Reached;
            byte[] lanes = Lanes;
            Array.Resize(ref reached, size);
            Array.Resize(ref lanes, size);
            (Reached, Lanes) = (reached, lanes);
        }
        Reached[at] = vertex;
    }

    private void Poll(int i)
    {
        if (i % Blocks.Size == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The numbers of shortest paths, and the next level.</summary>
    private struct PathCounts(EightLaneLevels search, int next) : ILaneSums
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
            search.Add(row, low, high);
            search.Append(Next, row);
            search.Lanes[Next++] = (byte)lanes;
        }
    }
}
