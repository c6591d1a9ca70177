namespace EcosystemGraph.Kernels;

/// <summary>Merges the runs of parallel arcs in ordered rows and drops loops.</summary>
internal static class ParallelMerging
{
    public static Adjacency Merge(Adjacency rows, ParallelWeights rule)
    {
        int n = rows.VertexCount;
        int[] offsets = new int[n + 1];
        for (int v = 0; v < n; v++)
        {
            int distinct = 0, previous = -1;
            foreach (int u in rows.NeighborsOf(v))
            {
                distinct += u != previous && u != v ? 1 : 0;
                previous = u;
            }
            offsets[v + 1] = offsets[v] + distinct;
        }

        int[] neighbors = new int[offsets[n]];
        double[]? weights = rule == ParallelWeights.None ? null : new double[offsets[n]];
        int[]? edgeIds = rows.EdgeIds is null ? null : new int[offsets[n]];
        for (int v = 0, position = 0; v < n; v++)
        {
            int end = rows.Offsets[v + 1];
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
        return new Adjacency(offsets, neighbors, weights, edgeIds);
    }

    private static double Weight(Adjacency rows, int arc) => rows.Weights is null ? 1 : rows.Weights[arc];
}
