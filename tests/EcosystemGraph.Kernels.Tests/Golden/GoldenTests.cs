namespace EcosystemGraph.Kernels.Tests;

/// <summary>Every score in the golden files against its kernel: 1e-9 relative, 1e-6 where the measure iterates.</summary>
public sealed class GoldenTests
{
    private static readonly BetweennessOptions ByWeight = new() { Length = PathLength.Weight };

    private static readonly Dictionary<string, Func<GoldenGraph, IEnumerable<double?>>> Kernels = new(StringComparer.Ordinal)
    {
        ["degree"] = g => Defined(Degree.Compute(g.Graph)),
        ["in-degree"] = g => Defined(Degree.Compute(g.Graph, EdgeDirection.In)),
        ["out-degree"] = g => Defined(Degree.Compute(g.Graph, EdgeDirection.Out)),
        ["strength"] = g => Defined(Degree.Strength(g.Graph)),
        ["in-strength"] = g => Defined(Degree.Strength(g.Graph, EdgeDirection.In)),
        ["out-strength"] = g => Defined(Degree.Strength(g.Graph, EdgeDirection.Out)),
        ["pagerank"] = g => Defined(PageRank.Compute(g.Graph).Scores),
        ["personalized-pagerank"] = g => Defined(PageRank.Compute(
            g.Graph, new PageRankOptions { Teleport = [.. Enumerable.Range(0, g.Graph.VertexCount).Select(v => v % 3 == 0 ? 1.0 : 0)] }).Scores),
        ["closeness"] = g => Defined(Closeness.Compute(g.Graph)),
        ["closeness-undirected"] = g => Defined(Closeness.Compute(g.Graph, new ClosenessOptions { Direction = EdgeDirection.All })),
        ["closeness-weight"] = g => Defined(Closeness.Compute(g.Graph, new ClosenessOptions { Length = PathLength.Weight })),
        ["harmonic"] = g => Defined(Harmonic.Compute(g.Graph)),
        ["betweenness"] = g => Defined(Betweenness.Compute(g.Graph)),
        ["betweenness-weight"] = g => Defined(Betweenness.Compute(g.Graph, ByWeight)),
        ["edge-betweenness"] = g => Defined(EdgeBetweenness.Compute(g.Graph)),
        ["edge-betweenness-weight"] = g => Defined(EdgeBetweenness.Compute(g.Graph, ByWeight)),
        ["load"] = g => Defined(Load.Compute(g.Graph)),
        ["load-weight"] = g => Defined(Load.Compute(g.Graph, ByWeight)),
        ["group-degree"] = g => [GroupCentrality.OfDegree(g.Graph, EveryFourth(g))],
        ["group-in-degree"] = g => [GroupCentrality.OfDegree(g.Graph, EveryFourth(g), EdgeDirection.In)],
        ["group-out-degree"] = g => [GroupCentrality.OfDegree(g.Graph, EveryFourth(g), EdgeDirection.Out)],
        ["group-closeness"] = g => [GroupCentrality.OfCloseness(g.Graph, EveryFourth(g))],
        ["group-betweenness"] = g => [GroupCentrality.OfBetweenness(g.Graph, EveryFourth(g))],
        ["subset-betweenness"] = g => Defined(Betweenness.Subset(
            g.Graph,
            [.. Enumerable.Range(0, g.Graph.VertexCount).Where(v => v % 2 == 0)],
            [.. Enumerable.Range(0, g.Graph.VertexCount).Where(v => v >= g.Graph.VertexCount / 2)])),
        ["core-number"] = g => Counts(CoreNumbers.Compute(g.Graph)),
        ["core-number-in"] = g => Counts(CoreNumbers.Compute(g.Graph, EdgeDirection.In)),
        ["core-number-out"] = g => Counts(CoreNumbers.Compute(g.Graph, EdgeDirection.Out)),
        ["triangles"] = g => Defined(Triangles.Compute(g.Graph).PerVertex.Select(t => (double)t)),
        ["clustering"] = g => Defined(Clustering.Compute(g.Graph).Local),
        ["clustering-onnela"] = g => Defined(WeightedClustering.Compute(g.Graph, WeightedClusteringMethod.Onnela).Local),
        ["clustering-barrat"] = g => Defined(WeightedClustering.Compute(g.Graph, WeightedClusteringMethod.Barrat).Local),
        ["clustering-fagiolo"] = g => Defined(DirectedClustering.Compute(g.Graph).Local),
        ["clustering-fagiolo-weight"] = g => Defined(DirectedClustering.Compute(g.Graph, weighted: true).Local),
        ["average-clustering"] = g => [Clustering.Compute(g.Graph).Average],
        ["transitivity"] = g => [Clustering.Compute(g.Graph).Global],
        ["weak-components"] = g => Counts(WeakComponents.Compute(g.Graph).Labels),
        ["strong-components"] = g => Counts(StrongComponents.Compute(g.Graph).Labels),
        ["condensation-edges"] = g => [Condensation.Compute(g.Graph).Graph.EdgeCount],
        ["eigenvector"] = g => Defined(Eigenvector.Compute(g.Graph)),
        ["katz"] = g => Defined(Katz.Compute(g.Graph)),
        ["hubs"] = g => Defined(Hits.Compute(g.Graph).Hubs),
        ["authorities"] = g => Defined(Hits.Compute(g.Graph).Authorities),
        ["articulation-points"] = g => Counts(Biconnectivity.Compute(g.Graph).ArticulationPoints),
        ["block-sizes"] = g => Counts(Biconnectivity.Compute(g.Graph).Blocks.Select(block => block.Length)),
        ["bridges"] = g => Counts(Biconnectivity.Compute(g.Graph).Bridges.Select(b => b.EdgeId!.Value).Order()),
        ["reciprocity"] = g => [Reciprocity.Compute(g.Graph)],
        ["truss"] = g => TrussNumbers.Compute(g.Graph).Select(k => (double?)k),
        ["jaccard"] = g => FromFirst(g, SimilarityMeasure.Jaccard),
        ["adamic-adar"] = g => FromFirst(g, SimilarityMeasure.AdamicAdar),
        ["resource-allocation"] = g => FromFirst(g, SimilarityMeasure.ResourceAllocation),
        ["preferential-attachment"] = g => FromFirst(g, SimilarityMeasure.PreferentialAttachment),
        ["common-neighbors"] = g => FromFirst(g, SimilarityMeasure.CommonNeighbors),
        ["local-reaching"] = g => Defined(Reaching.Local(g.Graph)),
        ["global-reaching"] = g => [Reaching.Global(g.Graph)],
        ["voterank"] = g => Counts(VoteRank.Compute(g.Graph).Elected),
        ["maximum-flow"] = g => Defined(Enumerable.Range(1, g.Graph.VertexCount - 1).Select(sink => MaximumFlow.Compute(g.Graph, 0, sink).Value)),
        ["spanning-forest-weight"] = g => [SpanningForest.Compute(g.Graph).Weight],
        ["constraint"] = g => StructuralHoles.Constraint(g.Graph),
        ["effective-size"] = g => StructuralHoles.EffectiveSize(g.Graph),
        ["distances"] = g => BreadthFirstSearch.Compute(g.Graph, 0).Distances.Select(d => d < 0 ? null : (double?)d),
        ["distances-weight"] = g => Dijkstra.Compute(g.Graph, 0).Distances,
        ["k-shortest-lengths"] = g => Lengths(g, PathLength.Unweighted),
        ["k-shortest-lengths-weight"] = g => Lengths(g, PathLength.Weight),
        ["simple-paths-4"] = g => Counts(SimplePaths.Compute(g.Graph, 0, g.Graph.VertexCount - 1, 4, 50).Paths.SelectMany(path => path.Vertices)),
        ["coverage-thirds"] = g => [PartitionQuality.Coverage(g.Graph, Thirds(g))],
        ["cpm-thirds"] = g => [PartitionQuality.ConstantPotts(g.Graph, Thirds(g), 0.05)],
        ["conductance-thirds"] = g => PartitionQuality.Conductance(g.Graph, Thirds(g)),
        ["participation-thirds"] = g => ModuleRoles.Compute(g.Graph, Thirds(g)).Participation,
        ["within-module-z-thirds"] = g => ModuleRoles.Compute(g.Graph, Thirds(g)).WithinModuleZ,
        ["centralization-degree"] = g => [Centralization.OfDegree(g.Graph)],
        ["centralization-in-degree"] = g => [Centralization.OfDegree(g.Graph, EdgeDirection.In)],
        ["centralization-out-degree"] = g => [Centralization.OfDegree(g.Graph, EdgeDirection.Out)],
        ["centralization-closeness"] = g => [Centralization.OfCloseness(g.Graph)],
        ["centralization-betweenness"] = g => [Centralization.OfBetweenness(g.Graph)],
        ["modularity-thirds"] = g => [PartitionQuality.Modularity(g.Graph, Thirds(g))],
        ["modularity-halves-2"] = g => [PartitionQuality.Modularity(g.Graph, Halves(g), 2)],
        ["nmi"] = g => [PartitionComparison.NormalizedMutualInformation(Thirds(g), Halves(g))],
        ["mixing-thirds"] = g => Defined(MixingMatrix.Compute(g.Graph, ThirdOf(g), 4).Cast<double>()),
        ["assortativity-thirds"] = g => [Assortativity.OfGroups(g.Graph, ThirdOf(g), 4)],
        ["assortativity-values"] = g => [Assortativity.OfValues(g.Graph, [.. Enumerable.Range(0, g.Graph.VertexCount).Select(v => (double?)(v % 5))])],
        ["assortativity-degree"] = g => [Assortativity.OfDegree(g.Graph)],
        ["external-internal-thirds"] = g => [ExternalInternal.Compute(g.Graph, ThirdOf(g), 4).Overall],
        ["herfindahl-degree"] = g => [Concentration.Herfindahl(Degree.Compute(g.Graph))],
        ["gini-degree"] = g => [Concentration.Gini(Degree.Compute(g.Graph))],
        ["quotient-thirds"] = g => Matrix(QuotientGraph.Compute(g.Graph, ThirdOf(g), 4).Graph),
        ["projection-none"] = g => Projected(g, ProjectionWeight.None),
        ["projection-shared"] = g => Projected(g, ProjectionWeight.Shared),
        ["projection-newman"] = g => Projected(g, ProjectionWeight.Newman),
        ["ari"] = g => [PartitionComparison.AdjustedRand(Thirds(g), Halves(g))],
    };

    private static readonly HashSet<string> Iterative = ["pagerank", "personalized-pagerank", "katz", "eigenvector", "hubs", "authorities"];

    private static readonly HashSet<string> Partitions = ["weak-components", "strong-components"];

    public static TheoryData<string, string> Scores()
    {
        var data = new TheoryData<string, string>();
        foreach (GoldenGraph graph in GoldenGraph.All)
        {
            foreach (string measure in graph.Measures.Where(Kernels.ContainsKey))
            {
                data.Add(graph.Name, measure);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Scores))]
    public void A_named_graph_has_the_scores_that_other_programs_give_it(string name, string measure)
    {
        GoldenGraph graph = GoldenGraph.All.Single(g => g.Name == name);
        double?[] expected = graph.Scores(measure), actual = [.. Kernels[measure](graph)];
        if (Partitions.Contains(measure))
        {
            Assert.Equal(Sets.Of(expected.Select(x => (int)x!)), Sets.Of(actual.Select(x => (int)x!)));
            return;
        }
        Assert.Equal(expected.Select(x => x is null), actual.Select(x => x is null));
        double tolerance = Iterative.Contains(measure) ? Near.Iterative : Near.Exact;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Near.SameRelative(expected[i] ?? 0, actual[i] ?? 0, tolerance), $"{measure} {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }

    [Fact]
    public void There_are_at_least_twelve_graphs_and_each_kernel_is_on_one()
    {
        Assert.True(GoldenGraph.All.Count >= 12);
        Assert.Equal(GoldenGraph.All.SelectMany(g => g.Measures).Distinct().Order(), Kernels.Keys.Order());
    }

    private static IEnumerable<double?> FromFirst(GoldenGraph g, SimilarityMeasure measure) =>
        Defined(NeighborSimilarity.Compute(g.Graph, [.. Enumerable.Range(1, g.Graph.VertexCount - 1).Select(v => (0, v))], measure));

    private static int[] EveryFourth(GoldenGraph g) => [.. Enumerable.Range(0, g.Graph.VertexCount).Where(v => v % 4 == 0)];

    private static int[] ThirdOf(GoldenGraph g) => [.. Enumerable.Range(0, g.Graph.VertexCount).Select(v => v % 3)];

    private static Partition Thirds(GoldenGraph g) => Partition.From(ThirdOf(g));

    private static IEnumerable<double?> Lengths(GoldenGraph g, PathLength length) =>
        Defined(KShortestPaths.Compute(g.Graph, 0, g.Graph.VertexCount - 1, 8, length).Select(path => path.Length));

    /// <summary>The first side has the vertices without an edge to a lesser one.</summary>
    private static IEnumerable<double?> Projected(GoldenGraph g, ProjectionWeight weight)
    {
        int[] side = [.. Enumerable.Range(0, g.Graph.VertexCount).Where(v => g.Graph.OutNeighbors(v)[0] > v)];
        return Matrix(BipartiteProjection.Compute(g.Graph, side, weight).Graph);
    }

    private static IEnumerable<double?> Matrix(CsrGraph graph)
    {
        double[,] matrix = new double[graph.VertexCount, graph.VertexCount];
        for (int v = 0; v < graph.VertexCount; v++)
        {
            for (int i = 0; i < graph.OutDegree(v); i++)
            {
                matrix[v, graph.OutNeighbors(v)[i]] += graph.HasWeights ? graph.OutWeights(v)[i] : 1;
            }
        }
        return Defined(matrix.Cast<double>());
    }

    private static Partition Halves(GoldenGraph g) =>
        Partition.From([.. Enumerable.Range(0, g.Graph.VertexCount).Select(v => v >= g.Graph.VertexCount / 2 ? 1 : 0)]);

    private static IEnumerable<double?> Defined(IEnumerable<double> scores) => scores.Select(x => (double?)x);

    private static IEnumerable<double?> Counts(IEnumerable<int> scores) => scores.Select(x => (double?)x);
}
