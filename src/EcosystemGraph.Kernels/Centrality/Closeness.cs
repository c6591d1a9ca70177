namespace EcosystemGraph.Kernels;

/// <summary>The parameters of <see cref="Closeness"/> and <see cref="Harmonic"/>.</summary>
public sealed record ClosenessOptions
{
    /// <summary>The defaults: distances toward the vertex, arcs of length 1.</summary>
    public static ClosenessOptions Default { get; } = new();

    /// <summary>Distances toward the vertex (in), from it (out), or without direction (all).</summary>
    public EdgeDirection Direction { get; init; } = EdgeDirection.In;

    /// <summary>What an arc's length is.</summary>
    public PathLength Length { get; init; } = PathLength.Unweighted;
}

/// <summary>
/// Closeness in the form of Wasserman and Faust: with r other vertices that reach v, (r / (n − 1)) · (r / Σ of their distances to v). An isolated
/// vertex has 0, and so has one whose distances sum to 0. Of parallel edges the shortest counts.
/// </summary>
/// <remarks>
/// Without lengths 512 searches go at once as bits; with lengths one Dijkstra a vertex. Time O(n·m / 512) machine words of 64 bytes, with lengths
/// O(n (n + m) log n); space 256 bytes a vertex and 204 more a thread. The same bytes at any number of threads.
/// Wasserman, S., Faust, K. (1994). Social Network Analysis, 201; Freeman, L. C. (1978). Social Networks 1, 215–239.
/// </remarks>
public static class Closeness
{
    private const string Phase = "closeness";

    /// <summary>Computes closeness.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a weight of 0 whose inverse is asked for.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, ClosenessOptions? options = null, KernelContext? context = null)
    {
        CsrGraph toward = Toward(graph, options ??= ClosenessOptions.Default, context);
        double[] sums = DistanceSums.Of(toward, options.Length, distance => distance, Phase, context ?? KernelContext.Default);
        double[] scores = new double[graph.VertexCount];
        for (int v = 0; v < scores.Length; v++)
        {
            double reaching = sums[scores.Length + v];
            scores[v] = sums[v] > 0 ? reaching / (scores.Length - 1) * (reaching / sums[v]) : 0;
        }
        return scores;
    }

    /// <summary>The graph whose arcs lead toward the scored vertices.</summary>
    internal static CsrGraph Toward(CsrGraph graph, ClosenessOptions options, KernelContext? context)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (options.Length == PathLength.Inverse)
        {
            ArcLengths.RequirePositive(graph, options.Length, "inverse lengths");
        }
        return options.Direction switch
        {
            EdgeDirection.In => graph,
            EdgeDirection.Out => graph.Reversed(),
            _ => graph.Undirected(context),
        };
    }
}
