using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Measures by which an entity is worth what those beside it are worth.</summary>
internal static class SpectralMeasures
{
    private const string Kleinberg = "Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 604–632.";
    private static readonly MeasureCost Rounds = MeasureCost.Rounds(100, "O(n + m) a round, at most 1,000 rounds");
    private static readonly MeasureMemory Memory = new(280, Copies: 3);

    private static readonly MeasureParameter Alpha =
        new("alpha", MeasureParameterType.Number, null, "How much of a score an edge hands on, below the inverse of the largest eigenvalue; not given: 1 / (1 + the largest in-strength).") { Minimum = 0, AboveMinimum = true };

    private static readonly MeasureParameter Beta =
        new("beta", MeasureParameterType.Number, KatzOptions.DefaultBeta, "What every entity has of itself.") { Minimum = 0, AboveMinimum = true };

    private static readonly MeasureParameter Tolerance =
        new("tolerance", MeasureParameterType.Number, KatzOptions.DefaultTolerance, "Rounds stop when no score changes by more than this share of itself.") { Minimum = 0, AboveMinimum = true, Maximum = 1 };

    private static readonly MeasureParameter MaxRounds =
        new("maxRounds", MeasureParameterType.Integer, (long)KatzOptions.DefaultMaxRounds, "After so many rounds without reaching the tolerance the run fails.") { Minimum = 1, Maximum = 1_000_000 };

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "eigenvector",
            "In proportion to the sum of the scores of those whose edges lead to the entity, by their weights. The squares of the scores sum to 1.",
            [ParallelEdges], MeasureNeeds.Strengths | MeasureNeeds.Edges, Rounds, Memory,
            "Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification. Journal of Mathematical Sociology 2, 113–120.",
            input => Eigenvector.Compute(input.ReadGraph(), input.Context), version: 2),
        MeasureDefinition.Entity(
            "katz",
            "A share alpha of the scores of those whose edges lead to the entity, by their weights, and beta of its own. Raw.",
            [Alpha, Beta, MaxRounds, ParallelEdges, Tolerance], MeasureNeeds.Strengths, Rounds, Memory,
            "Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18, 39–43.",
            input => Katz.Compute(input.ReadGraph(), KatzOf(input.Arguments), input.Context), version: 2),
        MeasureDefinition.Entity(
            "hits-hub", "How much the entity leads to good authorities, by the weights of its edges. Scores sum to 1.",
            [ParallelEdges], MeasureNeeds.Direction | MeasureNeeds.Strengths | MeasureNeeds.Edges, Rounds, Memory, Kleinberg,
            input => Hits.Compute(input.ReadGraph(), input.Context).Hubs),
        MeasureDefinition.Entity(
            "hits-authority", "How much good hubs lead to the entity, by the weights of their edges. Scores sum to 1.",
            [ParallelEdges], MeasureNeeds.Direction | MeasureNeeds.Strengths | MeasureNeeds.Edges, Rounds, Memory, Kleinberg,
            input => Hits.Compute(input.ReadGraph(), input.Context).Authorities),
    ];

    private static KatzOptions KatzOf(MeasureArguments arguments) => new()
    {
        Alpha = arguments.OptionalNumber(Alpha.Name),
        Beta = arguments.Number(Beta.Name),
        Tolerance = arguments.Number(Tolerance.Name),
        MaxRounds = arguments.Integer(MaxRounds.Name),
    };
}
