using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies without lengths, from eight sources in one pass: a vertex has one number of shortest paths and one dependency for each source
/// side by side. The way back needs no predecessors: levels are done from the last to the first, an arc leads at most one level on, so whichever
/// neighbour of a vertex of level d is done is of level d + 1.
/// </summary>
/// <remarks>
/// A level's vertices ask all their arcs, or only those that lead to a vertex that is done, whichever the arcs suggest, to the same sums; or the next level,
/// if it is much smaller, tells its arcs backward. Which it is hangs on numbers of arcs alone. Memory 131 bytes a vertex and 5 for each pair of vertex and
/// level. A pass is one task, its order fixed by the rows.
/// </remarks>
internal sealed class EightSourceBrandes
{
    /// <summary>Telling an arc, which reads and writes, takes the time of so many that are asked.</summary>
    private const int PushCost = 2;

    /// <summary>If more arcs than one in so many lead to vertices that are done, all are added.</summary>
    private const int DenseShare = 6;

    private readonly Adjacency forward;
    private readonly Adjacency backward;
    private readonly EightLaneLevels search;
    private readonly EightLaneRows outgoing;
    private readonly bool[]? isTarget;
    private readonly CancellationToken cancellation;
    private readonly byte[] done;
    private long doneArcs;

    public EightSourceBrandes(Adjacency forward, Adjacency backward, bool[]? isTarget, CancellationToken cancellation)
    {
        this.forward = forward;
        this.backward = backward;
        this.isTarget = isTarget;
        this.cancellation = cancellation;
        search = new EightLaneLevels(forward, backward, cancellation);
        outgoing = new EightLaneRows(forward);
        done = new byte[forward.VertexCount];
    }

    private CacheLines<double> Shares => search.Spare;

    /// <summary>
    /// Adds the dependencies of at most eight distinct sources to the vertices' sums, or to the arcs' sums if they are asked for. False, and nothing is added,
    /// if the sources share too few levels for it to be worth it.
    /// </summary>
    public bool TryRun(ReadOnlySpan<int> sources, double[]? vertexSums, double[]? arcSums)
    {
        if (!search.TryRun(sources))
        {
            return false;
        }
        Array.Clear(done);
        Shares.Clear();
        doneArcs = 0;
        if (arcSums is null)
        {
            OfVertices(new VertexDependencies(this, vertexSums));
        }
        else
        {
            OfArcs(new ArcDependencies(this, arcSums));
        }
        return true;
    }

    internal static KernelException TooManyPaths(int vertex) =>
        KernelException.NotDefined($"More than {double.MaxValue:E1} shortest paths lead to vertex {vertex}, expected a number of paths that a double holds.");

    private void OfVertices(VertexDependencies sums)
    {
        List<LaneLevel> levels = search.Levels;
        for (int depth = levels.Count - 1; depth > 0; depth--)
        {
            LaneLevel level = levels[depth];
            if (depth == levels.Count - 1)
            {
                EndAll(level, ref sums);
            }
            else if (levels[depth + 1].ArcsBack * PushCost < level.Arcs)
            {
                Push(levels[depth + 1]);
                FinishPushed(level, sums);
            }
            else if (doneArcs > forward.Neighbors.Length / DenseShare)
            {
                PullAll(level, sums);
            }
            else
            {
                PullSome(level, ref sums);
            }
            Close(level);
        }
    }

    private void OfArcs(ArcDependencies sums)
    {
        for (int depth = search.Levels.Count - 1; depth >= 0; depth--)
        {
            LaneLevel level = search.Levels[depth];
            if (depth == search.Levels.Count - 1)
            {
                EndAll(level, ref sums);
            }
            else
            {
                PullSome(level, ref sums);
            }
            Close(level);
        }
    }

    private static void EndAll<T>(LaneLevel level, ref T sums)
        where T : struct, ILaneSums
    {
        for (int i = level.Start; i < level.End; i++)
        {
            sums.End(i, default, default, 0);
        }
    }

    private void PullSome<T>(LaneLevel level, ref T sums)
        where T : struct, ILaneSums
    {
        for (int i = level.Start; i < level.End; i++)
        {
            Poll(i);
            outgoing.Add(i, search.Reached[i], search.Lanes[i], done, Shares, ref sums);
        }
        outgoing.Flush(0, Shares, ref sums);
    }

    private void PullAll(LaneLevel level, VertexDependencies sums)
    {
        // The rows to come must not see the shares of this level, so they wait in the place of the paths, which nobody needs again.
        for (int i = level.Start; i < level.End; i++)
        {
            Poll(i);
            (Vector256<double> low, Vector256<double> high) = EightLanes.SumOfNeighbors(forward, search.Reached[i], ref Shares.First);
            sums.End(i, low, high, search.Paths);
        }
        ref double p = ref search.Paths.First;
        ref double s = ref Shares.First;
        for (int i = level.Start; i < level.End; i++)
        {
            int lanes = search.Lanes[i];
            nuint at = (nuint)search.Reached[i] * EightLanes.Count;
            Vector256.ConditionalSelect(EightLanes.LowMask(lanes), Vector256.LoadUnsafe(ref p, at), Vector256.LoadUnsafe(ref s, at)).StoreUnsafe(ref s, at);
            Vector256.ConditionalSelect(EightLanes.HighMask(lanes), Vector256.LoadUnsafe(ref p, at + 4), Vector256.LoadUnsafe(ref s, at + 4)).StoreUnsafe(ref s, at + 4);
        }
    }

    /// <summary>Adds the shares of a level to those of the level before, where they are sums as yet.</summary>
    private void Push(LaneLevel level)
    {
        ref double s = ref Shares.First;
        for (int i = level.Start; i < level.End; i++)
        {
            Poll(i);
            int v = search.Reached[i], lanes = search.Lanes[i];
            nuint atV = (nuint)v * EightLanes.Count;
            Vector256<double> low = Vector256.LoadUnsafe(ref s, atV), high = Vector256.LoadUnsafe(ref s, atV + 4);
            foreach (int u in backward.NeighborsOf(v))
            {
                int told = lanes & search.Seen[u] & ~done[u];
                if (told == 0)
                {
                    continue;
                }
                nuint at = (nuint)u * EightLanes.Count;
                (Vector256.LoadUnsafe(ref s, at) + (low & EightLanes.LowMask(told))).StoreUnsafe(ref s, at);
                (Vector256.LoadUnsafe(ref s, at + 4) + (high & EightLanes.HighMask(told))).StoreUnsafe(ref s, at + 4);
            }
        }
    }

    private void FinishPushed(LaneLevel level, VertexDependencies sums)
    {
        ref double s = ref Shares.First;
        for (int i = level.Start; i < level.End; i++)
        {
            nuint at = (nuint)search.Reached[i] * EightLanes.Count;
            sums.End(i, Vector256.LoadUnsafe(ref s, at), Vector256.LoadUnsafe(ref s, at + 4), Shares);
        }
    }

    private void Close(LaneLevel level)
    {
        for (int i = level.Start; i < level.End; i++)
        {
            int v = search.Reached[i];
            doneArcs += done[v] == 0 ? backward.Degree(v) : 0;
            done[v] |= search.Lanes[i];
        }
    }

    private void Poll(int i)
    {
        if (i % Blocks.Size == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>From the shares of the next level to the dependency and the share of each vertex. Rows are places among the reached.</summary>
    private readonly struct VertexDependencies(EightSourceBrandes brandes, double[]? vertexSums) : ILaneSums
    {
        public void Begin(int row)
        {
        }

        public void Term(int arc, Vector256<double> low, Vector256<double> high)
        {
        }

        public void End(int row, Vector256<double> low, Vector256<double> high, int lanes) => End(row, low, high, brandes.Shares);

        /// <summary>The same with the shares put where they are told to.</summary>
        public void End(int row, Vector256<double> low, Vector256<double> high, CacheLines<double> shares)
        {
            int v = brandes.search.Reached[row], bits = brandes.search.Lanes[row];
            ref double p = ref brandes.search.Paths.First;
            ref double c = ref shares.First;
            nuint at = (nuint)v * EightLanes.Count;
            Vector256<double> pathsLow = Vector256.LoadUnsafe(ref p, at), pathsHigh = Vector256.LoadUnsafe(ref p, at + 4);
            low *= pathsLow;
            high *= pathsHigh;
            Vector256<double> keepLow = EightLanes.LowMask(bits), keepHigh = EightLanes.HighMask(bits);
            if (vertexSums is not null)
            {
                vertexSums[v] += EightLanes.Total(low & keepLow, high & keepHigh);
            }
            Vector256<double> own = Vector256.Create(brandes.isTarget is null || brandes.isTarget[v] ? 1.0 : 0.0);
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
    private struct ArcDependencies(EightSourceBrandes brandes, double[] arcSums) : ILaneSums
    {
        private readonly VertexDependencies vertices = new(brandes, null);
        private Vector256<double> pathsLow;
        private Vector256<double> pathsHigh;

        public void Begin(int row)
        {
            ref double p = ref brandes.search.Paths.First;
            nuint at = (nuint)brandes.search.Reached[row] * EightLanes.Count;
            pathsLow = Vector256.LoadUnsafe(ref p, at);
            pathsHigh = Vector256.LoadUnsafe(ref p, at + 4);
        }

        public readonly void Term(int arc, Vector256<double> low, Vector256<double> high) =>
            arcSums[arc] += EightLanes.Total(low * pathsLow, high * pathsHigh);

        public readonly void End(int row, Vector256<double> low, Vector256<double> high, int lanes) => vertices.End(row, low, high, lanes);
    }
}
