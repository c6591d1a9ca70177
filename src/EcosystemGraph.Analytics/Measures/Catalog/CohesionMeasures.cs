using EcosystemGraph.Kernels;
using static EcosystemGraph.Analytics.Measures.Catalog.CommonParameters;

namespace EcosystemGraph.Analytics.Measures.Catalog;

/// <summary>Cores, trusses, triangles, and where the graph falls apart.</summary>
internal static class CohesionMeasures
{
    private const string Merged = "Direction ignored, parallels merged, loops dropped.";
    private const string Tarjan = "Hopcroft, J., Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the ACM 16, 372–378.";
    private const string Schank = "Schank, T., Wagner, D. (2005). Finding, counting and listing all triangles in large graphs. WEA, LNCS 3503, 606–609.";
    private const string Watts = "Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of small-world networks. Nature 393, 440–442.";

    private const string Variants = "Onnela, J.-P. et al. (2005). Physical Review E 71, 065103; Barrat, A. et al. (2004). PNAS 101, 3747–3752; Fagiolo, G. (2007). Physical Review E 76, 026107.";

    private static readonly MeasureMemory Triples = new(56, Arc: 8, Copies: 3, ThreadVertex: 9);
    private static readonly MeasureMemory Blocks = new(160, Arc: 48, Copies: 2);

    private static readonly MeasureMemory Weighing = new(200, Arc: 16, Copies: 4, ThreadVertex: 9);

    private static readonly MeasureParameter Variant =
        new("variant", MeasureParameterType.Choice, "WATTS_STROGATZ", "WATTS_STROGATZ: neither weights nor direction count. ONNELA: a triangle counts the cube root of the product of its weights, each over the largest. "
            + "BARRAT: a pair counts the mean weight of its two edges. FAGIOLO: triangles of directed edges; FAGIOLO_WEIGHTED: with weights as ONNELA.")
        {
            Choices = ["WATTS_STROGATZ", "ONNELA", "BARRAT", "FAGIOLO", "FAGIOLO_WEIGHTED"],
        };

    private static readonly MeasureParameter Counted =
        Direction("ALL", "On a directed projection, which edges count as neighbours: those that leave, those that arrive, or both.");

    public static MeasureDefinition[] All =>
    [
        MeasureDefinition.Entity(
            "core-number",
            "The largest k for which the entity is in a part of the graph in which everyone has at least k neighbours. Parallels merged, loops dropped.",
            [Counted], MeasureNeeds.None, MeasureCost.Linear, new MeasureMemory(40, Copies: 3),
            "Batagelj, V., Zaveršnik, M. (2003). An O(m) algorithm for cores decomposition of networks. arXiv:cs/0310049.",
            input => Array.ConvertAll(CoreNumbers.Compute(input.Graph, input.ReadDirection(), input.Context), static core => (double)core)),
        MeasureDefinition.Edge(
            "truss-number",
            $"The largest k for which the edge is in a part of the graph in which every edge is in at least k − 2 triangles; 2 for an edge in none. {Merged} Loops have none.",
            [], MeasureNeeds.None, MeasureCost.Triangles, new MeasureMemory(40, Arc: 280, Copies: 3),
            "Cohen, J. (2008). Trusses: cohesive subgraphs for social network analysis. National Security Agency Technical Report; Wang, J., Cheng, J. (2012). Truss decomposition in massive networks. PVLDB 5, 812–823.",
            input => Array.ConvertAll(TrussNumbers.Compute(input.Graph, input.Context), static k => k ?? double.NaN)),
        MeasureDefinition.Entity(
            "triangles", $"The number of pairs of its neighbours that are joined. {Merged}",
            [], MeasureNeeds.None, MeasureCost.Triangles, Triples, Schank,
            input => Array.ConvertAll(Triangles.Compute(input.Graph, input.Context).PerVertex, static count => (double)count)),
        MeasureDefinition.Entity(
            "clustering", $"The share of the pairs of its neighbours that are joined; 0 with fewer than two. {Merged} Weights and direction count only where a variant says so.",
            [Variant], MeasureNeeds.None, MeasureCost.Triangles, Weighing, $"{Watts} {Variants}",
            input => LocalClustering(input).Local),
        MeasureDefinition.Graph(
            "average-clustering", $"The mean of the clustering of all entities, 0 for those with fewer than two neighbours. {Merged} Weights and direction count only where a variant says so.",
            [Variant], MeasureNeeds.None, MeasureCost.Triangles, Weighing, $"{Watts} {Variants}",
            input => LocalClustering(input).Average),
        MeasureDefinition.Graph(
            "global-clustering", $"Three times the triangles over the pairs of neighbours of all entities: the transitivity. {Merged} Not defined where nobody has two neighbours.",
            [], MeasureNeeds.None, MeasureCost.Triangles, Triples, $"Newman, M. E. J., Watts, D. J., Strogatz, S. H. (2002). Random graph models of social networks. PNAS 99, 2566–2572; {Schank}",
            input => Clustering.Compute(input.Graph, input.Context).Global),
        MeasureDefinition.Graph(
            "triangle-count", $"The number of triangles. {Merged}",
            [], MeasureNeeds.None, MeasureCost.Triangles, Triples, Schank,
            input => Triangles.Compute(input.Graph, input.Context).Total),
        MeasureDefinition.Entity(
            "articulation-points",
            "Into how many more pieces the graph falls without the entity: above 0 for articulation points, 0 for all others. Direction ignored.",
            [], MeasureNeeds.None, MeasureCost.Linear, Blocks, Tarjan, Articulation),
        MeasureDefinition.Edge(
            "bridges", "1 if its two ends are no longer connected without the edge, else 0: a doubled edge is no bridge. Direction ignored.",
            [], MeasureNeeds.None, MeasureCost.Linear, Blocks, Tarjan, Bridges),
        MeasureDefinition.Partition(
            "biconnected-components", "The largest parts that hold together without any one of their entities. They share articulation points; the isolated are in none. Direction ignored.",
            [], MeasureNeeds.None, MeasureCost.Linear, Blocks, Tarjan,
            input => new PartitionResult(input.Graph.VertexCount, Biconnectivity.Compute(input.Graph, input.Context).Blocks)),
    ];

    private static (double[] Local, double? Average) LocalClustering(MeasureInput input)
    {
        var variant = input.Arguments.Choice(Variant.Name);
        if (variant == Variant.Choices[0])
        {
            var plain = Clustering.Compute(input.Graph, input.Context);
            return (plain.Local, plain.Average);
        }

        var result = variant switch
        {
            "ONNELA" => WeightedClustering.Compute(input.Graph, WeightedClusteringMethod.Onnela, input.Context),
            "BARRAT" => WeightedClustering.Compute(input.Graph, WeightedClusteringMethod.Barrat, input.Context),
            _ => DirectedClustering.Compute(input.Graph, variant != "FAGIOLO", input.Context),
        };
        return (result.Local, result.Average);
    }

    private static double[] Articulation(MeasureInput input)
    {
        var result = Biconnectivity.Compute(input.Graph, input.Context);
        var scores = new double[input.Graph.VertexCount];
        foreach (var block in result.Blocks)
        {
            foreach (var v in block) scores[v]++;
        }

        for (var v = 0; v < scores.Length; v++) scores[v] = Math.Max(0, scores[v] - 1);
        return scores;
    }

    private static double[] Bridges(MeasureInput input)
    {
        var scores = new double[input.Graph.EdgeIdBound];
        foreach (var bridge in Biconnectivity.Compute(input.Graph, input.Context).Bridges) scores[bridge.EdgeId!.Value] = 1;
        return scores;
    }
}
