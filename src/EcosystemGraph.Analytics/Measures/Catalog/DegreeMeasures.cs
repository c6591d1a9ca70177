using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Degree and strength.</summary>
internal static class DegreeMeasures
{
    private const string Freeman = "Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215–239.";
    private const string Barrat = "Barrat, A. et al. (2004). The architecture of complex weighted networks. PNAS 101, 3747–3752.";
    private const string Loops = "A loop counts 2 (on a directed projection once in, once out). Normalised by n − 1, 0 if n < 2.";

    public static MeasureDefinition[] All =>
    [
        Make("degree", $"The number of edges, in both directions. {Loops}", Freeman, EdgeDirection.All, weighted: false),
        Make("in-degree", $"The number of edges that lead to the entity. {Loops}", Freeman, EdgeDirection.In, weighted: false),
        Make("out-degree", $"The number of edges that start from the entity. {Loops}", Freeman, EdgeDirection.Out, weighted: false),
        Make("strength", $"The sum of the weights of its edges in both directions; the degree on a projection without weights. {Loops}", Barrat, EdgeDirection.All, weighted: true),
    ];

    private static MeasureDefinition Make(string name, string description, string paper, EdgeDirection direction, bool weighted) => MeasureDefinition.Entity(
        name, description, [Normalized, ParallelEdges],
        (weighted ? MeasureNeeds.Strengths : MeasureNeeds.None) | (direction == EdgeDirection.All ? MeasureNeeds.None : MeasureNeeds.Direction),
        MeasureCost.Linear, new MeasureMemory(16, Copies: 2), paper, input =>
        {
            var normalized = input.Arguments.Boolean(Normalized.Name);
            return weighted ? Degree.Strength(input.ReadGraph(), direction, normalized) : Degree.Compute(input.ReadGraph(), direction, normalized);
        });
}
