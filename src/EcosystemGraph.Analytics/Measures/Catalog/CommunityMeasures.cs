using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Components and communities.</summary>
internal static class CommunityMeasures
{
    private const string Weighted = "By the weights of the edges; parallels count.";

    private static readonly MeasureMemory Levels = new(300, Arc: 240, Copies: 3);

    private static readonly MeasureParameter Resolution =
        new("resolution", MeasureParameterType.Number, 1.0, "Larger values give smaller communities.") { Minimum = 0, Maximum = 1e9 };

    private static readonly MeasureParameter Iterations =
        new("iterations", MeasureParameterType.Integer, (long)CommunityOptions.DefaultIterations, "How often to go up the levels from the own result; it ends sooner when nothing changes.") { Minimum = 1, Maximum = 1000 };

    private static readonly MeasureParameter Objective =
        new("objective", MeasureParameterType.Choice, "MODULARITY", "MODULARITY: on directed projections that of Leicht and Newman. CPM: the constant Potts model, which has no resolution limit.")
        {
            Choices = ["MODULARITY", "CPM"],
        };

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Partition(
            "weakly-connected-components", "The parts that hang together, direction ignored.",
            [], MeasureNeeds.None, MeasureCost.Linear, new MeasureMemory(72),
            "Sutton, M., Ben-Nun, T., Barak, A. (2018). Optimizing parallel graph connectivity computation via subgraph sampling. IPDPS, 12–21.",
            input => new PartitionResult(WeakComponents.Compute(input.Graph, input.Context))),
        MeasureDefinition.Partition(
            "strongly-connected-components", "The parts in which everyone reaches everyone.",
            [], MeasureNeeds.Direction, MeasureCost.Linear, new MeasureMemory(64),
            "Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1, 146–160.",
            input => new PartitionResult(StrongComponents.Compute(input.Graph, input.Context))),
        MeasureDefinition.Partition(
            "label-propagation", $"Everyone takes the label that weighs most among its neighbours until all have one that does. {Weighted} Direction ignored.",
            [Seed], MeasureNeeds.Strengths, MeasureCost.Rounds(10, "O(n + m) a round, a few rounds"), new MeasureMemory(64, Copies: 2, ThreadVertex: 16),
            "Raghavan, U. N., Albert, R., Kumara, S. (2007). Near linear time algorithm to detect community structures in large-scale networks. Physical Review E 76, 036106.",
            input => Judged(input, LabelPropagation.Compute(input.Graph, input.Context))),
        MeasureDefinition.Partition(
            "louvain", $"Communities that make the objective large, found by moving and merging. {Weighted}",
            [Iterations, Objective, Resolution, Seed], MeasureNeeds.Strengths, MeasureCost.Rounds(30, "O(n + m) a pass, a few dozen passes"), Levels,
            "Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. J. Stat. Mech. P10008.",
            input => Found(input, Louvain.Compute(input.Graph, Options(input), input.Context))),
        MeasureDefinition.Partition(
            "leiden", $"Communities that make the objective large, each of them connected. {Weighted}",
            [Iterations, Objective, Resolution, Seed], MeasureNeeds.Strengths, MeasureCost.Rounds(40, "O(n + m) a pass, a few dozen passes"), Levels,
            "Traag, V. A., Waltman, L., van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities. Scientific Reports 9, 5233.",
            input => Found(input, Leiden.Compute(input.Graph, Options(input), input.Context))),
    ];

    private static CommunityOptions Options(MeasureInput input) => new()
    {
        Objective = IsModularity(input) ? CommunityObjective.Modularity : CommunityObjective.ConstantPotts,
        Resolution = input.Arguments.Number(Resolution.Name),
        Iterations = input.Arguments.Integer(Iterations.Name),
    };

    private static bool IsModularity(MeasureInput input) => input.Arguments.Choice(Objective.Name) == Objective.Choices[0];

    private static PartitionResult Judged(MeasureInput input, Partition partition) =>
        new(partition, PartitionQuality.Modularity(input.Graph, partition), PartitionMeasures.Modularity);

    private static PartitionResult Found(MeasureInput input, CommunityResult result) =>
        new(result.Partition, result.Quality, IsModularity(input) ? PartitionMeasures.Modularity : PartitionMeasures.ConstantPotts);
}
