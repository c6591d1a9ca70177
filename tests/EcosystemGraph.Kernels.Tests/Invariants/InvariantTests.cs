using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>What holds for every kernel: names do not matter, an isolated vertex takes no part, threads change no bit, a cancelled token stops it.</summary>
public sealed class InvariantTests
{
    private delegate double?[] Kernel(CsrGraph graph, KernelContext? context);

    private static readonly BetweennessOptions ByWeight = new() { Length = PathLength.Weight };

    /// <summary>A score for each vertex.</summary>
    private static readonly Dictionary<string, Kernel> OfVertices = new(StringComparer.Ordinal)
    {
        ["degree"] = (g, c) => Defined(Degree.Compute(g)),
        ["in-degree"] = (g, c) => Defined(Degree.Compute(g, EdgeDirection.In)),
        ["out-strength"] = (g, c) => Defined(Degree.Strength(g, EdgeDirection.Out)),
        ["closeness"] = (g, c) => Defined(Closeness.Compute(g, context: c)),
        ["closeness-inverse"] = (g, c) => Defined(Closeness.Compute(g, new ClosenessOptions { Length = PathLength.Inverse }, c)),
        ["harmonic"] = (g, c) => Defined(Harmonic.Compute(g, context: c)),
        ["betweenness"] = (g, c) => Defined(Betweenness.Compute(g, context: c)),
        ["betweenness-weight"] = (g, c) => Defined(Betweenness.Compute(g, ByWeight, c)),
        ["load"] = (g, c) => Defined(Load.Compute(g, context: c)),
        ["load-weight"] = (g, c) => Defined(Load.Compute(g, ByWeight, c)),
        ["eigenvector"] = (g, c) => Defined(Eigenvector.Compute(g, c)),
        ["katz"] = (g, c) => Defined(Katz.Compute(g, context: c)),
        ["pagerank"] = (g, c) => Defined(PageRank.Compute(g, context: c).Scores),
        ["hubs"] = (g, c) => Defined(Hits.Compute(g, c).Hubs),
        ["authorities"] = (g, c) => Defined(Hits.Compute(g, c).Authorities),
        ["reaching"] = (g, c) => Defined(Reaching.Local(g, c)),
        ["core-number"] = (g, c) => Defined(CoreNumbers.Compute(g, context: c).Select(k => (double)k)),
        ["core-number-in"] = (g, c) => Defined(CoreNumbers.Compute(g, EdgeDirection.In, c).Select(k => (double)k)),
        ["triangles"] = (g, c) => Defined(Triangles.Compute(g, c).PerVertex.Select(t => (double)t)),
        ["clustering"] = (g, c) => Defined(Clustering.Compute(g, c).Local),
        ["clustering-onnela"] = (g, c) => Defined(WeightedClustering.Compute(g, WeightedClusteringMethod.Onnela, c).Local),
        ["clustering-barrat"] = (g, c) => Defined(WeightedClustering.Compute(g, WeightedClusteringMethod.Barrat, c).Local),
        ["clustering-fagiolo"] = (g, c) => Defined(DirectedClustering.Compute(g, weighted: true, c).Local),
        ["constraint"] = (g, c) => StructuralHoles.Constraint(g, c),
        ["effective-size"] = (g, c) => StructuralHoles.EffectiveSize(g, c),
    };

    /// <summary>Scores of edges, in the order of their ids, and of the whole graph.</summary>
    private static readonly Dictionary<string, Kernel> OfEdgesAndGraphs = new(StringComparer.Ordinal)
    {
        ["edge-betweenness"] = (g, c) => Defined(EdgeBetweenness.Compute(g, context: c)),
        ["edge-betweenness-weight"] = (g, c) => Defined(EdgeBetweenness.Compute(g, ByWeight, c)),
        ["truss"] = (g, c) => [.. TrussNumbers.Compute(g, c).Select(k => (double?)k)],
        ["bridges"] = (g, c) => Defined(Biconnectivity.Compute(g, c).Bridges.Select(bridge => (double)bridge.EdgeId!.Value).Order()),
        ["blocks"] = (g, c) => Defined(Biconnectivity.Compute(g, c).Blocks.Select(block => (double)block.Length)),
        ["spanning-forest"] = (g, c) => [SpanningForest.Compute(g, c).Weight],
        ["transitivity"] = (g, c) => [Clustering.Compute(g, c).Global],
        ["reciprocity"] = (g, c) => [Reciprocity.Compute(g, c)],
        ["assortativity-degree"] = (g, c) => [Assortativity.OfDegree(g, c)],
        ["strong-components"] = (g, c) => Defined(StrongComponents.Compute(g, c).Sizes.Where(size => size > 1).Select(size => (double)size)),
        ["weak-components"] = (g, c) => Defined(WeakComponents.Compute(g, c).Sizes.Where(size => size > 1).Select(size => (double)size)),
        ["condensation"] = (g, c) => [Condensation.Compute(g, c).Graph.EdgeCount],
    };

    /// <summary>Their conventions know the number of vertices, for all others may be reached.</summary>
    private static readonly Dictionary<string, Func<int, double>> WithIsolate = new(StringComparer.Ordinal)
    {
        ["closeness"] = n => (n - 1.0) / n,
        ["closeness-inverse"] = n => (n - 1.0) / n,
        ["reaching"] = n => (n - 1.0) / n,
    };

    /// <summary>One look at the rows: there is nothing to cancel.</summary>
    private static readonly HashSet<string> Instant = ["degree", "in-degree", "out-strength"];

    private static readonly HashSet<string> Iterative = ["eigenvector", "katz", "pagerank", "hubs", "authorities"];

    public static TheoryData<string> Vertices() => [.. OfVertices.Keys];

    /// <summary>PageRank teleports to an isolated vertex too.</summary>
    public static TheoryData<string> AllButPageRank() => [.. OfVertices.Keys.Where(name => name != "pagerank")];

    public static TheoryData<string> Cancellable() => [.. OfVertices.Keys.Concat(OfEdgesAndGraphs.Keys).Where(name => !Instant.Contains(name))];

    public static TheoryData<string> EdgesAndGraphs() => [.. OfEdgesAndGraphs.Keys];

    [Theory]
    [MemberData(nameof(Vertices))]
    public void Relabelling_vertices_permutes_their_scores(string name) => Relabelled.Sample(
        given =>
        {
            (double?[]? before, string? refusal) = Run(OfVertices[name], given.List);
            (double?[]? after, string? other) = Run(OfVertices[name], given.List.Relabel(given.Names));
            Assert.Equal(refusal, other);
            Same(before, after is null ? null : [.. given.Names.Select(newName => after[newName])], name);
        },
        iter: 60);

    [Theory]
    [MemberData(nameof(EdgesAndGraphs))]
    public void Relabelling_vertices_leaves_edges_and_the_graph_their_scores(string name) => Relabelled.Sample(
        given => Same(Run(OfEdgesAndGraphs[name], given.List).Scores, Run(OfEdgesAndGraphs[name], given.List.Relabel(given.Names)).Scores, name), iter: 60);

    [Theory]
    [MemberData(nameof(AllButPageRank))]
    public void An_isolated_vertex_changes_no_score_but_by_the_number_of_vertices(string name)
    {
        Func<int, double> factor = WithIsolate.GetValueOrDefault(name) ?? (_ => 1);
        Gens.PositiveWeights.Sample(
            list =>
            {
                (double?[]? before, string? refusal) = Run(OfVertices[name], list);
                (double?[]? after, string? other) = Run(OfVertices[name], list.WithIsolate());
                Assert.True(refusal == other || list.N == 0);
                Same(list.N == 0 ? [] : before?.Select(x => x * factor(list.N)).ToArray(), list.N == 0 ? [] : after?[..list.N], name);
            },
            iter: 60);
    }

    [Theory]
    [MemberData(nameof(EdgesAndGraphs))]
    public void An_isolated_vertex_changes_nothing_about_edges_and_the_graph(string name) => Gens.PositiveWeights.Sample(
        list => Same(Run(OfEdgesAndGraphs[name], list).Scores, Run(OfEdgesAndGraphs[name], list.WithIsolate()).Scores, name), iter: 60);

    [Theory]
    [MemberData(nameof(Vertices))]
    [MemberData(nameof(EdgesAndGraphs))]
    public void The_same_bytes_at_one_two_and_four_threads(string name)
    {
        Kernel kernel = OfVertices.GetValueOrDefault(name) ?? OfEdgesAndGraphs[name];
        CsrGraph graph = BigGraphs.RMat(10, 5000, directed: true, weighted: true, keepEdgeIds: true);
        long[] one = Bits(1);
        Assert.Equal(one, Bits(2));
        Assert.Equal(one, Bits(4));

        long[] Bits(int threads) => [.. kernel(graph, BigGraphs.Threads(threads)).Select(x => BitConverter.DoubleToInt64Bits(x ?? double.NaN))];
    }

    [Theory]
    [MemberData(nameof(Cancellable))]
    public void A_cancelled_token_stops_it(string name)
    {
        Kernel kernel = OfVertices.GetValueOrDefault(name) ?? OfEdgesAndGraphs[name];
        CsrGraph graph = BigGraphs.RMat(8, 900, directed: true, weighted: true, keepEdgeIds: true);
        Assert.ThrowsAny<OperationCanceledException>(() => kernel(graph, new KernelContext { Cancellation = new CancellationToken(true) }));
    }

    private static Gen<(EdgeList List, int[] Names)> Relabelled =>
        from list in Gens.PositiveWeights from names in Gens.Permutation(list.N) select (list, names);

    /// <summary>The scores, or the code with which there are none.</summary>
    private static (double?[]? Scores, string? Refusal) Run(Kernel kernel, EdgeList list)
    {
        try
        {
            return (kernel(list.Graph(keepEdgeIds: true), null), null);
        }
        catch (KernelException refusal)
        {
            return (null, refusal.Code);
        }
    }

    private static void Same(double?[]? before, double?[]? after, string name)
    {
        Assert.Equal(before?.Select(x => x is null), after?.Select(x => x is null));
        Near.Equal([.. (before ?? []).Select(x => x ?? 0)], [.. (after ?? []).Select(x => x ?? 0)], Iterative.Contains(name) ? Near.Iterative : Near.Exact);
    }

    private static double?[] Defined(IEnumerable<double> scores) => [.. scores.Select(x => (double?)x)];
}
