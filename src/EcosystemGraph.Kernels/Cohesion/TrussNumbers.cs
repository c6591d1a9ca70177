namespace EcosystemGraph.Kernels;

/// <summary>
/// Truss numbers: the largest k for which an edge is in the k-truss, the largest part of the graph in which every edge is in at least k − 2 triangles.
/// Class U: direction ignored, parallels merged, loops dropped; every parallel has the number of the merged edge.
/// </summary>
/// <remarks>
/// Edges are taken away in the order of the triangles left to them, kept sorted in buckets. Time O(m^1.5 log n), space O(n + m); one thread.
/// Cohen, J. (2008). Trusses: cohesive subgraphs for social network analysis. NSA technical report; Wang, J., Cheng, J. (2012). Truss decomposition in
/// massive networks. PVLDB 5, 812–823.
/// </remarks>
public static class TrussNumbers
{
    /// <summary>Computes truss numbers.</summary>
    /// <param name="graph">A graph with edge ids.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>A number, at least 2, for each edge id below <see cref="CsrGraph.EdgeIdBound"/>; null for loops and for ids that are not in the graph.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: no edge ids.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static int?[] Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.HasEdgeIds)
        {
            throw KernelException.BadArgument("The graph has no edge ids, expected a graph made with keepEdgeIds.");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        var edges = new SimpleEdges(graph.SimpleUndirected(ParallelWeights.None, context).Out);
        int[] numbers = Peel(edges, cancellation);

        int?[] scores = new int?[graph.EdgeIdBound];
        for (int v = 0; v < graph.VertexCount; v++)
        {
            for (int arc = graph.Out.Offsets[v]; arc < graph.Out.Offsets[v + 1]; arc++)
            {
                int u = graph.Out.Neighbors[arc];
                if (u != v)
                {
                    scores[graph.Out.EdgeIds![arc]] = numbers[edges.Find(v, u)];
                }
            }
        }
        return scores;
    }

    private static int[] Peel(SimpleEdges edges, CancellationToken cancellation)
    {
        int[] support = new int[edges.Count];
        for (int edge = 0; edge < support.Length; edge++)
        {
            Poll(edge, cancellation);
            edges.ForTriangles(edge, (_, _) => support[edge]++);
        }
        var buckets = new DegreeBuckets(support);
        bool[] gone = new bool[edges.Count];
        int[] pair = new int[2];
        for (int i = 0; i < support.Length; i++)
        {
            Poll(i, cancellation);
            int edge = buckets.At(i);
            edges.ForTriangles(edge, (first, second) =>
            {
                if (!gone[first] && !gone[second])
                {
                    (pair[0], pair[1]) = (first, second);
                    buckets.Lower(pair, support[edge]);
                }
            });
            gone[edge] = true;
        }
        return Array.ConvertAll(support, left => left + 2);
    }

    private static void Poll(int step, CancellationToken cancellation)
    {
        if (step % 1024 == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The edges of a simple undirected graph by number.</summary>
    private sealed class SimpleEdges
    {
        private readonly Adjacency rows;
        private readonly int[] numberOf;
        private readonly int[] first;
        private readonly int[] second;

        public SimpleEdges(Adjacency rows)
        {
            this.rows = rows;
            int n = rows.VertexCount;
            numberOf = new int[rows.Neighbors.Length];
            first = new int[rows.Neighbors.Length / 2];
            second = new int[rows.Neighbors.Length / 2];

            // Lesser ends come in order, so in the row of the greater end they fill from the left.
            int[] filled = rows.Offsets.AsSpan(0, n).ToArray();
            int count = 0;
            for (int v = 0; v < n; v++)
            {
                for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
                {
                    int u = rows.Neighbors[arc];
                    if (u > v)
                    {
                        (first[count], second[count]) = (v, u);
                        numberOf[arc] = numberOf[filled[u]++] = count++;
                    }
                }
            }
        }

        public int Count => first.Length;

        public int Find(int u, int v) => numberOf[rows.Offsets[u] + rows.NeighborsOf(u).BinarySearch(v)];

        /// <summary>Calls back with the two other edges of each triangle of an edge.</summary>
        public void ForTriangles(int edge, Action<int, int> other)
        {
            (int few, int many) = (first[edge], second[edge]);
            if (rows.Degree(few) > rows.Degree(many))
            {
                (few, many) = (many, few);
            }
            for (int arc = rows.Offsets[few]; arc < rows.Offsets[few + 1]; arc++)
            {
                int at = rows.NeighborsOf(many).BinarySearch(rows.Neighbors[arc]);
                if (at >= 0)
                {
                    other(numberOf[arc], numberOf[rows.Offsets[many] + at]);
                }
            }
        }
    }
}
