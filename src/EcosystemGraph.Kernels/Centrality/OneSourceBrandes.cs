using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies without lengths, from one source a pass, for graphs whose levels are many and small. A vertex is known by its place in the queue:
/// numbers of paths and shares lie in the order in which they are needed, and what has a place after the level of an arc's tail is of the next level.
/// </summary>
/// <remarks>Memory 28 bytes a vertex and 4 an arc, 2 without direction. A pass is one task, its order fixed by the rows.</remarks>
internal sealed class OneSourceBrandes
{
    private const int Unreached = -1;

    /// <summary>How many places on the queue is prepared, in three steps.</summary>
    private const int Ahead = 4;

    /// <summary>So many arcs of a vertex are prepared at most.</summary>
    private const int LongestAsked = 16;

    private readonly Adjacency rows;
    private readonly bool[]? isTarget;
    private readonly CancellationToken cancellation;
    private readonly int[] placeOf;
    private readonly int[] queue;
    private readonly double[] paths;
    private readonly double[] shares;
    private readonly int[] nextEnds;
    private readonly int[] nextPlaces;

    public OneSourceBrandes(CsrGraph graph, bool[]? isTarget, CancellationToken cancellation)
    {
        rows = graph.Out;
        this.isTarget = isTarget;
        this.cancellation = cancellation;
        int n = graph.VertexCount;
        placeOf = GC.AllocateUninitializedArray<int>(n);
        Array.Fill(placeOf, Unreached);
        queue = GC.AllocateUninitializedArray<int>(n);
        paths = GC.AllocateUninitializedArray<double>(n);
        shares = GC.AllocateUninitializedArray<double>(n);
        nextEnds = GC.AllocateUninitializedArray<int>(n);

        // An edge without direction leads on from one of its ends at most.
        nextPlaces = GC.AllocateUninitializedArray<int>(graph.IsDirected ? graph.ArcCount : graph.ArcCount / 2);
    }

    /// <summary>Adds the dependencies of one source to the vertices' sums, or to the arcs' sums if they are asked for.</summary>
    public void Run(int source, double[]? vertexSums, double[]? arcSums)
    {
        int reached = Forward(source);
        Backward(reached, vertexSums, arcSums);
        foreach (int v in queue.AsSpan(0, reached))
        {
            placeOf[v] = Unreached;
        }
    }

    /// <summary>Finds the queue, the numbers of paths, and the places behind each vertex.</summary>
    private int Forward(int source)
    {
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        ref int places = ref MemoryMarshal.GetArrayDataReference(placeOf);
        ref double counts = ref MemoryMarshal.GetArrayDataReference(paths);
        ref int ahead = ref MemoryMarshal.GetArrayDataReference(nextPlaces);
        queue[0] = source;
        placeOf[source] = 0;
        paths[0] = 1;
        int reached = 1, found = 0;
        for (int i = 0, levelEnd = 1; i < reached; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            if (i == levelEnd)
            {
                levelEnd = reached;
            }
            if (i + 3 * Ahead < reached)
            {
                AskFor(i);
            }
            int u = queue[i];
            double pathsOfU = Unsafe.Add(ref counts, i);
            int end = rows.Offsets[u + 1];
            for (int arc = rows.Offsets[u]; arc < end; arc++)
            {
                int v = Unsafe.Add(ref neighbors, arc), place = Unsafe.Add(ref places, v);
                if (place == Unreached)
                {
                    Unsafe.Add(ref places, v) = reached;
                    Unsafe.Add(ref counts, reached) = pathsOfU;
                    Unsafe.Add(ref ahead, found++) = reached;
                    queue[reached++] = v;
                }
                else if (place >= levelEnd)
                {
                    Unsafe.Add(ref counts, place) += pathsOfU;
                    Unsafe.Add(ref ahead, found++) = place;
                }
            }
            nextEnds[i] = found;
        }
        return reached;
    }

    /// <summary>Asks the memory for what vertices further on in the queue will need: their rows' bounds, then the arcs, then the places of the neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AskFor(int i)
    {
        ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
        ref int offsets = ref MemoryMarshal.GetArrayDataReference(rows.Offsets);
        Prefetch.At(ref offsets, queue[i + 3 * Ahead]);
        Prefetch.At(ref neighbors, Unsafe.Add(ref offsets, queue[i + 2 * Ahead]));
        int soon = queue[i + Ahead], from = Unsafe.Add(ref offsets, soon);
        for (int arc = Math.Min(Unsafe.Add(ref offsets, soon + 1), from + LongestAsked) - 1; arc >= from; arc--)
        {
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(placeOf), Unsafe.Add(ref neighbors, arc));
        }
    }

    private void Backward(int reached, double[]? vertexSums, double[]? arcSums)
    {
        for (int i = reached - 1; i >= 0; i--)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int u = queue[i];
            double pathsOfU = paths[i], sum = 0;
            if (!double.IsFinite(pathsOfU))
            {
                throw EightSourceBrandes.TooManyPaths(u);
            }
            int next = i == 0 ? 0 : nextEnds[i - 1], end = nextEnds[i];
            if (arcSums is null)
            {
                for (; next < end; next++)
                {
                    sum += shares[nextPlaces[next]];
                }
            }
            else
            {
                sum = OfArcs(u, pathsOfU, nextPlaces.AsSpan(next, end - next), arcSums);
            }
            double dependency = pathsOfU * sum;
            shares[i] = ((isTarget is null || isTarget[u] ? 1 : 0) + dependency) / pathsOfU;
            if (vertexSums is not null && i > 0)
            {
                vertexSums[u] += dependency;
            }
        }
    }

    private double OfArcs(int u, double pathsOfU, ReadOnlySpan<int> next, double[] arcSums)
    {
        // The places are in the order of the arcs.
        double sum = 0;
        int found = 0;
        for (int arc = rows.Offsets[u]; found < next.Length; arc++)
        {
            if (placeOf[rows.Neighbors[arc]] == next[found])
            {
                double share = shares[next[found++]];
                sum += share;
                arcSums[arc] += pathsOfU * share;
            }
        }
        return sum;
    }
}
