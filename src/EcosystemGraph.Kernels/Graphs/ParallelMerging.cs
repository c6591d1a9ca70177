namespace EcosystemGraph.Kernels;

/// <summary>Merges the runs of parallel arcs in ordered rows and drops loops, a block of vertices at a time.</summary>
internal static class ParallelMerging
{
    public static Adjacency Merge(Adjacency rows, ParallelWeights rule, KernelContext context)
    {
        int n = rows.VertexCount;
        if (IsSimple(rows))
        {
            return new Adjacency(rows.Offsets, rows.Neighbors, rule == ParallelWeights.None ? null : rows.Weights ?? Ones(rows.Neighbors.Length), rows.EdgeIds);
        }
        int[] offsets = new int[n + 1];
        Blocks.For(context, n, (_, from, to) =>
        {
            for (int v = from; v < to; v++)
            {
                int distinct = 0, previous = -1;
                foreach (int u in rows.NeighborsOf(v))
                {
                    distinct += u != previous && u != v ? 1 : 0;
                    previous = u;
                }
                offsets[v + 1] = distinct;
            }
        });
        for (int v = 0; v < n; v++)
        {
            offsets[v + 1] += offsets[v];
        }

        int[] neighbors = new int[offsets[n]];
        double[]? weights = rule == ParallelWeights.None ? null : new double[offsets[n]];
        int[]? edgeIds = rows.EdgeIds is null ? null : new int[offsets[n]];
        Blocks.For(context, n, (_, first, last) =>
        {
            for (int v = first; v < last; v++)
            {
                MergeRow(v);
            }
        });
        return new Adjacency(offsets, neighbors, weights, edgeIds);

        void MergeRow(int v)
        {
            int end = rows.Offsets[v + 1], position = offsets[v];
            for (int arc = rows.Offsets[v]; arc < end;)
            {
                int u = rows.Neighbors[arc], first = arc;
                double merged = Weight(rows, arc++);
                for (; arc < end && rows.Neighbors[arc] == u; arc++)
                {
                    merged = rule == ParallelWeights.Minimum ? Math.Min(merged, Weight(rows, arc)) : merged + Weight(rows, arc);
                }
                if (u == v)
                {
                    continue;
                }
                neighbors[position] = u;
                if (weights is not null)
                {
                    weights[position] = merged;
                }
                if (edgeIds is not null)
                {
                    edgeIds[position] = rows.EdgeIds![first];
                }
                position++;
            }
        }
    }

    private static double Weight(Adjacency rows, int arc) => rows.Weights is null ? 1 : rows.Weights[arc];

    /// <summary>Whether there is nothing to merge or to drop; then the rows can be shared.</summary>
    private static bool IsSimple(Adjacency rows)
    {
        for (int v = 0; v < rows.VertexCount; v++)
        {
            int previous = -1;
            foreach (int u in rows.NeighborsOf(v))
            {
                if (u == previous || u == v)
                {
                    return false;
                }
                previous = u;
            }
        }
        return true;
    }

    private static double[] Ones(int length)
    {
        double[] ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
