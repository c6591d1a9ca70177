using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Similarity of pairs by their neighbours, which also predicts links.</summary>
internal static class SimilarityMeasures
{
    private const string Kleinberg = "Liben-Nowell, D., Kleinberg, J. (2007). The link-prediction problem for social networks. JASIST 58, 1019–1031";
    private const string Merged = "Direction ignored, parallels merged, loops dropped.";

    public static MeasureDefinition[] All =>
    [
        Make("common-neighbors", "The number of neighbours that both have.", $"{Kleinberg}.", SimilarityMeasure.CommonNeighbors),
        Make("jaccard", "The neighbours that both have over those that either has.",
            $"Jaccard, P. (1901). Étude comparative de la distribution florale. Bulletin de la Société Vaudoise des Sciences Naturelles 37, 547–579; {Kleinberg}.", SimilarityMeasure.Jaccard),
        Make("adamic-adar", "The sum over common neighbours of the inverse natural logarithm of their degree.",
            "Adamic, L. A., Adar, E. (2003). Friends and neighbors on the Web. Social Networks 25, 211–230.", SimilarityMeasure.AdamicAdar),
        Make("resource-allocation", "The sum over common neighbours of the inverse of their degree.",
            "Zhou, T., Lü, L., Zhang, Y.-C. (2009). Predicting missing links via local information. European Physical Journal B 71, 623–630.", SimilarityMeasure.ResourceAllocation),
        Make("preferential-attachment", "The product of the two degrees.",
            $"Barabási, A.-L., Albert, R. (1999). Emergence of scaling in random networks. Science 286, 509–512; {Kleinberg}.", SimilarityMeasure.PreferentialAttachment),
    ];

    private static MeasureDefinition Make(string name, string description, string paper, SimilarityMeasure measure)
    {
        var definition = MeasureDefinition.Pair(
            name, $"{description} {Merged} {(measure == SimilarityMeasure.PreferentialAttachment ? "" : "Pairs without a common neighbour have 0 and are left out.")}".TrimEnd(),
            [PairSearch.Of, PairSearch.Limit, PairSearch.Joined], MeasureNeeds.None,
            measure == SimilarityMeasure.PreferentialAttachment ? new MeasureCost("O(n²)", static s => (double)s.Vertices * s.Vertices) : MeasureCost.Neighbourhoods,
            new MeasureMemory(48, Copies: 3), paper,
            input => PairSearch.Run(input, measure, sharedOnly: measure != SimilarityMeasure.PreferentialAttachment));
        return definition with { MoreBytes = static input => PairSearch.BatchBytes + (48 * Kept(input)) };
    }

    /// <summary>How many pairs are kept at most.</summary>
    private static double Kept(MeasureInput input) => Math.Min(input.Arguments.OptionalInteger(PairSearch.Limit.Name) ?? double.PositiveInfinity, MostPairs(input));

    private static double MostPairs(MeasureInput input)
    {
        double n = input.Graph.VertexCount;
        return input.Vertices(PairSearch.Of.Name) is { } asked ? asked.Length * n : n * n / 2;
    }
}
