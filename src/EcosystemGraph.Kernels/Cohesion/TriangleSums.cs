namespace EcosystemGraph.Kernels;

/// <summary>What a triangle gives to one of its corners.</summary>
internal enum CornerTerm
{
    /// <summary>The product of the values of its three edges.</summary>
    Product,

    /// <summary>The mean of the values of the two edges that meet at the corner.</summary>
    MeanOfSides,
}

/// <summary>Sums over the triangles at each vertex of a term of the values of their edges.</summary>
/// <remarks>
/// Triangles are found as <see cref="Triangles"/> finds them, each once from its corner of least degree, in O(m^1.5), and added in 16 fixed slots, so the
/// sums are the same at any number of threads.
/// </remarks>
internal static class TriangleSums
{
    private const int Chunk = 256;
    private const double Unmarked = -1;

    /// <summary>A sum for each vertex of a simple undirected graph whose weights, the values, are at least 0.</summary>
    public static double[] Of(CsrGraph simple, CornerTerm term, KernelContext context)
    {
        int n = simple.VertexCount;
        DegreeOrder order = DegreeOrder.Of(simple);
        double[] values = ValuesOf(simple, order);
        double[][] spaces = new double[context.Threads][];
        double[] byRank = Slots.Sum(context, "clustering", Slots.ForVertices, (n + Chunk - 1) / Chunk, n, (worker, pass, sums) =>
        {
            double[] space = spaces[worker] ??= Unmarkeds(n);
            for (int u = pass * Chunk; u < Math.Min(n, (pass + 1) * Chunk); u++)
            {
                From(u, order.Upward, values, term, space, sums);
            }
        });
        double[] byVertex = new double[n];
        for (int rank = 0; rank < n; rank++)
        {
            byVertex[order.VertexAt[rank]] = byRank[rank];
        }
        return byVertex;
    }

    private static double[] Unmarkeds(int n)
    {
        double[] space = new double[n];
        Array.Fill(space, Unmarked);
        return space;
    }

    /// <summary>The values beside the upward rows, which are filled in the order of the greater rank.</summary>
    private static double[] ValuesOf(CsrGraph simple, DegreeOrder order)
    {
        double[] values = new double[order.Upward.Neighbors.Length];
        int[] next = order.Upward.Offsets.AsSpan(0, simple.VertexCount).ToArray();
        for (int rank = 0; rank < simple.VertexCount; rank++)
        {
            ReadOnlySpan<int> ends = simple.OutNeighbors(order.VertexAt[rank]);
            ReadOnlySpan<double> given = simple.OutWeights(order.VertexAt[rank]);
            for (int i = 0; i < ends.Length; i++)
            {
                int lesser = order.RankOf[ends[i]];
                if (lesser < rank)
                {
                    values[next[lesser]++] = given[i];
                }
            }
        }
        return values;
    }

    private static void From(int u, Adjacency upward, double[] values, CornerTerm term, double[] space, double[] sums)
    {
        int from = upward.Offsets[u], to = upward.Offsets[u + 1];
        if (to - from < 2)
        {
            return;
        }
        for (int arc = from; arc < to; arc++)
        {
            space[upward.Neighbors[arc]] = values[arc];
        }
        for (int arc = from; arc < to; arc++)
        {
            int v = upward.Neighbors[arc];
            double uv = values[arc];
            for (int opposite = upward.Offsets[v]; opposite < upward.Offsets[v + 1]; opposite++)
            {
                int w = upward.Neighbors[opposite];
                double uw = space[w], vw = values[opposite];
                if (uw == Unmarked)
                {
                    continue;
                }
                if (term == CornerTerm.Product)
                {
                    double product = uv * vw * uw;
                    sums[u] += product;
                    sums[v] += product;
                    sums[w] += product;
                }
                else
                {
                    sums[u] += (uv + uw) / 2;
                    sums[v] += (uv + vw) / 2;
                    sums[w] += (uw + vw) / 2;
                }
            }
        }
        for (int arc = from; arc < to; arc++)
        {
            space[upward.Neighbors[arc]] = Unmarked;
        }
    }
}
