namespace EcosystemGraph.Kernels;

/// <summary>Refuses an edge list that is no graph, naming the first value that is wrong.</summary>
internal static class EdgeListGuard
{
    public static void Check(int vertexCount, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights, bool directed)
    {
        if (vertexCount < 0)
        {
            throw KernelException.BadArgument($"vertexCount is {vertexCount}, expected at least 0.");
        }
        if (sources.Length != targets.Length)
        {
            throw KernelException.BadArgument($"There are {sources.Length} sources and {targets.Length} targets, expected as many of both.");
        }
        if (!weights.IsEmpty && weights.Length != sources.Length)
        {
            throw KernelException.BadArgument($"There are {weights.Length} weights for {sources.Length} edges, expected one for each or none.");
        }
        if ((directed ? 1L : 2L) * sources.Length > CountingSort.MaxArcs)
        {
            throw KernelException.BadArgument($"There are {sources.Length} edges, expected at most {CountingSort.MaxArcs / (directed ? 1 : 2)}.");
        }
        CheckEnds("source", vertexCount, sources);
        CheckEnds("target", vertexCount, targets);
        for (int e = 0; e < weights.Length; e++)
        {
            if (weights[e] != 0 && !(weights[e] is >= CsrGraph.MinWeight and <= CsrGraph.MaxWeight))
            {
                throw KernelException.BadArgument(
                    $"The weight of edge {e} is {weights[e]:R}, expected 0 or a number from {CsrGraph.MinWeight:R} to {CsrGraph.MaxWeight:R}.");
            }
        }
    }

    private static void CheckEnds(string end, int vertexCount, ReadOnlySpan<int> vertices)
    {
        for (int e = 0; e < vertices.Length; e++)
        {
            if ((uint)vertices[e] >= (uint)vertexCount)
            {
                throw KernelException.BadArgument($"The {end} of edge {e} is {vertices[e]}, expected a vertex from 0 to {vertexCount - 1}.");
            }
        }
    }
}
