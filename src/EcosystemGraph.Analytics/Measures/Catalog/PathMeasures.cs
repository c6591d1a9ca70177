using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Measures of shortest paths.</summary>
internal static class PathMeasures
{
    private static readonly MeasureParameter Toward =
        Direction("IN", "IN: distances from the others to the entity. OUT: from the entity to the others. ALL: direction is ignored.");

    public static EntityMeasure[] All =>
    [
        new(MeasureCatalog.Info(
                "betweenness",
                "The sum over pairs of other entities of the share of their shortest paths that lead through this one: ordered pairs on a directed projection, unordered on an undirected one. "
                + "Parallel edges are different paths. Raw, or divided by (n − 1)(n − 2), twice that share if undirected.",
                [Normalized, Distance],
                "O(n·m), with lengths O(n·m + n² log n)",
                "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35–41; Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163–177.",
                "weights above 0 if they are distances"),
            1, input => Betweenness.Compute(input.Graph, new BetweennessOptions { Normalized = input.Arguments.Boolean(Normalized.Name), Length = input.ReadLength() }, input.Context)),
        new(MeasureCatalog.Info(
                "closeness",
                "With r other entities that reach this one, (r / (n − 1)) · (r / the sum of their distances), after Wasserman and Faust; 0 for the isolated.",
                [Toward, Distance],
                "O(n·m / 512), with lengths O(n (n + m) log n)",
                "Wasserman, S., Faust, K. (1994). Social Network Analysis, 201; Freeman, L. C. (1978). Social Networks 1, 215–239.",
                "weights above 0 if their inverses are distances"),
            1, input => Closeness.Compute(input.Graph, Options(input), input.Context)),
        new(MeasureCatalog.Info(
                "harmonic",
                "The sum over the other entities that reach this one of the inverse of their distance. Raw.",
                [Toward, Distance],
                "O(n·m / 512), with lengths O(n (n + m) log n)",
                "Boldi, P., Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10, 222–262.",
                "weights above 0 if they are distances"),
            1, input => Harmonic.Compute(input.Graph, Options(input), input.Context)),
    ];

    private static ClosenessOptions Options(MeasureInput input) => new() { Direction = input.ReadDirection(), Length = input.ReadLength() };
}
