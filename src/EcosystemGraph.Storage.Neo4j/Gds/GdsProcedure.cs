namespace EcosystemGraph.Storage.Neo4j.Gds;

/// <summary>How the Graph Data Science library computes a measure.</summary>
/// <param name="Name">The procedure, without <c>gds.</c> and <c>.stream</c>.</param>
/// <param name="Column">The column of its result.</param>
/// <remarks>https://neo4j.com/docs/graph-data-science/current/algorithms/</remarks>
internal sealed record GdsProcedure(string Name, string Column)
{
    private const long MaxIterations = 1000;

    /// <summary>The measures by their names in the catalogue.</summary>
    public static IReadOnlyDictionary<string, GdsProcedure> ByMeasure { get; } = new Dictionary<string, GdsProcedure>(StringComparer.Ordinal)
    {
        // Ours counts both directions of a directed graph, the library's one of them.
        ["degree"] = new("degree", "score") { Needs = GdsDirection.Undirected },
        ["out-degree"] = new("degree", "score") { Needs = GdsDirection.Directed },
        ["strength"] = new("degree", "score") { Needs = GdsDirection.Undirected, Weighted = true },

        // The library leaves out what dangling vertices would pass on, which scales all scores alike, and does not divide by the number of vertices: the sum of ours is 1.
        ["pagerank"] = new("pageRank", "score")
        {
            Configuration = new() { ["maxIterations"] = MaxIterations, ["tolerance"] = 1e-10 },
            Parameters = new() { ["damping"] = "dampingFactor" },
            WeightedIfWeights = true,
            Finish = static scores => Scale(scores, 1 / scores.Values.Sum()),
        },
        ["betweenness"] = new("betweenness", "score"),
        ["closeness"] = new("closeness", "score") { Needs = GdsDirection.Undirected, Configuration = new() { ["useWassermanFaust"] = true } },

        // The library's is divided by the number of the others.
        ["harmonic"] = new("closeness.harmonic", "score") { Needs = GdsDirection.Undirected, Finish = static scores => Scale(scores, scores.Count - 1) },
        ["eigenvector"] = new("eigenvector", "score")
        {
            Needs = GdsDirection.Undirected,
            Configuration = new() { ["maxIterations"] = MaxIterations, ["tolerance"] = 1e-12 },
            WeightedIfWeights = true,
        },
        ["core-number"] = new("kcore", "coreValue") { Simple = true },
        ["triangles"] = new("triangleCount", "triangleCount") { Simple = true },
        ["clustering"] = new("localClusteringCoefficient", "localClusteringCoefficient") { Simple = true },
    };

    /// <summary>What it is told always.</summary>
    public Dictionary<string, object?> Configuration { get; init; } = [];

    /// <summary>The parameters of the measure that it can be given, with its names for them.</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];

    /// <summary>Which graphs it scores as ours does.</summary>
    public GdsDirection Needs { get; init; } = GdsDirection.Any;

    /// <summary>Whether it is run on the graph without directions, parallels and loops.</summary>
    public bool Simple { get; init; }

    /// <summary>Whether weights always count.</summary>
    public bool Weighted { get; init; }

    /// <summary>Whether weights count where the projection has them.</summary>
    public bool WeightedIfWeights { get; init; }

    /// <summary>Makes the library's scores ours.</summary>
    public Func<Dictionary<string, double>, Dictionary<string, double>> Finish { get; init; } = static scores => scores;

    private static Dictionary<string, double> Scale(Dictionary<string, double> scores, double factor) =>
        scores.ToDictionary(s => s.Key, s => s.Value * factor, StringComparer.Ordinal);
}

/// <summary>Which graphs a procedure of the library scores as the measure of the catalogue does.</summary>
internal enum GdsDirection
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those whose edges have no direction.</summary>
    Undirected,

    /// <summary>Those whose edges have one.</summary>
    Directed,
}
