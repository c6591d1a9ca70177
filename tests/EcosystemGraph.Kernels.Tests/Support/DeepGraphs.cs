namespace EcosystemGraph.Kernels.Tests;

/// <summary>Graphs of many small levels, which sources apart from each other meet at different ones.</summary>
internal static class DeepGraphs
{
    /// <summary>A grid with some edges left out, some doubled, a loop here and there, and vertices without edges at the end.</summary>
    public static EdgeList Grid(int width, int height, bool directed)
    {
        var random = new Random(13);
        var edges = new List<(int, int)>();
        for (int v = 0; v < width * height; v++)
        {
            foreach (int u in (int[])[v % width == width - 1 ? -1 : v + 1, v + width < width * height ? v + width : -1])
            {
                int copies = u < 0 ? 0 : random.Next(20) switch { 0 => 0, 1 => 2, _ => 1 };
                for (int copy = 0; copy < copies; copy++)
                {
                    edges.Add((v, u));
                    if (directed && random.Next(4) > 0)
                    {
                        edges.Add((u, v));
                    }
                }
            }
            if (random.Next(50) == 0)
            {
                edges.Add((v, v));
            }
        }
        return new EdgeList((width * height) + 3, [.. edges], null, directed);
    }

    /// <summary>A ring of vertices, each tied to the next two.</summary>
    public static EdgeList Ring(int n, bool directed) =>
        new(n, [.. Enumerable.Range(0, n).SelectMany(v => new[] { (v, (v + 1) % n), (v, (v + 2) % n) })], null, directed);
}
