namespace EcosystemGraph.Kernels;

/// <summary>
/// The counting sorts of <see cref="CountingSort"/> by several threads, with the same result: each part of the input is counted by itself, so that every
/// part knows where its share of each row starts. Time O(n + m), space 4 bytes a vertex and part beside the rows.
/// </summary>
internal static class ParallelCountingSort
{
    /// <summary>Fewer arcs than this are not worth several threads.</summary>
    private const int LeastArcs = 1 << 18;

    /// <summary>How many parts are worth their counts; 1 for none.</summary>
    public static int Parts(KernelContext context, int n, long arcs) =>
        arcs < LeastArcs ? 1 : (int)Math.Clamp(2 * arcs / Math.Max(1, n), 1, context.Threads);

    /// <inheritdoc cref="CountingSort.Rows"/>
    public static Adjacency Rows(int n, int[] sources, int[] targets, double[]? weights, bool keepEdgeIds, bool directed, int parts, KernelContext context)
    {
        Adjacency byTarget = ByTarget(n, sources, targets, keepEdgeIds || weights is not null, directed, parts, context);
        Adjacency rows = Transpose(byTarget, parts, context);
        if (weights is null)
        {
            return rows;
        }
        int[] edges = rows.EdgeIds!;
        double[] arcWeights = new double[edges.Length];
        Blocks.For(context, edges.Length, (_, from, to) =>
        {
            for (int arc = from; arc < to; arc++)
            {
                arcWeights[arc] = weights[edges[arc]];
            }
        });
        return new Adjacency(rows.Offsets, rows.Neighbors, arcWeights, keepEdgeIds ? edges : null);
    }

    /// <summary>The same arcs seen from their other ends, as <see cref="Adjacency.Transpose"/> gives them.</summary>
    public static Adjacency Transpose(Adjacency rows, int parts, KernelContext context)
    {
        int n = rows.VertexCount;
        int[] bounds = Bounds(rows.Offsets, parts);
        int[][] cursors = Counted(n, parts, context, (part, counts) =>
        {
            foreach (int end in rows.Neighbors.AsSpan(rows.Offsets[bounds[part]]..rows.Offsets[bounds[part + 1]]))
            {
                counts[end]++;
            }
        });
        int[] offsets = Starts(n, cursors);
        int[] neighbors = new int[rows.Neighbors.Length];
        double[]? weights = rows.Weights is null ? null : new double[neighbors.Length];
        int[]? edgeIds = rows.EdgeIds is null ? null : new int[neighbors.Length];
        Blocks.ForEach(context, parts, (_, part) =>
        {
            int[] cursor = cursors[part];
            for (int v = bounds[part]; v < bounds[part + 1]; v++)
            {
                for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
                {
                    int position = cursor[rows.Neighbors[arc]]++;
                    neighbors[position] = v;
                    if (weights is not null)
                    {
                        weights[position] = rows.Weights![arc];
                    }
                    if (edgeIds is not null)
                    {
                        edgeIds[position] = rows.EdgeIds![arc];
                    }
                }
            }
        });
        return new Adjacency(offsets, neighbors, weights, edgeIds);
    }

    /// <summary>For each vertex the sources of the edges that end there, in the order of the edges; undirected edges end at both ends.</summary>
    private static Adjacency ByTarget(int n, int[] sources, int[] targets, bool needEdge, bool directed, int parts, KernelContext context)
    {
        int[][] cursors = Counted(n, parts, context, (part, counts) =>
        {
            for (int e = Start(part); e < Start(part + 1); e++)
            {
                counts[targets[e]]++;
                if (!directed)
                {
                    counts[sources[e]]++;
                }
            }
        });
        int[] offsets = Starts(n, cursors);
        int[] ends = new int[offsets[n]];
        int[]? edges = needEdge ? new int[ends.Length] : null;
        Blocks.ForEach(context, parts, (_, part) =>
        {
            int[] cursor = cursors[part];
            for (int e = Start(part); e < Start(part + 1); e++)
            {
                Put(cursor[targets[e]]++, sources[e], e);
                if (!directed)
                {
                    Put(cursor[sources[e]]++, targets[e], e);
                }
            }
        });
        return new Adjacency(offsets, ends, null, edges);

        int Start(int part) => (int)((long)sources.Length * part / parts);

        void Put(int position, int end, int edge)
        {
            ends[position] = end;
            if (edges is not null)
            {
                edges[position] = edge;
            }
        }
    }

    private static int[][] Counted(int n, int parts, KernelContext context, Action<int, int[]> count)
    {
        int[][] counts = new int[parts][];
        Blocks.ForEach(context, parts, (_, part) => count(part, counts[part] = new int[n]));
        return counts;
    }

    /// <summary>Where the row of each key starts; the counts of the parts become where the part's share of it does.</summary>
    private static int[] Starts(int n, int[][] counts)
    {
        int[] starts = new int[n + 1];
        int next = 0;
        for (int key = 0; key < n; key++)
        {
            starts[key] = next;
            foreach (int[] part in counts)
            {
                int count = part[key];
                part[key] = next;
                next += count;
            }
        }
        starts[n] = next;
        return starts;
    }

    /// <summary>Cuts the rows into parts of about as many arcs each.</summary>
    private static int[] Bounds(int[] offsets, int parts)
    {
        int[] bounds = new int[parts + 1];
        bounds[parts] = offsets.Length - 1;
        for (int part = 1; part < parts; part++)
        {
            int at = Array.BinarySearch(offsets, (int)((long)offsets[^1] * part / parts));
            bounds[part] = Math.Max(bounds[part - 1], Math.Min(at < 0 ? ~at : at, offsets.Length - 1));
        }
        return bounds;
    }
}
