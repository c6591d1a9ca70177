using System.Globalization;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Draws the edges of a directed R-MAT graph (.57, .19, .19, .05), sixteen to a vertex, as CSV.</summary>
/// <remarks>Chakrabarti, D., Zhan, Y., Faloutsos, C. (2004). R-MAT: a recursive model for graph mining. SIAM Data Mining, 442–446.</remarks>
internal static class RandomEdges
{
    private const int Degree = 16;

    public static async Task WriteAsync(string path, int edges)
    {
        var scale = Math.Max(1, (int)Math.Round(Math.Log2((double)edges / Degree)));
        var random = new Random(1);
        await using var writer = new StreamWriter(path);
        await writer.WriteAsync("source,target\n");
        for (var e = 0; e < edges; e++)
        {
            var (source, target) = (0, 0);
            for (var bit = 0; bit < scale; bit++)
            {
                var r = random.NextDouble();
                source = (source << 1) | (r >= .76 ? 1 : 0);
                target = (target << 1) | (r is (>= .57 and < .76) or >= .95 ? 1 : 0);
            }

            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{source},{target}\n"));
        }
    }
}
