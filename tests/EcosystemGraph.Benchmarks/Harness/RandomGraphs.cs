namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Graphs for the kernels, each the same for the same size.</summary>
internal static class RandomGraphs
{
    /// <summary>The edges drawn for each vertex.</summary>
    public const int Degree = 16;

    // Measurements need no secure randomness, but the same graph each time.
#pragma warning disable CA5394
    /// <summary>R-MAT with a = .57, b = c = .19, as Graph500 has it: few vertices have most edges. Vertices are renamed at random.</summary>
    public static EdgeArrays RMat(int scale)
    {
        var random = new Random(1);
        var n = 1 << scale;
        var names = Enumerable.Range(0, n).ToArray();
        random.Shuffle(names);
        return Draw($"R-MAT {scale}", n, n * Degree, () =>
        {
            var (s, t) = (0, 0);
            for (var bit = 0; bit < scale; bit++)
            {
                var r = random.NextDouble();
                s = (s << 1) | (r >= .76 ? 1 : 0);
                t = (t << 1) | (r is (>= .57 and < .76) or >= .95 ? 1 : 0);
            }

            return (names[s], names[t]);
        });
    }

    /// <summary>Both ends of each edge drawn uniformly.</summary>
    public static EdgeArrays Uniform(int scale)
    {
        var random = new Random(2);
        var n = 1 << scale;
        return Draw($"uniform {scale}", n, n * Degree, () => (random.Next(n), random.Next(n)));
    }

    /// <summary>A square grid: few edges, and paths that are long.</summary>
    public static EdgeArrays Grid(int scale)
    {
        var side = 1 << (scale / 2);
        var edges = Enumerable.Range(0, side * side).SelectMany(v => new[] { (v, v % side == side - 1 ? -1 : v + 1), (v, v + side < side * side ? v + side : -1) })
            .Where(e => e.Item2 >= 0).ToArray();
        return new EdgeArrays($"grid {side} x {side}", side * side, [.. edges.Select(e => e.v)], [.. edges.Select(e => e.Item2)]);
    }

    /// <summary>Communities of 64 vertices, with 7 of 10 edges inside.</summary>
    public static EdgeArrays Planted(int scale)
    {
        var random = new Random(3);
        var n = 1 << scale;
        return Draw($"planted {scale}", n, n * Degree / 2, () =>
        {
            var s = random.Next(n);
            return (s, random.Next(10) < 7 ? (s & ~63) + random.Next(64) : random.Next(n));
        });
    }
#pragma warning restore CA5394

    private static EdgeArrays Draw(string name, int vertices, int edges, Func<(int Source, int Target)> draw)
    {
        var (sources, targets) = (new int[edges], new int[edges]);
        for (var e = 0; e < edges; e++) (sources[e], targets[e]) = draw();
        return new EdgeArrays(name, vertices, sources, targets);
    }
}
