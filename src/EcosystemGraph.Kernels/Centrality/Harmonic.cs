namespace EcosystemGraph.Kernels;

/// <summary>
/// Harmonic centrality: the sum over the other vertices that reach v of the inverse of their distance to it, raw. Of parallel edges the shortest counts.
/// </summary>
/// <remarks>
/// Cost and determinism of <see cref="Closeness"/>. Boldi, P., Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10, 222–262.
/// </remarks>
public static class Harmonic
{
    /// <summary>Computes harmonic centrality.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <param name="context">Threads, cancellation, progress; null for the defaults.</param>
    /// <returns>One score for each vertex.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a weight of 0 where lengths are asked for, for its inverse, or that of a distance of 0, has no
    /// value.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double[] Compute(CsrGraph graph, ClosenessOptions? options = null, KernelContext? context = null)
    {
        CsrGraph toward = Closeness.Toward(graph, options ??= ClosenessOptions.Default, context);
        ArcLengths.RequirePositive(graph, options.Length, "harmonic centrality");
        double[] sums = DistanceSums.Of(toward, options.Length, distance => 1 / distance, "harmonic", context ?? KernelContext.Default);
        return sums.AsSpan(0, graph.VertexCount).ToArray();
    }
}
