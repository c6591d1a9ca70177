using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>PageRank, also personalised.</summary>
internal static class PageRankMeasure
{
    private static readonly MeasureParameter Damping =
        new("damping", MeasureParameterType.Number, PageRankOptions.DefaultDamping, "The probability of following an edge rather than starting anew.") { Minimum = 0, Maximum = 1, BelowMaximum = true };

    private static readonly MeasureParameter Tolerance =
        new("tolerance", MeasureParameterType.Number, PageRankOptions.DefaultTolerance, "Rounds stop when no score changes by more than this share of itself, or of 1e-50 if it is less.") { Minimum = 0, AboveMinimum = true, Maximum = 1 };

    private static readonly MeasureParameter MaxRounds =
        new("maxRounds", MeasureParameterType.Integer, (long)PageRankOptions.DefaultMaxRounds, "After so many rounds without reaching the tolerance the run fails.") { Minimum = 1, Maximum = 1_000_000 };

    private static readonly MeasureParameter Personalization =
        new("personalization", MeasureParameterType.Weights, null, "Where walks start anew: entities of the projection with weights, scaled to sum 1; not given: all alike.");

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "pagerank",
            "The probability of meeting the entity on a random walk along the edges, by their weights, that starts anew now and then. Scores sum to 1. "
            + "Walks that come to an entity without outgoing edges start anew.",
            [Damping, MaxRounds, ParallelEdges, Personalization, Tolerance], MeasureNeeds.Strengths,
            MeasureCost.Rounds(140, "O(n + m) a round, about 140 rounds"), new MeasureMemory(56, Arc: 8, Copies: 2),
            "Brin, S., Page, L. (1998). The anatomy of a large-scale hypertextual web search engine. Computer Networks 30, 107–117.",
            Compute, version: 2),
    ];

    private static double[] Compute(MeasureInput input) => PageRank.Compute(
        input.ReadGraph(),
        new PageRankOptions
        {
            Damping = input.Arguments.Number(Damping.Name),
            Tolerance = input.Arguments.Number(Tolerance.Name),
            MaxRounds = input.Arguments.Integer(MaxRounds.Name),
            Teleport = Teleport(input),
        },
        input.Context).Scores;

    private static double[]? Teleport(MeasureInput input)
    {
        if (input.Arguments.Weights(Personalization.Name) is not { } weights) return null;
        var teleport = new double[input.Graph.VertexCount];
        foreach (var (id, weight) in weights) teleport[input.VertexOf(Personalization.Name, id)] = weight;
        return teleport;
    }
}
