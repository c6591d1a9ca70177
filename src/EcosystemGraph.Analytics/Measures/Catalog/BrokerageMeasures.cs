using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Measures of spreading, of structural holes and of roles among groups.</summary>
internal static class BrokerageMeasures
{
    private const string Burt = "Burt, R. S. (1992). Structural Holes: The Social Structure of Competition, 51–62.";
    private const string Guimera = "Guimerà, R., Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature 433, 895–900.";
    private const string Contacts = "Parallels summed, loops dropped, a tie in either direction is a contact; not defined without contacts.";
    private const string Roles = "Direction ignored, parallels counted, loops dropped. An entity without a group is one of its own.";

    private static readonly MeasureParameter Partition = Grouping("partition", "leiden", "The groups.");

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "voterank",
            "The votes that an entity has when it is elected: each time who has most, whereupon its neighbours' votes count for less; 0 if it never is. "
            + "Parallels merged, loops dropped.",
            [], MeasureNeeds.None, new MeasureCost("O(Σ degree² · log n)", MeasureCost.Neighbourhoods.Steps), new MeasureMemory(96, Arc: 64, Copies: 2),
            "Zhang, J.-X. et al. (2016). Identifying a set of influential spreaders in complex networks. Scientific Reports 6, 27823.",
            input => VoteRank.Compute(input.Graph, null, input.Context).Votes),
        MeasureDefinition.Entity(
            "constraint", $"How much an entity's ties lead to the same others: high where its contacts know each other. {Contacts}",
            [], MeasureNeeds.Strengths, MeasureCost.Neighbourhoods, new MeasureMemory(40, Arc: 16, Copies: 3, ThreadVertex: 16), Burt,
            input => Defined(StructuralHoles.Constraint(input.Graph, input.Context))),
        MeasureDefinition.Entity(
            "effective-size", $"The number of an entity's contacts less their redundancy. {Contacts}",
            [], MeasureNeeds.Strengths, MeasureCost.Neighbourhoods, new MeasureMemory(40, Arc: 16, Copies: 3, ThreadVertex: 16), Burt,
            input => Defined(StructuralHoles.EffectiveSize(input.Graph, input.Context))),
        MeasureDefinition.Entity(
            "participation", $"1 less the sum over groups of the squared share of an entity's strength that leads there: 0 if all leads to one group. Not defined for strength 0. {Roles}",
            [Partition, Seed], MeasureNeeds.Strengths, MeasureCost.Linear, new MeasureMemory(88, Copies: 2), Guimera,
            input => Defined(ModuleRoles.Compute(input.Graph, input.WholePartition(Partition.Name)).Participation)),
        MeasureDefinition.Entity(
            "within-module-z", $"How many standard deviations an entity's strength within its group is above the mean of the group; 0 where there is no deviation. Not defined for strength 0. {Roles}",
            [Partition, Seed], MeasureNeeds.Strengths, MeasureCost.Linear, new MeasureMemory(88, Copies: 2), Guimera,
            input => Defined(ModuleRoles.Compute(input.Graph, input.WholePartition(Partition.Name)).WithinModuleZ)),
    ];
}
