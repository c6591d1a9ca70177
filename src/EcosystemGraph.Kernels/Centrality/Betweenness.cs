namespace EcosystemGraph.Kernels;

/// <summary>The parameters of <see cref="Betweenness"/> and <see cref="EdgeBetweenness"/>.</summary>
public sealed record BetweennessOptions
{
    /// <summary>The defaults: arcs of length 1, raw scores.</summary>
    public static BetweennessOptions Default { get; } = new();

    /// <summary>What an arc's length is; weights must then be above 0.</summary>
    public PathLength Length { get; init; } = PathLength.Unweighted;

    /// <summary>
    /// Divides a vertex's score by (n − 1)(n − 2) and an edge's by n(n − 1), and doubles it on undirected graphs; 0 where that is 0.
    /// </summary>
    public bool Normalized { get; init; }
}

/// <summary>
/// Betweenness: for each vertex the sum over pairs of other vertices of the share of their shortest paths that lead through it. Ordered pairs on
/// directed graphs, unordered on undirected ones; ends do not count. Class M: parallel edges are different paths, with lengths those of the least
/// length. Lengths tie when |a − b| / (a + b) is below 1e-10.
/// </summary>
/// <remarks>
/// Brandes' accumulation, exact; where arcs have length 1 from eight sources a pass if they meet the vertices at the same levels, as on graphs of few levels, and one
/// component after the other.
/// Time O(n·m), with lengths O(n·m + n² log n); space 128 bytes a vertex, and a thread 130 more and 5 for each pair of vertex and level, or on deep graphs
/// 28 and 4 an arc. The same bytes at any number of threads: passes are added in 16 fixed slots.
/// Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35–41; Brandes, U. (2001). A faster algorithm for
/// betweenness centrality. Journal of Mathematical Sociology 25, 163–177; Brandes, U. (2008). On variants of shortest-path betweenness centrality and
/// their generic computation. Social Networks 30, 136–145.
/// </remarks>
public static class Betweenness
{
    private const string Phase = "betweenness";

    /// <summary>Computes betweenness from all sources.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a weight of 0 where lengths are asked for. NOT_DEFINED: more shortest paths than a double holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, BetweennessOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= BetweennessOptions.Default;
        ArcLengths.RequirePositive(graph, options.Length, Phase);
        int[] sources = [.. Enumerable.Range(0, graph.VertexCount)];
        double[] scores = Dependencies.OfVertices(graph, sources, null, options.Length, Phase, context ?? KernelContext.Default);
        return Scale(scores, graph, options.Normalized, 1);
    }

    /// <summary>
    /// Computes betweenness between sources and targets: the sum over s in the one and t in the other, s ≠ t, halved on undirected graphs.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="sources">Vertices where paths start; one given twice counts once.</param>
    /// <param name="targets">Vertices where paths end; one given twice counts once.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a source or target that is no vertex, or a weight of 0 where lengths are asked for.
    /// NOT_DEFINED: more shortest paths than a double holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Subset(
        CsrGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, BetweennessOptions? options = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= BetweennessOptions.Default;
        ArcLengths.RequirePositive(graph, options.Length, "subset betweenness");
        bool[] isSource = VertexGuard.Members(graph, sources, nameof(sources)), isTarget = VertexGuard.Members(graph, targets, nameof(targets));
        int[] distinct = [.. Enumerable.Range(0, graph.VertexCount).Where(v => isSource[v])];
        double[] scores = Dependencies.OfVertices(graph, distinct, isTarget, options.Length, Phase, context ?? KernelContext.Default);
        return Scale(scores, graph, options.Normalized, 1);
    }

    /// <summary>Ordered pairs to unordered ones where there is no direction, a sample to all sources, and raw to normalised.</summary>
    internal static double[] Scale(double[] scores, CsrGraph graph, bool normalized, double sampling)
    {
        double n = graph.VertexCount;
        double factor = normalized ? (n < 3 ? 0 : 1 / ((n - 1) * (n - 2))) : graph.IsDirected ? 1 : 0.5;
        factor *= sampling;
        for (int v = 0; v < scores.Length; v++)
        {
            scores[v] *= factor;
        }
        return scores;
    }
}
