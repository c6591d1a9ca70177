using System.Globalization;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Tests.Support;

/// <summary>Lists of edges that belong to no snapshot.</summary>
internal static class Lists
{
    /// <summary>A graph of <c>a-b b-c</c> or, directed, <c>a>b b>c</c>; weights after a colon: <c>a-b:2</c>. Single words are isolated vertices.</summary>
    public static MeasuredEdgeList Read(string text, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? attributes = null)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var directed = text.Contains('>', StringComparison.Ordinal);
        var weighted = text.Contains(':', StringComparison.Ordinal);
        var edges = words.Where(w => w.IndexOfAny(['-', '>']) > 0).Select(w => w.Split('-', '>', ':')).ToArray();
        string[] ids = [.. words.SelectMany(w => w.Split(':')[0].Split('-', '>')).Distinct().Order(StringComparer.Ordinal)];
        return Of(ids, edges.Select(e => Array.IndexOf(ids, e[0])).ToArray(), edges.Select(e => Array.IndexOf(ids, e[1])).ToArray(), directed,
            weighted ? edges.Select(e => e.Length > 2 ? double.Parse(e[2], CultureInfo.InvariantCulture) : 1).ToArray() : null, attributes);
    }

    /// <summary>A graph in which most know a few and some know many; always the same. With loops and parallels.</summary>
    public static MeasuredEdgeList Random(int vertices, int edges, bool directed, bool weighted, bool twoSides = false)
    {
        var (sources, targets, weights) = (new int[edges], new int[edges], new double[edges]);
        var state = 88172645463325252UL;
        for (var i = 0; i < edges; i++)
        {
            sources[i] = Next(vertices);
            targets[i] = i % 3 == 0 ? Next(1 + Next(vertices)) : Next(vertices);
            if (twoSides) (sources[i], targets[i]) = (sources[i] / 2 * 2, (targets[i] / 2 * 2) + 1);
            weights[i] = (1 + Next(9)) / 4.0;
        }

        return Of([.. Enumerable.Range(0, vertices).Select(i => $"v{i:000000}")], sources, targets, directed, weighted ? weights : null, null);

        int Next(int bound)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)((state >> 11) % (ulong)bound);
        }
    }

    public static double Score(this MeasureRun run, string id) => ((EntityResult)run.Result).Scores[run.Graph.VertexOf(id)];

    private static MeasuredEdgeList Of(string[] ids, int[] sources, int[] targets, bool directed, double[]? weights,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? attributes) =>
        new("test", CsrGraph.FromEdges(ids.Length, sources, targets, directed, weights ?? [], keepEdgeIds: true), ids, null,
            attributes?.ToDictionary(a => a.Key, a => (IReadOnlyList<string?>)[.. ids.Select(id => a.Value.GetValueOrDefault(id))]));
}
