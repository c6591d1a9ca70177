using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcosystemGraph.Kernels;

/// <summary>
/// Weakly connected components: the sets of vertices joined by paths that ignore direction; on an undirected graph its connected components.
/// </summary>
/// <remarks>
/// Afforest, with other samples: a part of the arcs is followed first; the component that is then largest has most arcs inside, and its vertices skip
/// theirs. The first arc of a row leads to its least neighbour, and a vertex that is greater hangs under it without asking anybody; the roots that this
/// leaves hang under the least root near them, and a few arcs of every sixteenth vertex join what is still apart. Once a single component is left, no
/// further arc is read. A directed graph whose incoming rows are not made yet follows every arc instead of making them. Time near O(n + m), mostly far
/// fewer arcs; space O(n). The same sets at any number of threads, for the component of a vertex is settled by integers alone.
/// Sutton, M., Ben-Nun, T., Barak, A. (2018). Optimizing parallel graph connectivity computation via subgraph sampling. IPDPS.
/// </remarks>
public static class WeakComponents
{
    /// <summary>The arcs of a vertex that are followed at first.</summary>
    private const int SampledArcs = 8;

    /// <summary>One vertex in so many links the trees that have no root with an arc to another.</summary>
    private const int SampleStep = 16;

    /// <summary>No component, and no state of a vertex.</summary>
    private const int None = int.MinValue;

    private const int SampledVertices = 1024;
    private const int FarAhead = 24;
    private const int NearAhead = 8;

    /// <summary>Finds the components.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <returns>A group for each component; isolated vertices are groups of one.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static Partition Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        Adjacency outgoing = graph.Out;
        var forest = new MergingForest(GC.AllocateUninitializedArray<int>(n));
        (int components, int empty) = HangUnderLeast(context, forest.Above, outgoing);
        if (components - empty > 1)
        {
            forest.Flatten(context);
            components -= HangRoots(context, forest.Above, outgoing);
            components -= MergeSampled(context, forest, outgoing);
        }

        // An empty row is a component of its own, unless it is entered by arcs from others.
        if (components > 1 && (components - empty > 1 || graph.IsDirected))
        {
            forest.Flatten(context);
            Adjacency? incoming = graph.IsDirected ? graph.KnownIn : null;
            int largest = graph.IsDirected && incoming is null ? None : LargestSampled(forest.Above);
            components -= MergeRest(context, forest, outgoing, incoming, largest);
        }
        if (components > 1)
        {
            forest.Flatten(context);
        }
        return FlatForest.Label(context, forest.Above, components);
    }

    /// <summary>
    /// Starts the forest: each vertex hangs under the first of its row if that is lesser. Each writes its own place only. Returns the number of trees
    /// and of empty rows.
    /// </summary>
    private static (int Trees, int Empty) HangUnderLeast(KernelContext context, int[] above, Adjacency rows)
    {
        if (rows.Neighbors.Length == 0)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Array.Fill(above, MergingForest.Root);
            return (above.Length, above.Length);
        }
        int trees = 0, empty = 0;
        Blocks.For(context, above.Length, (_, from, to) =>
        {
            int roots = 0, full = 0, lastArc = rows.Neighbors.Length - 1;
            ref int neighbors = ref MemoryMarshal.GetArrayDataReference(rows.Neighbors);
            ref int offsets = ref MemoryMarshal.GetArrayDataReference(rows.Offsets);
            for (int v = from; v < to; v++)
            {
                // The starts of rows are far apart, further than the processor looks ahead by itself.
                Prefetch.At(ref neighbors, Unsafe.Add(ref offsets, Math.Min(v + FarAhead, above.Length)));

                // Which rows have an arc, and one to a lesser vertex, is past foreseeing: signs are masks, where a jump would cost more.
                int start = Unsafe.Add(ref offsets, v);
                int hasArc = (start - Unsafe.Add(ref offsets, v + 1)) >> 31;
                int least = Unsafe.Add(ref neighbors, Math.Min(start, lastArc));
                int hangs = hasArc & ((least - v) >> 31);
                above[v] = least | ~hangs;
                roots += 1 + hangs;
                full -= hasArc;
            }
            Interlocked.Add(ref trees, roots);
            Interlocked.Add(ref empty, to - from - full);
        });
        return (trees, empty);
    }

    /// <summary>
    /// Hangs each root of a flat forest under the least root known above a few of its neighbours, if that is lesser. Returns how many hang now. Each writes
    /// its own place only, and what hangs in the meantime makes the trees deeper, nothing else.
    /// </summary>
    private static int HangRoots(KernelContext context, int[] above, Adjacency rows)
    {
        int hung = 0;
        Blocks.For(context, above.Length, (_, from, to) =>
        {
            Span<int> roots = stackalloc int[Blocks.Size];
            int count = 0;
            for (int v = from; v < to; v++)
            {
                roots[count] = v;
                count += (above[v] & (rows.Offsets[v] - rows.Offsets[v + 1])) >>> 31;
            }
            int mine = 0;
            for (int i = 0; i < count; i++)
            {
                PrefetchRow(above, rows, roots[..count], i);
                ReadOnlySpan<int> row = rows.NeighborsOf(roots[i]);
                int least = roots[i];
                foreach (int u in row[..Math.Min(row.Length, SampledArcs)])
                {
                    int root = Volatile.Read(ref above[u]);
                    least = Math.Min(least, root < 0 ? u : root);
                }
                if (least < roots[i])
                {
                    Volatile.Write(ref above[roots[i]], least);
                    mine++;
                }
            }
            Interlocked.Add(ref hung, mine);
        });
        return hung;
    }

    /// <summary>Follows a few arcs of some vertices. Returns how many are roots no more.</summary>
    private static int MergeSampled(KernelContext context, MergingForest forest, Adjacency rows)
    {
        int merged = 0;
        Blocks.For(context, rows.VertexCount, (_, from, to) =>
        {
            int mine = 0;
            for (int v = from; v < to; v += SampleStep)
            {
                if (v + FarAhead * SampleStep < to)
                {
                    Prefetch.At(ref MemoryMarshal.GetArrayDataReference(rows.Neighbors), rows.Offsets[v + FarAhead * SampleStep]);
                }
                ReadOnlySpan<int> row = rows.NeighborsOf(v);
                foreach (int u in row[..Math.Min(row.Length, SampledArcs)])
                {
                    mine += forest.Merge(v, u) ? 1 : 0;
                }
            }
            Interlocked.Add(ref merged, mine);
        });
        return merged;
    }

    /// <summary>Follows every arc of the vertices outside a component of a flat forest. Returns how many are roots no more.</summary>
    private static int MergeRest(KernelContext context, MergingForest forest, Adjacency outgoing, Adjacency? incoming, int component)
    {
        int merged = 0;
        Blocks.For(context, outgoing.VertexCount, (_, from, to) =>
        {
            int mine = 0;
            for (int v = from; v < to; v++)
            {
                // One jump for all reasons: apart they are past foreseeing.
                int arcs = outgoing.Degree(v) + (incoming is null ? 0 : incoming.Degree(v));
                if ((Volatile.Read(ref forest.Above[v]) == component) | (v == component) | (arcs == 0))
                {
                    continue;
                }
                foreach (int u in outgoing.NeighborsOf(v))
                {
                    mine += forest.Merge(v, u) ? 1 : 0;
                }
                if (incoming is not null)
                {
                    foreach (int u in incoming.NeighborsOf(v))
                    {
                        mine += forest.Merge(v, u) ? 1 : 0;
                    }
                }
            }
            Interlocked.Add(ref merged, mine);
        });
        return merged;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchRow(int[] above, Adjacency rows, ReadOnlySpan<int> vertices, int i)
    {
        if (i + FarAhead < vertices.Length)
        {
            Prefetch.At(ref MemoryMarshal.GetArrayDataReference(rows.Neighbors), rows.Offsets[vertices[i + FarAhead]]);
        }
        if (i + NearAhead < vertices.Length)
        {
            ReadOnlySpan<int> row = rows.NeighborsOf(vertices[i + NearAhead]);
            if (row.Length > 0)
            {
                Prefetch.At(ref MemoryMarshal.GetArrayDataReference(above), row[0]);
            }
        }
    }

    /// <summary>The root met most often in an even sample of the vertices of a flat forest. Any answer is right; the most frequent saves most.</summary>
    private static int LargestSampled(int[] above)
    {
        var seen = new Dictionary<int, int>();
        int best = -1, most = 0;
        int step = Math.Max(1, above.Length / SampledVertices);
        for (int v = 0; v < above.Length; v += step)
        {
            int root = above[v] < 0 ? v : above[v];
            int count = seen[root] = seen.GetValueOrDefault(root) + 1;
            if (count > most)
            {
                (best, most) = (root, count);
            }
        }
        return best;
    }
}
