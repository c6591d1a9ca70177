namespace EcosystemGraph.Kernels;

/// <summary>The lengths of arcs, and when two lengths are one.</summary>
internal static class ArcLengths
{
    /// <summary>Lengths whose relative difference is below this tie, as igraph has it.</summary>
    private const double TieTolerance = 1e-10;

    /// <summary>Whether two lengths of paths are the same: |a − b| / (a + b) &lt; 1e-10.</summary>
    public static bool Tie(double a, double b) => a == b || Math.Abs(a - b) < TieTolerance * (a + b);

    /// <summary>The length of one arc of the rows.</summary>
    public static double At(Adjacency rows, int arc, PathLength length) =>
        length == PathLength.Unweighted || rows.Weights is null ? 1 : length == PathLength.Weight ? rows.Weights[arc] : 1 / rows.Weights[arc];

    /// <summary>A length for each arc of the rows; null if all are 1.</summary>
    public static double[]? Of(Adjacency rows, PathLength length) => (length, rows.Weights) switch
    {
        (PathLength.Unweighted, _) or (_, null) => null,
        (PathLength.Inverse, double[] weights) => Array.ConvertAll(weights, weight => 1 / weight),
        (_, double[] weights) => weights,
    };

    /// <summary>A length for each arc of the rows.</summary>
    public static double[] OrOnes(Adjacency rows, PathLength length)
    {
        if (Of(rows, length) is double[] lengths)
        {
            return lengths;
        }
        double[] ones = new double[rows.Neighbors.Length];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>Refuses weights of 0 where they have no inverse or where a measure divides by the number of shortest paths.</summary>
    public static void RequirePositive(CsrGraph graph, PathLength length, string measure)
    {
        if (length == PathLength.Unweighted || graph.Out.Weights is not double[] weights)
        {
            return;
        }
        int zero = Array.IndexOf(weights, 0.0);
        if (zero >= 0)
        {
            int row = Array.BinarySearch(graph.Out.Offsets, zero);
            int from = row >= 0 ? row : ~row - 1;
            while (graph.OutDegree(from) == 0)
            {
                from++;
            }
            throw KernelException.BadArgument(
                $"The weight of an edge between {from} and {graph.Out.Neighbors[zero]} is 0, expected weights above 0 for {measure}.");
        }
    }
}
