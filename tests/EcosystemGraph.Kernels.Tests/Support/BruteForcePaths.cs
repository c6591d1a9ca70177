namespace EcosystemGraph.Kernels.Tests;

/// <summary>Betweenness by its definition, from the numbers of shortest paths between all pairs; no accumulation.</summary>
internal static class BruteForcePaths
{
    /// <summary>The score of each vertex over ordered pairs from sources to targets, and of each edge over all ordered pairs.</summary>
    public static (double[] Vertices, double[] Edges) Betweenness(
        EdgeList list, Func<int, double>? length = null, Func<int, bool>? isSource = null, Func<int, bool>? isTarget = null)
    {
        int n = list.N;
        double[,] d = Reachability.Distances(list, length);
        double[,] paths = new double[n, n];
        for (int s = 0; s < n; s++)
        {
            paths[s, s] = 1;
            foreach (int t in Enumerable.Range(0, n).Where(t => t != s && double.IsFinite(d[s, t])).OrderBy(t => d[s, t]))
            {
                paths[s, t] = list.Arcs()
                    .Where(a => a.To == t && a.From != t && Tie(d[s, a.From] + (length?.Invoke(a.Edge) ?? 1), d[s, t]))
                    .Sum(a => paths[s, a.From]);
            }
        }
        double[] vertices = new double[n], edges = new double[list.Edges.Length];
        for (int s = 0; s < n; s++)
        {
            for (int t = 0; t < n; t++)
            {
                if (s == t || paths[s, t] == 0)
                {
                    continue;
                }
                for (int v = 0; v < n; v++)
                {
                    if (v != s && v != t && Tie(d[s, v] + d[v, t], d[s, t]) && isSource?.Invoke(s) != false && isTarget?.Invoke(t) != false)
                    {
                        vertices[v] += paths[s, v] * paths[v, t] / paths[s, t];
                    }
                }
                foreach ((int from, int to, int edge) in list.Arcs())
                {
                    if (from != to && Tie(d[s, from] + (length?.Invoke(edge) ?? 1) + d[to, t], d[s, t]))
                    {
                        edges[edge] += paths[s, from] * paths[to, t] / paths[s, t];
                    }
                }
            }
        }
        double half = list.Directed ? 1 : 0.5;
        return ([.. vertices.Select(x => x * half)], [.. edges.Select(x => x * half)]);
    }

    private static bool Tie(double a, double b) => a == b || Math.Abs(a - b) < 1e-10 * (a + b);
}
