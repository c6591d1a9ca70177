using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Measures of shortest paths between all.</summary>
internal static class PathMeasures
{
    private const string Freeman = "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35–41";
    private const string Brandes = "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163–177.";
    private const string Variants = "Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social Networks 30, 136–145.";
    private const string Riondato = "Brandes, U., Pich, C. (2007). Centrality estimation in large networks. Int. J. Bifurcation and Chaos 17, 2303–2318.";

    private static readonly MeasureMemory Searches = new(16, Arc: 16, Copies: 1, ThreadVertex: 192, ThreadArc: 4);
    private static readonly MeasureMemory Distances = new(32, Arc: 8, Copies: 2, ThreadVertex: 224);

    private static readonly MeasureParameter Toward =
        Direction("IN", "IN: distances from the others to the entity. OUT: from the entity to the others. ALL: direction is ignored.");

    private static readonly MeasureParameter Sources =
        new("sources", MeasureParameterType.Vertices, null, "Where paths start; not given: anywhere.");

    private static readonly MeasureParameter Targets =
        new("targets", MeasureParameterType.Vertices, null, "Where paths end; not given: anywhere.");

    private static readonly MeasureParameter SampleSize =
        new("sampleSize", MeasureParameterType.Integer, 256L, "How many entities to search from, drawn without replacement; all if there are no more.") { Minimum = 1, Maximum = int.MaxValue };

    private static readonly MeasureParameter Delta =
        new("delta", MeasureParameterType.Number, SampledBetweenness.DefaultDelta, "With what probability the error of some score may be above the bound that is reported.")
        {
            Minimum = 0,
            AboveMinimum = true,
            Maximum = 1,
            BelowMaximum = true,
        };

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "betweenness",
            "The sum over pairs of other entities of the share of their shortest paths that lead through this one: ordered pairs on a directed projection, unordered on an undirected one. "
            + "Parallel edges are different paths. Raw, or divided by (n − 1)(n − 2), twice that share if undirected.",
            [Normalized, Distance], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches, $"{Freeman}; {Brandes}",
            input => Betweenness.Compute(input.Graph, BetweennessOf(input), input.Context), version: 2),
        MeasureDefinition.Entity(
            "subset-betweenness",
            "As betweenness, but only of the paths that lead from one of the sources to one of the targets; halved on an undirected projection.",
            [Distance, Sources, Targets], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches, Variants,
            input => Betweenness.Subset(input.Graph, input.Vertices(Sources.Name) ?? Everything(input), input.Vertices(Targets.Name) ?? Everything(input),
                new BetweennessOptions { Length = input.ReadLength() }, input.Context), version: 2)
            with { Repeats = input => Share(input, input.Vertices(Sources.Name)?.Length) },
        MeasureDefinition.Entity(
            "sampled-betweenness",
            "Betweenness estimated from the paths of some entities: n / k times the sum of their dependencies. The error bound that holds with probability 1 − delta is in the warnings.",
            [Delta, Distance, Normalized, SampleSize, Seed], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches, Riondato, Sampled, version: 2)
            with { Repeats = input => Share(input, input.Arguments.Integer(SampleSize.Name)) },
        MeasureDefinition.Edge(
            "edge-betweenness",
            "The sum over pairs of entities of the share of their shortest paths that lead along the edge. Parallel edges are different paths. Raw, or divided by n (n − 1), twice that share if undirected.",
            [Normalized, Distance], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches with { Arc = 24 }, $"Girvan, M., Newman, M. E. J. (2002). Community structure in social and biological networks. PNAS 99, 7821–7826; {Variants}",
            input => EdgeBetweenness.Compute(input.Graph, BetweennessOf(input), input.Context), version: 2),
        MeasureDefinition.Entity(
            "load",
            "What passes through the entity when everyone sends a packet to everyone along shortest paths, cut into equal parts at each branch. "
            + "Parallels merged, loops dropped. Halved on an undirected projection; normalised as betweenness.",
            [Normalized, Distance], MeasureNeeds.PositiveLengths, MeasureCost.AllPaths, Searches with { Copies = 3, Vertex = 160 },
            "Goh, K.-I., Kahng, B., Kim, D. (2001). Universal behavior of load distribution in scale-free networks. Physical Review Letters 87, 278701; Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E 64, 016132.",
            input => Load.Compute(input.Graph, BetweennessOf(input), input.Context)),
        MeasureDefinition.Entity(
            "closeness",
            "With r other entities that reach this one, (r / (n − 1)) · (r / the sum of their distances), after Wasserman and Faust; 0 for the isolated.",
            [Toward, Distance], MeasureNeeds.PositiveLengths, MeasureCost.AllDistances, Distances,
            "Wasserman, S., Faust, K. (1994). Social Network Analysis, 201; Freeman, L. C. (1978). Social Networks 1, 215–239.",
            input => Closeness.Compute(input.Graph, ClosenessOf(input), input.Context)),
        MeasureDefinition.Entity(
            "harmonic",
            "The sum over the other entities that reach this one of the inverse of their distance. Raw.",
            [Toward, Distance], MeasureNeeds.PositiveLengths, MeasureCost.AllDistances, Distances,
            "Boldi, P., Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10, 222–262.",
            input => Harmonic.Compute(input.Graph, ClosenessOf(input), input.Context)),
        MeasureDefinition.Entity(
            "local-reaching",
            "The share of the others that the entity reaches; on an undirected projection the sum of the inverses of its distances to them, divided by n − 1.",
            [], MeasureNeeds.None, MeasureCost.AllDistances, Distances,
            "Mones, E., Vicsek, L., Vicsek, T. (2012). Hierarchy measure for complex networks. PLoS ONE 7, e33799.",
            input => Reaching.Local(input.Graph, input.Context)),
        MeasureDefinition.Graph(
            "global-reaching",
            "How far the local reaching of all falls short of the largest, on average over the n − 1 others: 1 where one reaches all and nobody else anyone.",
            [], MeasureNeeds.None, MeasureCost.AllDistances, Distances,
            "Mones, E., Vicsek, L., Vicsek, T. (2012). Hierarchy measure for complex networks. PLoS ONE 7, e33799.",
            input => Reaching.Global(input.Graph, input.Context)),
    ];

    private static BetweennessOptions BetweennessOf(MeasureInput input) => new() { Normalized = input.Arguments.Boolean(Normalized.Name), Length = input.ReadLength() };

    private static ClosenessOptions ClosenessOf(MeasureInput input) => new() { Direction = input.ReadDirection(), Length = input.ReadLength() };

    private static int[] Everything(MeasureInput input) => [.. Enumerable.Range(0, input.Graph.VertexCount)];

    private static double Share(MeasureInput input, int? sources) => sources is { } some && some < input.Graph.VertexCount ? (double)some / input.Graph.VertexCount : 1;

    /// <summary>What a raw score is multiplied by.</summary>
    private static double Scale(MeasureInput input)
    {
        double n = input.Graph.VertexCount;
        return input.Arguments.Boolean(Normalized.Name) && n > 2 ? (input.Graph.IsDirected ? 1 : 2) / ((n - 1) * (n - 2)) : 1;
    }

    private static double[] Sampled(MeasureInput input)
    {
        var n = input.Graph.VertexCount;
        if (n == 0) return [];
        var result = SampledBetweenness.Compute(input.Graph, Math.Min(n, input.Arguments.Integer(SampleSize.Name)), BetweennessOf(input), input.Arguments.Number(Delta.Name), input.Context);
        if (result.Sources < n)
        {
            input.Warn(FormattableString.Invariant(
                $"estimated from {result.Sources} of {n} entities: with probability {1 - result.Delta:R} every score is within {result.Epsilon * n * (n - 2) * (input.Graph.IsDirected ? 1 : 0.5) * Scale(input):G6} of its value"));
        }

        return result.Scores;
    }
}
