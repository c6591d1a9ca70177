using System.Globalization;
using System.Text.Json;
using EcosystemGraph.App.Tests.Support;

namespace EcosystemGraph.App.Tests.Analysis;

/// <summary>Zachary's karate club, as a file of edges and as other programs measure it.</summary>
internal static class Karate
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "zachary.json"))).RootElement;

    /// <summary>The edges as CSV; members are <c>m00</c> to <c>m33</c>, so that their order is that of their numbers.</summary>
    public static string Csv { get; } =
        $"source,target\n{string.Concat(Numbers("sources").Zip(Numbers("targets"), (s, t) => $"{Id(s)},{Id(t)}\n"))}";

    public static string Id(int member) => string.Create(CultureInfo.InvariantCulture, $"m{member:00}");

    /// <summary>What igraph or NetworkX gives each member.</summary>
    public static double[] Scores(string measure) => [.. Golden.GetProperty("scores").GetProperty(measure).EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>Writes the file of edges.</summary>
    public static string WriteTo(Workspace workspace)
    {
        var path = workspace.PathOf("karate.csv");
        File.WriteAllText(path, Csv);
        return path;
    }

    private static IEnumerable<int> Numbers(string name) => Golden.GetProperty(name).EnumerateArray().Select(v => v.GetInt32());
}
