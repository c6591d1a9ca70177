using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class CommunityDetectionTests
{
    private static readonly Gen<(EdgeList List, CommunityOptions Options, ulong Seed)> Cases =
        from list in Gens.Any
        from objective in Gen.Enum<CommunityObjective>()
        from resolution in Gen.OneOf(Gen.Const(1.0), Gen.Double[0, 2])
        from seed in Gen.ULong
        select (list, new CommunityOptions { Objective = objective, Resolution = resolution }, seed);

    [Fact]
    public void Each_label_is_one_of_the_heaviest_around_its_vertex() => (from list in Gens.Any from seed in Gen.ULong select (list, seed)).Sample(given =>
    {
        (EdgeList list, ulong seed) = given;
        int[] labels = LabelPropagation.Compute(list.Graph(), new KernelContext { Seed = seed }).Labels;
        double[,] a = (list with { Directed = false }).Matrix();
        for (int v = 0; v < list.N; v++)
        {
            double[] weight = new double[list.N];
            for (int u = 0; u < list.N; u++)
            {
                weight[labels[u]] += u == v ? 0 : a[v, u];
            }
            Assert.True(weight[labels[v]] >= weight.Max() - Near.Rounding, $"vertex {v} has label {labels[v]} of {string.Join(' ', labels)}");
        }
    });

    [Fact]
    public void Leiden_and_Louvain_report_the_quality_of_their_communities_which_is_no_less_than_that_of_single_vertices() => Cases.Sample(given =>
    {
        (EdgeList list, CommunityOptions options, ulong seed) = given;
        CsrGraph graph = list.Graph();
        double? Quality(Partition partition) => options.Objective == CommunityObjective.Modularity
            ? PartitionQuality.Modularity(graph, partition, options.Resolution)
            : PartitionQuality.ConstantPotts(graph, partition, options.Resolution);
        double? alone = Quality(Partition.From([.. Enumerable.Range(0, list.N)]));
        foreach (CommunityResult result in (CommunityResult[])[
            Leiden.Compute(graph, options, new KernelContext { Seed = seed }), Louvain.Compute(graph, options, new KernelContext { Seed = seed })])
        {
            Assert.Equal(Quality(result.Partition), result.Quality);
            Assert.True(result.Quality is null || result.Quality >= alone - Near.Exact);
        }
    });

    [Fact]
    public void Every_Leiden_community_is_connected() => Cases.Sample(
        given =>
        {
            CsrGraph graph = given.List.Graph();
            int[] labels = Leiden.Compute(graph, given.Options, new KernelContext { Seed = given.Seed }).Partition.Labels;
            Assert.True(Connected(given.List, labels), string.Join(' ', labels));
        },
        iter: 300);

    [Fact]
    public void On_larger_graphs_too_every_Leiden_community_is_connected()
    {
        CsrGraph graph = BigGraphs.RMat(11, 12_000, directed: false, weighted: true);
        Partition partition = Leiden.Compute(graph, new CommunityOptions { Resolution = 3 }).Partition;
        (int S, int T)[] inside = [.. from v in Enumerable.Range(0, graph.VertexCount)
                                      from u in graph.OutNeighbors(v).ToArray()
                                      where partition.Labels[u] == partition.Labels[v]
                                      select (v, u)];
        Assert.Equal(partition.Count, WeakComponents.Compute(new EdgeList(graph.VertexCount, inside, null, false).Graph()).Count);
        Assert.True(partition.Sizes.Count(size => size > 5) > 10);
    }

    [Fact]
    public void No_better_partition_of_a_small_graph_is_far() => Gens.Of(Gen.Bool, null, maxVertices: 6, maxEdges: 12, minVertices: 2).Where(list => list.Edges.Length > 0).Sample(list =>
    {
        CsrGraph graph = list.Graph();
        double optimum = Labellings(list.N).Max(labels => PartitionQuality.Modularity(graph, Partition.From(labels))!.Value);
        double best = Enumerable.Range(0, 5).Max(seed => Leiden.Compute(graph, context: new KernelContext { Seed = (ulong)seed }).Quality!.Value);
        Assert.InRange(best, optimum - 0.1, optimum + Near.Rounding);
    });

    [Fact]
    public void The_mean_of_a_hundred_seeds_is_no_worse_than_that_of_other_programs()
    {
        int compared = 0;
        foreach (GoldenGraph golden in GoldenGraph.All.Where(g => g.Peers.Any()))
        {
            double louvain = Mean(seed => Louvain.Compute(golden.Graph, context: new KernelContext { Seed = seed }).Quality!.Value);
            double leiden = Mean(seed => Leiden.Compute(golden.Graph, context: new KernelContext { Seed = seed }).Quality!.Value);
            Assert.True(louvain >= golden.Peer("louvain-modularity") - 0.001, $"{golden.Name}: Louvain {louvain} and {golden.Peer("louvain-modularity")}");
            Assert.True(leiden >= golden.Peer("leiden-modularity") - 0.001, $"{golden.Name}: Leiden {leiden} and {golden.Peer("leiden-modularity")}");
            compared++;
        }
        Assert.True(compared >= 8);
    }

    [Fact]
    public void Planted_communities_are_found_by_all_three()
    {
        const int Groups = 20, Size = 50;
        var random = new Random(5);
        var edges = new List<(int, int)>();
        for (int e = 0; e < 10_000; e++)
        {
            int s = random.Next(Groups * Size);
            edges.Add((s, e % 10 < 8 ? s / Size * Size + random.Next(Size) : random.Next(Groups * Size)));
        }
        Partition planted = Partition.From([.. Enumerable.Range(0, Groups * Size).Select(v => v / Size)]);
        foreach (bool directed in (bool[])[false, true])
        {
            CsrGraph graph = new EdgeList(Groups * Size, [.. edges], null, directed).Graph();
            Assert.Equal(planted.Labels, Louvain.Compute(graph).Partition.Labels);
            Assert.Equal(planted.Labels, Leiden.Compute(graph).Partition.Labels);
            Assert.True(PartitionComparison.NormalizedMutualInformation(planted, LabelPropagation.Compute(graph)) > 0.95);
        }
    }

    [Fact]
    public void The_Potts_model_separates_cliques_that_modularity_joins()
    {
        // Thirty cliques of five in a ring: the resolution limit.
        var edges = new List<(int, int)>();
        for (int clique = 0; clique < 30; clique++)
        {
            edges.AddRange(from s in Enumerable.Range(0, 5) from t in Enumerable.Range(0, s) select (clique * 5 + s, clique * 5 + t));
            edges.Add((clique * 5, (clique + 1) % 30 * 5 + 1));
        }
        CsrGraph graph = new EdgeList(150, [.. edges], null, false).Graph();
        Assert.True(Leiden.Compute(graph).Partition.Count < 30);
        Assert.Equal(30, Leiden.Compute(graph, new CommunityOptions { Objective = CommunityObjective.ConstantPotts, Resolution = 0.3 }).Partition.Count);
    }

    [Fact]
    public void The_same_labels_at_any_number_of_threads_and_for_one_seed()
    {
        CsrGraph graph = BigGraphs.RMat(12, 20_000, directed: true, weighted: true);
        foreach (int threads in (int[])[1, 2, 4])
        {
            var context = new KernelContext { Threads = threads, Seed = 9 };
            Assert.Equal(LabelPropagation.Compute(graph, new KernelContext { Threads = 1, Seed = 9 }).Labels, LabelPropagation.Compute(graph, context).Labels);
            Assert.Equal(Leiden.Compute(graph, context: new KernelContext { Seed = 9 }).Partition.Labels, Leiden.Compute(graph, context: context).Partition.Labels);
        }
    }

    [Fact]
    public void Without_edges_every_vertex_is_alone_and_nothing_has_no_communities()
    {
        foreach (int n in (int[])[0, 1, 3])
        {
            CsrGraph graph = CsrGraph.FromEdges(n, [], [], directed: false);
            Assert.Equal(n, Leiden.Compute(graph).Partition.Count);
            Assert.Null(Leiden.Compute(graph).Quality);
            Assert.Equal(n, Louvain.Compute(graph).Partition.Count);
            Assert.Equal(n, LabelPropagation.Compute(graph).Count);
        }
    }

    [Fact]
    public void Options_out_of_range_are_refused_and_runs_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(13, 40_000, directed: false);
        Refusal.Is("BAD_ARGUMENT", "resolution is -1", () => Louvain.Compute(graph, new CommunityOptions { Resolution = -1 }));
        Refusal.Is("BAD_ARGUMENT", "resolution is NaN", () => Leiden.Compute(graph, new CommunityOptions { Resolution = double.NaN }));
        Refusal.Is("BAD_ARGUMENT", "iterations is 0", () => Leiden.Compute(graph, new CommunityOptions { Iterations = 0 }));
        Assert.Equal((1.0, 2), (CommunityOptions.Default.Resolution, CommunityOptions.Default.Iterations));
        CancelAfter.Proves(context => LabelPropagation.Compute(graph, context));
        CancelAfter.Proves(context => Louvain.Compute(graph, context: context));
        CancelAfter.Proves(context => Leiden.Compute(graph, new CommunityOptions { Iterations = 5 }, context));
    }

    private static double Mean(Func<ulong, double> quality) => Enumerable.Range(1, 100).Average(seed => quality((ulong)seed));

    private static bool Connected(EdgeList list, int[] labels)
    {
        (int S, int T)[] inside = [.. list.Edges.Where((e, i) => labels[e.S] == labels[e.T] && list.Weight(i) > 0)];
        return WeakComponents.Compute(new EdgeList(list.N, inside, null, false).Graph()).Count == labels.Distinct().Count();
    }

    private static IEnumerable<int[]> Labellings(int n) => n == 0
        ? [[]]
        : Labellings(n - 1).SelectMany(rest => Enumerable.Range(0, rest.DefaultIfEmpty(-1).Max() + 2).Select(label => (int[])[.. rest, label]));
}
