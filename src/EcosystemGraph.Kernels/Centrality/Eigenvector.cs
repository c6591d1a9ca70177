namespace EcosystemGraph.Kernels;

/// <summary>
/// Eigenvector centrality: a vertex's score is proportional to the sum of the scores of the vertices whose arcs enter it, times their weights. Class M:
/// parallels count, an undirected loop counts 2. The scores have Euclidean norm 1. Where the largest eigenvalue is repeated, they are the limit
/// of the iteration from ones.
/// </summary>
/// <remarks>
/// Undirected graphs by restarted Lanczos, directed ones by restarted Arnoldi on their strong components, whose eigenvalues are those of the graph, and along
/// the arcs between them, to a residual of 1e-12 times the eigenvalue; scores below 1e-13 are 0, for the residual cannot tell them from it. Eigenvalues of
/// components that agree to 1e-10 count as one that is repeated. Time O(n + m) a round, at most 1,000 rounds a component; space 28 doubles a vertex and a copy of
/// the rows. The same bytes at any number of threads. Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification. Journal of
/// Mathematical Sociology 2, 113–120.
/// </remarks>
public static class Eigenvector
{
    private const string Phase = "eigenvector";

    /// <summary>Computes eigenvector centrality.</summary>
    /// <param name="graph">Any graph with a cycle, if directed, or with an edge, if not, of weight above 0.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex; none on the empty graph.</returns>
    /// <exception cref="KernelException">NOT_DEFINED: the largest eigenvalue is 0. NOT_CONVERGED: the rounds ran out.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        int n = graph.VertexCount;
        if (n == 0)
        {
            return [];
        }
        if (graph.IsDirected)
        {
            return new DirectedEigenvector(graph.WithoutZeros(), context).Compute() ?? throw NoValue();
        }

        // The search works on the vertices in the order of the rows.
        var rows = new PullRows(context, graph.Out, null);
        double[]? scores = DominantEigenvector.Symmetric(n, (x, image) => rows.Multiply(context, x, image), Phase, context);
        return rows.ByVertex(scores ?? throw NoValue());
    }

    private static KernelException NoValue() => KernelException.NotDefined(
        "The largest eigenvalue is 0, expected an edge, or on a directed graph a cycle, of weights above 0.");
}
