namespace EcosystemGraph.Kernels;

/// <summary>How alike the neighbours of two vertices are.</summary>
public enum SimilarityMeasure
{
    /// <summary>The number of neighbours that both have.</summary>
    CommonNeighbors,

    /// <summary>The neighbours that both have over those that either has; 0 if there are none.</summary>
    Jaccard,

    /// <summary>The sum over common neighbours of the inverse natural logarithm of their degree.</summary>
    AdamicAdar,

    /// <summary>The sum over common neighbours of the inverse of their degree.</summary>
    ResourceAllocation,

    /// <summary>The product of the two degrees.</summary>
    PreferentialAttachment,
}

/// <summary>
/// Similarity of pairs of vertices by their neighbours, also used to predict links. Class U: direction ignored, parallels merged, loops dropped; weights are
/// not read.
/// </summary>
/// <remarks>
/// Time O(n + m) and, a pair, the sum of the two degrees; space O(n + m). The same bytes at any number of threads; logarithms may differ in the last bit
/// between operating systems. Liben-Nowell, D., Kleinberg, J. (2007). The link-prediction problem for social networks. JASIST 58, 1019–1031; Zhou, T.,
/// Lü, L., Zhang, Y.-C. (2009). Predicting missing links via local information. European Physical Journal B 71, 623–630.
/// </remarks>
public static class NeighborSimilarity
{
    /// <summary>Scores pairs.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="pairs">Pairs of different vertices.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <returns>One score for each pair.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end that is no vertex, or a pair of one vertex with itself.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, IReadOnlyList<(int First, int Second)> pairs, SimilarityMeasure measure, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(pairs);
        foreach ((int first, int second) in pairs)
        {
            VertexGuard.Check(graph, first, "first");
            VertexGuard.Check(graph, second, "second");
            if (first == second)
            {
                throw KernelException.BadArgument($"A pair is of vertex {first} with itself, expected two vertices.");
            }
        }
        Adjacency rows = graph.SimpleUndirected(ParallelWeights.None, context).Out;
        double[] scores = new double[pairs.Count];
        Blocks.For(context ?? KernelContext.Default, scores.Length, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                scores[i] = Score(rows, pairs[i].First, pairs[i].Second, measure);
            }
        });
        return scores;
    }

    private static double Score(Adjacency rows, int first, int second, SimilarityMeasure measure)
    {
        ReadOnlySpan<int> a = rows.NeighborsOf(first), b = rows.NeighborsOf(second);
        if (measure == SimilarityMeasure.PreferentialAttachment)
        {
            return (double)a.Length * b.Length;
        }
        double sum = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                // A common neighbour of two vertices has degree 2 at least.
                sum += measure switch
                {
                    SimilarityMeasure.AdamicAdar => 1 / Math.Log(rows.Degree(a[i])),
                    SimilarityMeasure.ResourceAllocation => 1.0 / rows.Degree(a[i]),
                    _ => 1,
                };
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return measure == SimilarityMeasure.Jaccard ? (a.Length + b.Length == 0 ? 0 : sum / (a.Length + b.Length - sum)) : sum;
    }
}
