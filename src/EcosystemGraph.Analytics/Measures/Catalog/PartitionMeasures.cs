using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>How good a partition is and how alike two are.</summary>
internal static class PartitionMeasures
{
    public const string Modularity = "modularity";
    public const string ConstantPotts = "constant-potts";

    private const string Alone = "An entity without a group is one of its own.";
    private const string Shared = "Over the entities that have a group in both.";
    private const string Newman = "Newman, M. E. J., Girvan, M. (2004). Finding and evaluating community structure in networks. Physical Review E 69, 026113; "
        + "Leicht, E. A., Newman, M. E. J. (2008). Community structure in directed networks. Physical Review Letters 100, 118703.";

    private static readonly MeasureMemory Sums = new(64, Copies: 1);

    private static readonly MeasureParameter Partition = Grouping("partition", "leiden", "The groups.");

    private static readonly MeasureParameter Reference = Grouping("reference", "louvain", "The groups to compare with.");

    private static readonly MeasureParameter Resolution =
        new("resolution", MeasureParameterType.Number, 1.0, "How much is expected of a group by chance.") { Minimum = 0, Maximum = 1e9 };

    public static MeasureDefinition[] All =>
    [
        Quality(Modularity, $"The weight within groups beyond what is expected by chance, as a share of all weight; on a directed projection after Leicht and Newman. {Alone} Not defined without edges.",
            [Partition, Resolution, Seed], Newman, (input, partition) => PartitionQuality.Modularity(input.Graph, partition, input.Arguments.Number(Resolution.Name))),
        Quality(ConstantPotts, $"The sum over groups of the weight within less resolution times its pairs of entities, which on a directed projection count once in each direction. {Alone}",
            [Partition, Resolution, Seed], "Traag, V. A., Van Dooren, P., Nesterov, Y. (2011). Narrow scope for resolution-limit-free community detection. Physical Review E 84, 016114.",
            (input, partition) => PartitionQuality.ConstantPotts(input.Graph, partition, input.Arguments.Number(Resolution.Name))),
        Quality("coverage", $"The share of the weight that is within groups. {Alone} Not defined without edges.",
            [Partition, Seed], "Fortunato, S. (2010). Community detection in graphs. Physics Reports 486, 75–174.", (input, partition) => PartitionQuality.Coverage(input.Graph, partition)),
        Quality("conductance", $"The largest over groups of the weight that leaves a group over the lesser of its volume and that of the rest. {Alone} Not defined where no group has a volume and a rest.",
            [Partition, Seed], "Kannan, R., Vempala, S., Vetta, A. (2004). On clusterings: good, bad and spectral. Journal of the ACM 51, 497–515.",
            (input, partition) => PartitionQuality.Conductance(input.Graph, partition).Max()),
        Comparison("normalized-mutual-information", $"What one partition says about the other: 1 for the same groups, 0 for independent ones. {Shared}",
            "Danon, L. et al. (2005). Comparing community structure identification. J. Stat. Mech. P09008.", PartitionComparison.NormalizedMutualInformation),
        Comparison("adjusted-rand", $"The pairs of entities on which two partitions agree, corrected for chance: 1 for the same groups, about 0 for independent ones. {Shared}",
            "Hubert, L., Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193–218.", PartitionComparison.AdjustedRand),
    ];

    /// <summary>The groups of a parameter as a partition of all vertices; says how many of them have none.</summary>
    public static Partition WholePartition(this MeasureInput input, string parameter)
    {
        var groups = input.Groups(parameter);
        if (groups.Without > 0) input.Warn($"{groups.Without} of {groups.Labels.Length} entities have no group in {parameter}: each is one of its own");
        return groups.Whole();
    }

    private static MeasureDefinition Quality(string name, string description, IReadOnlyList<MeasureParameter> parameters, string paper, Func<MeasureInput, Partition, double?> compute) =>
        MeasureDefinition.Graph(name, description, parameters, MeasureNeeds.Strengths, MeasureCost.Linear, Sums, paper, input => compute(input, input.WholePartition(Partition.Name)));

    private static MeasureDefinition Comparison(string name, string description, string paper, Func<Partition, Partition, double> compare) =>
        MeasureDefinition.Graph(name, description, [Partition, Reference, Seed], MeasureNeeds.None, MeasureCost.Sorting, Sums, paper, input =>
        {
            var (first, second) = (input.Groups(Partition.Name).Labels, input.Groups(Reference.Name).Labels);
            var both = Enumerable.Range(0, first.Length).Where(v => first[v] >= 0 && second[v] >= 0).ToArray();
            if (both.Length < first.Length) input.Warn($"{first.Length - both.Length} of {first.Length} entities are left out: they have no group in one of the two");
            return compare(Kernels.Partition.From([.. both.Select(v => first[v])]), Kernels.Partition.From([.. both.Select(v => second[v])]));
        });
}
