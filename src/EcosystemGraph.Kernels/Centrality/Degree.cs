namespace EcosystemGraph.Kernels;

/// <summary>
/// Degree and strength. Class M: every parallel edge counts, and a loop counts 2 (on a directed graph once in and once out).
/// Raw, or divided by n − 1 when normalised, which gives 0 if n &lt; 2 and can exceed 1 on multigraphs.
/// </summary>
/// <remarks>
/// Time O(n) for out and undirected degree, else O(n + m); space O(n). Deterministic. Freeman, L. C. (1978). Centrality in social networks:
/// conceptual clarification. Social Networks 1, 215–239; for strength Barrat, A. et al. (2004). The architecture of complex weighted networks. PNAS 101, 3747–3752.
/// </remarks>
public static class Degree
{
    /// <summary>The number of arcs of each vertex.</summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="direction">Which arcs of a directed graph count.</param>
    /// <param name="normalized">Whether to divide by n − 1.</param>
    /// <returns>One score for each vertex.</returns>
    public static double[] Compute(CsrGraph graph, EdgeDirection direction = EdgeDirection.All, bool normalized = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double[] scores = new double[graph.VertexCount];
        if (direction != EdgeDirection.In || !graph.IsDirected)
        {
            for (int v = 0; v < scores.Length; v++)
            {
                scores[v] = graph.Out.Degree(v);
            }
        }
        if (direction != EdgeDirection.Out && graph.IsDirected)
        {
            // Counted along the outgoing rows, so that degree alone never makes the incoming ones.
            foreach (int target in graph.Out.Neighbors)
            {
                scores[target]++;
            }
        }
        return normalized ? Normalize(scores) : scores;
    }

    /// <summary>The sum of the weights of the arcs of each vertex; the degree on a graph without weights.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="direction">Which arcs of a directed graph count.</param>
    /// <param name="normalized">Whether to divide by n − 1.</param>
    /// <returns>One score for each vertex.</returns>
    public static double[] Strength(CsrGraph graph, EdgeDirection direction = EdgeDirection.All, bool normalized = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.HasWeights)
        {
            return Compute(graph, direction, normalized);
        }
        double[] scores = new double[graph.VertexCount];
        for (int v = 0; v < scores.Length; v++)
        {
            scores[v] = (graph.IsDirected, direction) switch
            {
                (false, _) or (true, EdgeDirection.Out) => Lanes.Sum(graph.OutWeights(v)),
                (true, EdgeDirection.In) => Lanes.Sum(graph.InWeights(v)),
                _ => Lanes.Sum(graph.OutWeights(v)) + Lanes.Sum(graph.InWeights(v)),
            };
        }
        return normalized ? Normalize(scores) : scores;
    }

    private static double[] Normalize(double[] scores)
    {
        int others = scores.Length - 1;
        for (int v = 0; v < scores.Length; v++)
        {
            scores[v] = others < 1 ? 0 : scores[v] / others;
        }
        return scores;
    }
}
