using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Core numbers, triangles and clustering.</summary>
internal static class CohesionMeasures
{
    private static readonly MeasureParameter Counted =
        Direction("ALL", "On a directed projection, which edges count as neighbours: those that leave, those that arrive, or both.");

    public static EntityMeasure[] All =>
    [
        new(MeasureCatalog.Info(
                "core-number",
                "The largest k for which the entity is in a part of the graph in which everyone has at least k neighbours. Parallels merged, loops dropped.",
                [Counted],
                "O(n + m)",
                "Batagelj, V., Zaveršnik, M. (2003). An O(m) algorithm for cores decomposition of networks. arXiv:cs/0310049."),
            1, input => Array.ConvertAll(CoreNumbers.Compute(input.Graph, input.ReadDirection(), input.Context), static core => (double)core)),
        new(MeasureCatalog.Info(
                "triangles",
                "The number of pairs of its neighbours that are joined. Direction ignored, parallels merged, loops dropped.",
                [],
                "O(m^1.5)",
                "Schank, T., Wagner, D. (2005). Finding, counting and listing all triangles in large graphs. WEA, LNCS 3503, 606–609."),
            1, input => Array.ConvertAll(Triangles.Compute(input.Graph, input.Context).PerVertex, static count => (double)count)),
        new(MeasureCatalog.Info(
                "clustering",
                "The share of the pairs of its neighbours that are joined; 0 with fewer than two. Direction ignored, parallels merged, loops dropped.",
                [],
                "O(m^1.5)",
                "Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of small-world networks. Nature 393, 440–442."),
            1, input => Clustering.Compute(input.Graph, input.Context).Local),
    ];
}
