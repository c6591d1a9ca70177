namespace EcosystemGraph.Kernels;

/// <summary>The scores of <see cref="Hits"/>.</summary>
/// <param name="Hubs">The hub score of each vertex; they sum to 1.</param>
/// <param name="Authorities">The authority score of each vertex; they sum to 1.</param>
public sealed record HitsResult(double[] Hubs, double[] Authorities);

/// <summary>
/// Hubs and authorities: a good hub points to good authorities, a good authority is pointed to by good hubs. The left and right singular vectors of the
/// largest singular value of the weighted adjacency matrix, scaled to sum 1. Class M: parallels count, weights are strengths. Where the singular
/// value is repeated, hubs are the limit of Kleinberg's iteration from hubs of ones, and authorities follow from them.
/// </summary>
/// <remarks>
/// Restarted Lanczos on AAᵀ to a residual of 1e-12 times its eigenvalue; hub scores below 1e-13 of the norm are 0. Time O(n + m) a round, at most
/// 1,000 rounds; space 27 doubles a vertex and the incoming rows. The same bytes at any number of threads.
/// Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 604–632.
/// </remarks>
public static class Hits
{
    /// <summary>Computes hubs and authorities.</summary>
    /// <param name="graph">Any graph with an edge of weight above 0, or the empty one.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <exception cref="KernelException">NOT_DEFINED: the largest singular value is 0. NOT_CONVERGED: the rounds ran out.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static HitsResult Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        if (n == 0)
        {
            return new HitsResult([], []);
        }
        var vectors = new Vectors(context, n);
        double[] authorities = new double[n];
        double[] hubs = DominantEigenvector.Symmetric(
            n,
            (x, y) =>
            {
                vectors.Multiply(graph.In, x, authorities);
                vectors.Multiply(graph.Out, authorities, y);
            },
            "hits",
            context) ?? throw KernelException.NotDefined("The largest singular value is 0, expected an edge of weight above 0.");
        vectors.Multiply(graph.In, hubs, authorities);
        vectors.Scale(1 / Blocks.Sum(hubs), hubs, hubs);
        vectors.Scale(1 / Blocks.Sum(authorities), authorities, authorities);
        return new HitsResult(hubs, authorities);
    }
}
