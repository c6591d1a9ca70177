namespace EcosystemGraph.Kernels.Tests;

/// <summary>All distances by Floyd and Warshall, the oracle of everything about paths.</summary>
internal static class Reachability
{
    /// <summary>The length of a shortest path from each vertex to each, infinite where there is none.</summary>
    public static double[,] Distances(EdgeList list, Func<int, double>? length = null)
    {
        int n = list.N;
        double[,] d = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                d[i, j] = i == j ? 0 : double.PositiveInfinity;
            }
        }
        foreach ((int from, int to, int edge) in list.Arcs())
        {
            d[from, to] = Math.Min(d[from, to], length?.Invoke(edge) ?? 1);
        }
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
                }
            }
        }
        return d;
    }

    public static EdgeList Reversed(EdgeList list) => list with { Edges = [.. list.Edges.Select(e => (e.T, e.S))] };
}
