namespace EcosystemGraph.Kernels;

/// <summary>Arcs into rows in O(n + m): two stable counting sorts, first by target and then by source, order each row by (neighbour, edge).</summary>
internal static class CountingSort
{
    /// <summary>The longest array of arcs the runtime allows.</summary>
    public static int MaxArcs => Array.MaxLength;

    /// <summary>Where the row of each key starts, and the number of keys at the end.</summary>
    public static int[] Offsets(int n, ReadOnlySpan<int> keys)
    {
        int[] offsets = new int[n + 1];
        foreach (int key in keys)
        {
            offsets[key + 1]++;
        }
        Accumulate(offsets);
        return offsets;
    }

    /// <summary>The rows of directed edges, or of undirected edges seen from both ends (a loop twice in its own row).</summary>
    public static Adjacency Rows(
        int n, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights, bool keepEdgeIds, bool directed)
    {
        // By target. The row of t holds the sources of its arcs in the order of the edges, and the edge where something hangs on it.
        bool needEdge = keepEdgeIds || !weights.IsEmpty;
        int[] byTarget = new int[n + 1];
        foreach (int target in targets)
        {
            byTarget[target + 1]++;
        }
        if (!directed)
        {
            foreach (int source in sources)
            {
                byTarget[source + 1]++;
            }
        }
        Accumulate(byTarget);
        int arcs = byTarget[n];
        int[] cursor = byTarget.AsSpan(0, n).ToArray();
        int[] from = new int[arcs];
        int[]? edge = needEdge ? new int[arcs] : null;
        for (int e = 0; e < sources.Length; e++)
        {
            int s = sources[e], t = targets[e];
            int position = cursor[t]++;
            from[position] = s;
            if (edge is not null)
            {
                edge[position] = e;
            }
            if (!directed)
            {
                position = cursor[s]++;
                from[position] = t;
                if (edge is not null)
                {
                    edge[position] = e;
                }
            }
        }

        // By source, reading the rows of the targets in order. Undirected arcs come in pairs, so the rows are as long as before.
        int[] offsets = directed ? Offsets(n, sources) : byTarget;
        offsets.AsSpan(0, n).CopyTo(cursor);
        int[] neighbors = new int[arcs];
        int[]? edgeIds = keepEdgeIds ? new int[arcs] : null;
        double[]? arcWeights = weights.IsEmpty ? null : new double[arcs];
        for (int t = 0; t < n; t++)
        {
            for (int k = byTarget[t]; k < byTarget[t + 1]; k++)
            {
                int position = cursor[from[k]]++;
                neighbors[position] = t;
                if (edge is not null)
                {
                    int e = edge[k];
                    if (edgeIds is not null)
                    {
                        edgeIds[position] = e;
                    }
                    if (arcWeights is not null)
                    {
                        arcWeights[position] = weights[e];
                    }
                }
            }
        }
        return new Adjacency(offsets, neighbors, arcWeights, edgeIds);
    }

    private static void Accumulate(int[] offsets)
    {
        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }
    }
}
