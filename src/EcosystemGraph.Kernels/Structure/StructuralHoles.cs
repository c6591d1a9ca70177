namespace EcosystemGraph.Kernels;

/// <summary>
/// Burt's measures of structural holes. Parallels are summed, loops dropped, arcs of weight 0 too; a vertex's contacts are those joined to it by an arc
/// either way, and the tie with each is the sum of both directions. A vertex without contacts has no value.
/// </summary>
/// <remarks>
/// Time O(Σ over arcs of the degree of their end), space O(n + m) and, a thread, 8 bytes a vertex. The same bytes at any number of threads: a vertex's
/// sums belong to one task, in the order of its contacts and theirs.
/// Burt, R. S. (1992). Structural Holes: The Social Structure of Competition, 51–62.
/// </remarks>
public static class StructuralHoles
{
    private const int Chunk = 64;

    /// <summary>
    /// Constraint: Σ over contacts j of (p_ij + Σ_q p_iq·p_qj)², with p_ij the share of i's ties that j has; high where contacts know each other.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <returns>A score for each vertex; null for one without contacts.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double?[] Constraint(CsrGraph graph, KernelContext? context = null)
    {
        Adjacency ties = Ties(graph, context);
        double[] strengths = Strengths(ties);
        return Compute(ties, context, (i, invested) =>
        {
            foreach ((int q, double tie) in new Row(ties, i))
            {
                invested[q] += tie / strengths[i];
            }
            foreach ((int q, double tie) in new Row(ties, i))
            {
                foreach ((int j, double further) in new Row(ties, q))
                {
                    if (j != i)
                    {
                        invested[j] += tie / strengths[i] * (further / strengths[q]);
                    }
                }
            }
            double sum = 0;
            foreach (int j in ties.NeighborsOf(i))
            {
                sum += invested[j] * invested[j];
            }
            invested[i] = 0;
            foreach (int q in ties.NeighborsOf(i))
            {
                invested[q] = 0;
                foreach (int j in ties.NeighborsOf(q))
                {
                    invested[j] = 0;
                }
            }
            return sum;
        });
    }

    /// <summary>
    /// Effective size: Σ over contacts j of 1 − Σ_q p_iq·m_jq, with m_jq the tie of j and q over j's strongest; the contacts less their redundancy.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <returns>A score for each vertex; null for one without contacts.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double?[] EffectiveSize(CsrGraph graph, KernelContext? context = null)
    {
        Adjacency ties = Ties(graph, context);
        double[] strengths = Strengths(ties);
        double[] strongest = new double[ties.VertexCount];
        for (int v = 0; v < strongest.Length; v++)
        {
            foreach (double tie in ties.WeightsOf(v))
            {
                strongest[v] = Math.Max(strongest[v], tie);
            }
        }
        return Compute(ties, context, (i, invested) =>
        {
            foreach ((int q, double tie) in new Row(ties, i))
            {
                invested[q] = tie / strengths[i];
            }
            double size = 0;
            foreach (int j in ties.NeighborsOf(i))
            {
                double redundancy = 0;
                foreach ((int q, double tie) in new Row(ties, j))
                {
                    redundancy += invested[q] * (tie / strongest[j]);
                }
                size += 1 - redundancy;
            }
            foreach (int q in ties.NeighborsOf(i))
            {
                invested[q] = 0;
            }
            return size;
        });
    }

    private static Adjacency Ties(CsrGraph graph, KernelContext? context)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.WithoutZeros().SimpleUndirected(ParallelWeights.Sum, context).Out;
    }

    private static double[] Strengths(Adjacency ties)
    {
        double[] strengths = new double[ties.VertexCount];
        for (int v = 0; v < strengths.Length; v++)
        {
            strengths[v] = Lanes.Sum(ties.WeightsOf(v));
        }
        return strengths;
    }

    /// <summary>Scores every vertex that has contacts; the array of zeros given to the function must be left as it was.</summary>
    private static double?[] Compute(Adjacency ties, KernelContext? context, Func<int, double[], double> score)
    {
        context ??= KernelContext.Default;
        int n = ties.VertexCount;
        double?[] scores = new double?[n];
        double[][] spaces = new double[context.Threads][];
        Blocks.ForEach(context, (n + Chunk - 1) / Chunk, (worker, item) =>
        {
            double[] space = spaces[worker] ??= new double[n];
            for (int v = item * Chunk; v < Math.Min(n, (item + 1) * Chunk); v++)
            {
                scores[v] = ties.Degree(v) == 0 ? null : score(v, space);
            }
        });
        return scores;
    }

    /// <summary>The contacts of a vertex with their ties.</summary>
    private ref struct Row(Adjacency ties, int vertex)
    {
        private readonly ReadOnlySpan<int> neighbors = ties.NeighborsOf(vertex);
        private readonly ReadOnlySpan<double> weights = ties.WeightsOf(vertex);
        private int at = -1;

        public readonly (int Vertex, double Tie) Current => (neighbors[at], weights[at]);

        public readonly Row GetEnumerator() => this;

        public bool MoveNext() => ++at < neighbors.Length;
    }
}
