using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies without lengths, from eight sources in one pass: a vertex has one number of shortest paths and one dependency for each source
/// side by side, and a bit for each source says at which level it was reached. Levels keep their vertices with their bits, so the way back needs no
/// predecessors: a vertex of level d asks its arcs for the vertices of level d + 1.
/// </summary>
/// <remarks>Memory 131 bytes a vertex and 5 for each pair of vertex and level. A pass is one task, its order fixed by the rows.</remarks>
internal sealed class EightSourceBrandes
{
    public const int Sources = 8;

    /// <summary>All bits of lane i are set where bit i of the index is.</summary>
    private static readonly Vector256<long>[] LaneMasks = [.. Enumerable.Range(0, 16).Select(bits =>
        Vector256.Create(-(long)(bits & 1), -(long)(bits >> 1 & 1), -(long)(bits >> 2 & 1), -(long)(bits >> 3 & 1)))];

    private readonly Adjacency rows;
    private readonly bool[]? isTarget;
    private readonly byte[] seen;
    private readonly byte[] level;
    private readonly double[] paths;
    private readonly double[] shares;
    private int[] reached;
    private byte[] reachedBits;
    private readonly List<int> levelStarts = [];

    public EightSourceBrandes(Adjacency rows, bool[]? isTarget)
    {
        this.rows = rows;
        this.isTarget = isTarget;
        int n = rows.VertexCount;
        seen = new byte[n];
        level = new byte[n];
        paths = new double[(long)n * Sources];
        shares = new double[(long)n * Sources];
        reached = new int[n + 1];
        reachedBits = new byte[n + 1];
    }

    /// <summary>Adds the dependencies of at most eight distinct sources to the vertices' sums, and to the arcs' sums if they are asked for.</summary>
    public void Run(ReadOnlySpan<int> sources, double[]? vertexSums, double[]? arcSums)
    {
        Array.Clear(seen);
        Array.Clear(paths);
        Forward(sources);
        Backward(vertexSums, arcSums);
    }

    private void Forward(ReadOnlySpan<int> sources)
    {
        levelStarts.Clear();
        levelStarts.Add(0);
        int end = 0;
        for (int lane = 0; lane < sources.Length; lane++)
        {
            int s = sources[lane];
            paths[(long)s * Sources + lane] = 1;
            seen[s] = reachedBits[end] = (byte)(1 << lane);
            reached[end++] = s;
        }
        ref double p = ref MemoryMarshal.GetArrayDataReference(paths);
        for (int start = 0; start < end;)
        {
            levelStarts.Add(end);
            int next = end;
            for (int i = start; i < end; i++)
            {
                int u = reached[i];
                int bits = reachedBits[i];
                nuint atU = (nuint)u * Sources;
                Vector256<double> low = Vector256.LoadUnsafe(ref p, atU), high = Vector256.LoadUnsafe(ref p, atU + 4);
                foreach (int v in rows.NeighborsOf(u))
                {
                    int fresh = bits & ~seen[v];
                    if (fresh == 0)
                    {
                        continue;
                    }
                    if (level[v] == 0)
                    {
                        Append(next++, v);
                    }
                    level[v] |= (byte)fresh;
                    nuint atV = (nuint)v * Sources;
                    (Vector256.LoadUnsafe(ref p, atV) + (low & LaneMasks[fresh & 15].AsDouble())).StoreUnsafe(ref p, atV);
                    (Vector256.LoadUnsafe(ref p, atV + 4) + (high & LaneMasks[fresh >> 4].AsDouble())).StoreUnsafe(ref p, atV + 4);
                }
            }
            for (int i = end; i < next; i++)
            {
                int v = reached[i];
                reachedBits[i] = level[v];
                seen[v] |= level[v];
                level[v] = 0;
            }
            (start, end) = (end, next);
        }
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

    private void Backward(double[]? vertexSums, double[]? arcSums)
    {
        int last = levelStarts.Count - 2;
        ref double p = ref MemoryMarshal.GetArrayDataReference(paths);
        ref double c = ref MemoryMarshal.GetArrayDataReference(shares);
        for (int depth = last; depth >= 0; depth--)
        {
            for (int i = levelStarts[depth]; i < levelStarts[depth + 1]; i++)
            {
                int v = reached[i];
                int bits = reachedBits[i];
                nuint at = (nuint)v * Sources;
                Vector256<double> pathsLow = Vector256.LoadUnsafe(ref p, at), pathsHigh = Vector256.LoadUnsafe(ref p, at + 4);
                Vector256<double> low = default, high = default;
                if (depth < last && (depth > 0 || arcSums is not null))
                {
                    Pull(v, bits, pathsLow, pathsHigh, arcSums, ref c, ref low, ref high);
                }
                low *= pathsLow;
                high *= pathsHigh;
                if (depth == 0)
                {
                    continue;
                }
                Vector256<double> keepLow = LaneMasks[bits & 15].AsDouble(), keepHigh = LaneMasks[bits >> 4].AsDouble();
                if (vertexSums is not null)
                {
                    vertexSums[v] += Total(low & keepLow, high & keepHigh);
                }
                Vector256<double> own = Vector256.Create(isTarget is null || isTarget[v] ? 1.0 : 0.0);
                Vector256.ConditionalSelect(keepLow, (own + low) / pathsLow, Vector256.LoadUnsafe(ref c, at)).StoreUnsafe(ref c, at);
                Vector256.ConditionalSelect(keepHigh, (own + high) / pathsHigh, Vector256.LoadUnsafe(ref c, at + 4)).StoreUnsafe(ref c, at + 4);
                if (Vector256.EqualsAny(pathsLow, Vector256.Create(double.PositiveInfinity))
                    || Vector256.EqualsAny(pathsHigh, Vector256.Create(double.PositiveInfinity)))
                {
                    throw TooManyPaths(v);
                }
            }
            if (depth < last)
            {
                Mark(depth + 1, clear: true);
            }
            Mark(depth, clear: false);
        }
        Mark(0, clear: true);
    }

    internal static KernelException TooManyPaths(int vertex) =>
        KernelException.NotDefined($"More than {double.MaxValue:E1} shortest paths lead to vertex {vertex}, expected a number of paths that a double holds.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pull(
        int v,
        int bits,
        Vector256<double> pathsLow,
        Vector256<double> pathsHigh,
        double[]? arcSums,
        ref double c,
        ref Vector256<double> low,
        ref Vector256<double> high)
    {
        int end = rows.Offsets[v + 1];
        for (int arc = rows.Offsets[v]; arc < end; arc++)
        {
            int w = rows.Neighbors[arc];
            int below = bits & level[w];
            if (below == 0)
            {
                continue;
            }
            nuint atW = (nuint)w * Sources;
            Vector256<double> shareLow = Vector256.LoadUnsafe(ref c, atW) & LaneMasks[below & 15].AsDouble();
            Vector256<double> shareHigh = Vector256.LoadUnsafe(ref c, atW + 4) & LaneMasks[below >> 4].AsDouble();
            low += shareLow;
            high += shareHigh;
            if (arcSums is not null)
            {
                arcSums[arc] += Total(shareLow * pathsLow, shareHigh * pathsHigh);
            }
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
}
