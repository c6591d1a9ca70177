using System.Text.Json;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>A named graph with the scores that other programs give it; written by make_golden.py.</summary>
internal sealed class GoldenGraph
{
    private readonly JsonElement scores;
    private readonly JsonElement peers;

    private GoldenGraph(string name, JsonElement file)
    {
        Name = name;
        scores = file.GetProperty("scores");
        peers = file.GetProperty("peers");
        Graph = CsrGraph.FromEdges(
            file.GetProperty("vertices").GetInt32(),
            Ints(file.GetProperty("sources")),
            Ints(file.GetProperty("targets")),
            file.GetProperty("directed").GetBoolean(),
            file.GetProperty("weights") is { ValueKind: JsonValueKind.Array } weights ? [.. weights.EnumerateArray().Select(w => w.GetDouble())] : [],
            keepEdgeIds: true);
    }

    public static IReadOnlyList<GoldenGraph> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").Order(StringComparer.Ordinal).Select(path =>
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            return new GoldenGraph(Path.GetFileNameWithoutExtension(path), file.RootElement.Clone());
        }),
    ];

    public string Name { get; }

    public CsrGraph Graph { get; }

    public IEnumerable<string> Measures => scores.EnumerateObject().Select(property => property.Name);

    public double?[] Scores(string measure) =>
        [.. scores.GetProperty(measure).EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? (double?)null : x.GetDouble())];

    /// <summary>What other programs reach where there is no one right answer: means of a hundred seeds, for medians of small graphs jump between two values.</summary>
    public IEnumerable<string> Peers => peers.EnumerateObject().Select(property => property.Name);

    public double Peer(string measure) => peers.GetProperty(measure).GetDouble();

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetInt32())];
}
