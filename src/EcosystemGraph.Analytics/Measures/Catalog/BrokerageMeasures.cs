using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Measures of spreading and of structural holes.</summary>
internal static class BrokerageMeasures
{
    private const string Burt = "Burt, R. S. (1992). Structural Holes: The Social Structure of Competition, 51–62.";
    private const string Contacts = "Parallels summed, loops dropped, a tie in either direction is a contact; not defined without contacts.";

    public static EntityMeasure[] All =>
    [
        new(MeasureCatalog.Info(
                "voterank",
                "The votes that an entity has when it is elected: each time who has most, whereupon its neighbours' votes count for less; 0 if it never is. "
                + "Parallels merged, loops dropped.",
                [],
                "O(Σ degree² · log n)",
                "Zhang, J.-X. et al. (2016). Identifying a set of influential spreaders in complex networks. Scientific Reports 6, 27823."),
            1, input => VoteRank.Compute(input.Graph, null, input.Context).Votes),
        new(MeasureCatalog.Info(
                "local-reaching",
                "The share of the others that the entity reaches; on an undirected projection the sum of the inverses of its distances to them, divided by n − 1.",
                [],
                "O(n·m / 512)",
                "Mones, E., Vicsek, L., Vicsek, T. (2012). Hierarchy measure for complex networks. PLoS ONE 7, e33799."),
            1, input => Reaching.Local(input.Graph, input.Context)),
        new(MeasureCatalog.Info(
                "constraint", $"How much an entity's ties lead to the same others: high where its contacts know each other. {Contacts}", [], "O(Σ over edges of the degree of their end)", Burt),
            1, input => Defined(StructuralHoles.Constraint(input.Graph, input.Context))),
        new(MeasureCatalog.Info(
                "effective-size", $"The number of an entity's contacts less their redundancy. {Contacts}", [], "O(Σ over edges of the degree of their end)", Burt),
            1, input => Defined(StructuralHoles.EffectiveSize(input.Graph, input.Context))),
    ];

    private static double[] Defined(double?[] scores) => Array.ConvertAll(scores, static s => s ?? double.NaN);
}
