using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class BetweennessTests
{
    private static readonly Func<EdgeList, PathLength, Func<int, double>?> LengthOf = (list, length) => length switch
    {
        PathLength.Weight => list.Weight,
        PathLength.Inverse => edge => 1 / list.Weight(edge),
        _ => null,
    };

    [Theory]
    [InlineData(PathLength.Unweighted)]
    [InlineData(PathLength.Weight)]
    [InlineData(PathLength.Inverse)]
    public void Vertices_and_edges_have_their_share_of_all_shortest_paths(PathLength length) => Gens.PositiveWeights.Sample(
        list =>
        {
            (double[] vertices, double[] edges) = BruteForcePaths.Betweenness(list, LengthOf(list, length));
            var options = new BetweennessOptions { Length = length };
            CsrGraph graph = list.Graph(keepEdgeIds: true);
            Near.Equal(vertices, Betweenness.Compute(graph, options), Near.Exact);
            Near.Equal(edges, EdgeBetweenness.Compute(graph, options), Near.Exact);
            double n = list.N, twice = list.Directed ? 1 : 2;
            Near.Equal([.. vertices.Select(x => n < 3 ? 0 : x * twice / ((n - 1) * (n - 2)))], Betweenness.Compute(graph, options with { Normalized = true }), Near.Exact);
            Near.Equal([.. edges.Select(x => n < 2 ? 0 : x * twice / (n * (n - 1)))], EdgeBetweenness.Compute(graph, options with { Normalized = true }), Near.Exact);
        },
        iter: 150);

    [Fact]
    public void Eight_sources_at_once_agree_with_one_at_a_time_where_rows_are_long()
    {
        // With lengths of 1 for every arc the sources are searched one by one. Some rows have more than 1,024 arcs.
        CsrGraph graph = BigGraphs.RMat(12, 60_000, directed: true);
        var (sources, targets) = (new List<int>(), new List<int>());
        for (int v = 0; v < graph.VertexCount; v++)
        {
            foreach (int u in graph.OutNeighbors(v))
            {
                sources.Add(v);
                targets.Add(u);
            }
        }
        double[] ones = [.. sources.Select(_ => 1.0)];
        int[] some = [.. Enumerable.Range(0, 20)], all = [.. Enumerable.Range(0, graph.VertexCount)];
        foreach (bool directed in (bool[])[true, false])
        {
            CsrGraph plain = CsrGraph.FromEdges(graph.VertexCount, [.. sources], [.. targets], directed);
            CsrGraph weighted = CsrGraph.FromEdges(graph.VertexCount, [.. sources], [.. targets], directed, ones);
            Assert.True(Enumerable.Range(0, graph.VertexCount).Max(plain.OutDegree) > 1024);
            Near.Equal(
                Betweenness.Subset(weighted, some, all, new BetweennessOptions { Length = PathLength.Weight }), Betweenness.Subset(plain, some, all), 1e-9);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deep_graphs_agree_with_the_textbook(bool directed)
    {
        foreach (EdgeList list in (EdgeList[])[DeepGraphs.Grid(17, 40, directed), DeepGraphs.Ring(400, directed)])
        {
            CsrGraph graph = list.Graph(keepEdgeIds: true);
            int[] all = [.. Enumerable.Range(0, list.N)], some = [.. all.Where(v => v % 31 == 5)], few = [.. all.Where(v => v % 7 == 2)];
            Assert.False(new EightLaneLevels(graph.Out, graph.In, default).TryRun(some.AsSpan(0, 8)));
            (double[] vertices, double[] edges) = TextbookBrandes.Sums(list, all);
            Near.Equal(vertices, Betweenness.Compute(graph), Near.Exact);
            Near.Equal(edges, EdgeBetweenness.Compute(graph), Near.Exact);
            Near.Equal(TextbookBrandes.Sums(list, some, few.Contains).Vertices, Betweenness.Subset(graph, some, few), Near.Exact);
        }
    }

    [Fact]
    public void Sources_are_searched_together_where_they_share_levels()
    {
        CsrGraph wide = BigGraphs.RMat(12, 60_000, directed: false);
        Assert.True(Together(wide, Enumerable.Range(0, 8)));
        Assert.False(Together(DeepGraphs.Grid(60, 60, directed: false).Graph(), Enumerable.Range(0, 8).Select(i => i * 401)));

        // A long tail hangs on a graph of few levels: it does not matter.
        (int S, int T)[] star = [.. Enumerable.Range(1, 999).Select(v => (0, v))], tail = [.. Enumerable.Range(1000, 60).Select(v => (v - 1, v))];
        CsrGraph tailed = new EdgeList(1060, [.. star, .. tail], null, Directed: false).Graph();
        Assert.True(Together(tailed, Enumerable.Range(1, 8)));
        Near.Equal(
            TextbookBrandes.Sums(new EdgeList(1060, [.. star, .. tail], null, Directed: false), Enumerable.Range(0, 1060)).Vertices,
            Betweenness.Compute(tailed), Near.Exact);

        static bool Together(CsrGraph graph, IEnumerable<int> sources) => new EightLaneLevels(graph.Out, graph.In, default).TryRun([.. sources]);
    }

    [Fact]
    public void A_search_leaves_nothing_behind_for_the_next()
    {
        // In one graph lie a part of few levels and a deep one; those of one are searched after those of the other, in the same memory.
        EdgeList grid = DeepGraphs.Grid(20, 30, directed: false);
        (int S, int T)[] star = [.. Enumerable.Range(1, 299).SelectMany(v => new[] { (grid.N, grid.N + v), (grid.N + v, grid.N + 1 + (v * 7 % 299)) })];
        var list = new EdgeList(grid.N + 300, [.. grid.Edges, .. star], null, Directed: false);
        var names = Enumerable.Range(0, list.N).ToArray();
        new Random(3).Shuffle(names);
        foreach (EdgeList given in (EdgeList[])[list, list.Relabel(names)])
        {
            Near.Equal(TextbookBrandes.Sums(given, Enumerable.Range(0, list.N)).Vertices, Betweenness.Compute(given.Graph(), context: BigGraphs.Threads(1)), Near.Exact);
        }
    }

    [Fact]
    public void More_vertices_than_a_pass_has_sources_make_no_difference() =>
        Gens.Of(Gen.Bool, null, maxVertices: 40, maxEdges: 70, minVertices: 20).Sample(
            list => Near.Equal(BruteForcePaths.Betweenness(list).Vertices, Betweenness.Compute(list.Graph()), Near.Exact), iter: 30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parts_that_no_path_joins_and_vertices_without_arcs_make_no_difference(bool directed)
    {
        // Thirty rings of 3 to 32 vertices and a hundred vertices alone, their names mixed: sources are searched part by part.
        var edges = new List<(int S, int T)>();
        int n = 0;
        for (int length = 3; length <= 32; n += length++)
        {
            for (int v = 0; v < length; v++) edges.Add((n + v, n + ((v + 1) % length)));
        }
        int[] names = Enumerable.Range(0, n + 100).ToArray();
        new Random(4).Shuffle(names);
        EdgeList list = new EdgeList(n + 100, [.. edges], null, directed).Relabel(names);
        Near.Equal(TextbookBrandes.Sums(list, Enumerable.Range(0, list.N)).Vertices, Betweenness.Compute(list.Graph()), Near.Exact);
        Assert.All(Betweenness.Compute(new EdgeList(100, [], null, directed).Graph()), score => Assert.Equal(0, score));
    }

    [Fact]
    public void Between_subsets_only_their_pairs_count() =>
        (from list in Gens.PositiveWeights
         from sources in Gen.Bool.Array[list.N]
         from targets in Gen.Bool.Array[list.N]
         from length in Gen.Enum<PathLength>()
         select (list, sources, targets, length)).Sample(given =>
        {
            (EdgeList list, bool[] sources, bool[] targets, PathLength length) = given;
            int[] s = [.. Enumerable.Range(0, list.N).Where(v => sources[v])], t = [.. Enumerable.Range(0, list.N).Where(v => targets[v])];
            Near.Equal(
                BruteForcePaths.Betweenness(list, LengthOf(list, length), v => sources[v], v => targets[v]).Vertices,
                Betweenness.Subset(list.Graph(), [.. s, .. s], t, new BetweennessOptions { Length = length }),
                Near.Exact);
        });

    [Fact]
    public void In_a_tree_a_vertex_is_between_the_pairs_of_its_branches()
    {
        // Each vertex hangs on one of lesser number; branches by taking the vertex away.
        var random = new Random(7);
        int n = 300;
        int[] child = [.. Enumerable.Range(1, n - 1)], parent = [.. child.Select(c => random.Next(c))];
        double[] below = [.. Enumerable.Repeat(1.0, n)];
        for (int v = n - 1; v > 0; v--)
        {
            below[parent[v - 1]] += below[v];
        }
        double[] expected = new double[n];
        for (int v = 0; v < n; v++)
        {
            double[] branches = [n - below[v], .. child.Where(c => parent[c - 1] == v).Select(c => below[c])];
            expected[v] = ((n - 1.0) * (n - 1) - branches.Sum(b => b * b)) / 2;
        }
        Near.Equal(expected, Betweenness.Compute(CsrGraph.FromEdges(n, parent, child, directed: false)), Near.Exact);
    }

    [Fact]
    public void Lengths_tie_up_to_rounding()
    {
        // .1 + .2 is not .15 + .15 in binary; both ways count.
        CsrGraph graph = CsrGraph.FromEdges(4, [0, 1, 0, 2], [1, 3, 2, 3], directed: true, [0.1, 0.2, 0.15, 0.15]);
        Assert.Equal([0, 0.5, 0.5, 0], Betweenness.Compute(graph, new BetweennessOptions { Length = PathLength.Weight }));
    }

    [Fact]
    public void Relabelling_permutes_and_an_isolated_vertex_changes_nothing() =>
        (from list in Gens.PositiveWeights from names in Gens.Permutation(list.N) select (list, names)).Sample(given =>
        {
            double[] before = Betweenness.Compute(given.list.Graph());
            double[] after = Betweenness.Compute(given.list.Relabel(given.names).Graph());
            Near.Equal(before, [.. given.names.Select(name => after[name])], Near.Exact);
            Near.Equal([.. before, 0], Betweenness.Compute(given.list.WithIsolate().Graph()), Near.Exact);
        });

    [Fact]
    public void A_sample_of_all_vertices_is_exact_and_smaller_ones_keep_their_bound()
    {
        CsrGraph graph = BigGraphs.RMat(9, 3000, directed: true);
        double n = graph.VertexCount;
        double[] exact = Betweenness.Compute(graph);
        SampledBetweennessResult all = SampledBetweenness.Compute(graph, graph.VertexCount);
        Near.SameBytes(exact, all.Scores);
        Assert.Equal(0, all.Epsilon);
        for (ulong seed = 0; seed < 5; seed++)
        {
            SampledBetweennessResult some = SampledBetweenness.Compute(graph, 128, delta: 0.05, context: new KernelContext { Seed = seed });
            Assert.Equal((128, 0.05, seed), (some.Sources, some.Delta, some.Seed));
            Assert.All(exact.Zip(some.Scores), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= some.Epsilon * n * (n - 2)));
        }
    }

    [Fact]
    public void A_sample_is_n_over_k_times_the_dependencies_of_its_sources()
    {
        EdgeList list = new(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 4)], null, true);
        int[] drawn = CounterRandom.Sample(3, 6, 2);
        Assert.Equal(2, drawn.Distinct().Count());
        Near.Equal(
            [.. BruteForcePaths.Betweenness(list, null, drawn.Contains).Vertices.Select(x => x * 3)],
            SampledBetweenness.Compute(list.Graph(), 2, context: new KernelContext { Seed = 3 }).Scores,
            Near.Exact);
    }

    [Fact]
    public void The_same_bytes_at_any_number_of_threads()
    {
        CsrGraph graph = BigGraphs.RMat(9, 3000, directed: false, weighted: true, keepEdgeIds: true);
        foreach (PathLength length in (PathLength[])[PathLength.Unweighted, PathLength.Inverse])
        {
            var options = new BetweennessOptions { Length = length };
            double[] vertices = Betweenness.Compute(graph, options, BigGraphs.Threads(1)), edges = EdgeBetweenness.Compute(graph, options, BigGraphs.Threads(1));
            foreach (int threads in (int[])[2, 4])
            {
                Near.SameBytes(vertices, Betweenness.Compute(graph, options, BigGraphs.Threads(threads)));
                Near.SameBytes(edges, EdgeBetweenness.Compute(graph, options, BigGraphs.Threads(threads)));
            }
        }
    }

    [Fact]
    public void Deep_graphs_too_have_the_same_bytes_at_any_number_of_threads()
    {
        CsrGraph graph = DeepGraphs.Grid(17, 40, directed: false).Graph(keepEdgeIds: true);
        double[] vertices = Betweenness.Compute(graph, null, BigGraphs.Threads(1)), edges = EdgeBetweenness.Compute(graph, null, BigGraphs.Threads(1));
        foreach (int threads in (int[])[2, 4])
        {
            Near.SameBytes(vertices, Betweenness.Compute(graph, null, BigGraphs.Threads(threads)));
            Near.SameBytes(edges, EdgeBetweenness.Compute(graph, null, BigGraphs.Threads(threads)));
        }
    }

    [Theory]
    [InlineData(12, 60_000)]
    [InlineData(12, 6_000)]
    [InlineData(13, 400_000)]
    public void The_arcs_out_of_a_vertex_carry_its_dependency(int scale, int edges)
    {
        // Where arcs are asked for, those that count are gathered; where vertices are, the lines of all neighbours may be added.
        CsrGraph graph = BigGraphs.RMat(scale, edges, directed: true);
        int[] sources = [.. Enumerable.Range(0, 8)];
        double[] vertices = new double[graph.VertexCount], arcs = new double[graph.ArcCount], again = new double[graph.VertexCount];
        var brandes = new EightSourceBrandes(graph.Out, graph.In, new bool[graph.VertexCount], default);
        Assert.True(brandes.TryRun(sources, vertices, null));
        Assert.True(brandes.TryRun(sources, null, arcs));
        Assert.All(vertices, x => Assert.Equal(0, x));
        Assert.All(arcs, x => Assert.Equal(0, x));
        brandes = new EightSourceBrandes(graph.Out, graph.In, null, default);
        Assert.True(brandes.TryRun(sources, vertices, null));
        Assert.True(brandes.TryRun(sources, null, arcs));
        Assert.True(brandes.TryRun(sources, again, null));
        Near.SameBytes(vertices, again);
        for (int v = sources.Length; v < graph.VertexCount; v++)
        {
            double carried = arcs.AsSpan(graph.Out.Offsets[v], graph.OutDegree(v)).ToArray().Sum();
            Assert.True(Near.Same(vertices[v], carried, Near.Exact));
        }
    }

    [Fact]
    public void Edges_that_leave_a_vertex_carry_what_ends_there_and_what_goes_on()
    {
        // Σ over arcs out of v of edge betweenness = betweenness of v + vertices reached from v: a check by conservation on a larger graph.
        CsrGraph graph = BigGraphs.RMat(9, 2500, directed: true, keepEdgeIds: true);
        double[] vertices = Betweenness.Compute(graph), edges = EdgeBetweenness.Compute(graph);
        for (int v = 0; v < graph.VertexCount; v++)
        {
            double carried = graph.OutEdgeIds(v).ToArray().Sum(edge => edges[edge]);
            Assert.True(Near.Same(vertices[v] + BreadthFirstSearch.Compute(graph, v).Reached - 1, carried, Near.Exact));
        }
    }

    [Fact]
    public void Edge_cases_have_the_obvious_scores()
    {
        Assert.Empty(Betweenness.Compute(CsrGraph.FromEdges(0, [], [], directed: true)));
        Assert.Equal([0.0], Betweenness.Compute(CsrGraph.FromEdges(1, [0], [0], directed: false), new BetweennessOptions { Normalized = true }));
        Assert.Equal([0.0], EdgeBetweenness.Compute(CsrGraph.FromEdges(1, [0], [0], directed: false, keepEdgeIds: true)));
    }

    [Fact]
    public void What_has_no_answer_is_refused_by_name()
    {
        CsrGraph zero = CsrGraph.FromEdges(5, [0, 2, 4], [1, 3, 1], directed: true, [1, 0, 2], keepEdgeIds: true);
        var weighted = new BetweennessOptions { Length = PathLength.Weight };
        Refusal.Is("BAD_ARGUMENT", "between 2 and 3 is 0", () => Betweenness.Compute(zero, weighted));
        Refusal.Is("BAD_ARGUMENT", "between 2 and 3 is 0", () => EdgeBetweenness.Compute(zero, weighted));
        Assert.Equal(5, Betweenness.Compute(zero).Length);
        Refusal.Is("BAD_ARGUMENT", "no edge ids", () => EdgeBetweenness.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true)));
        Refusal.Is("BAD_ARGUMENT", "sources is 6", () => SampledBetweenness.Compute(zero, 6));
        Refusal.Is("BAD_ARGUMENT", "sources is 0", () => SampledBetweenness.Compute(zero, 0));
        Refusal.Is("BAD_ARGUMENT", "delta is 1", () => SampledBetweenness.Compute(zero, 1, delta: 1));
        Refusal.Is("BAD_ARGUMENT", "targets is 9", () => Betweenness.Subset(zero, [1], [9]));

        // Two thousand pairs of parallel edges in a row make 2^2000 paths.
        int[] twice = [.. Enumerable.Range(0, 4000).Select(i => i / 2)];
        CsrGraph many = CsrGraph.FromEdges(2001, twice, [.. twice.Select(v => v + 1)], directed: true, [.. twice.Select(_ => 1.0)]);
        Refusal.Is("NOT_DEFINED", "shortest paths", () => Betweenness.Compute(many));
        Refusal.Is("NOT_DEFINED", "shortest paths", () => Betweenness.Compute(many, weighted));

        // Eight sources that reach the row together share all its levels.
        int[] heads = [.. Enumerable.Range(2001, 8)];
        CsrGraph shared = CsrGraph.FromEdges(2009, [.. twice, .. heads], [.. twice.Select(v => v + 1), .. heads.Select(_ => 0)], directed: true);
        Refusal.Is("NOT_DEFINED", "shortest paths", () => Betweenness.Subset(shared, heads, [5]));
    }

    [Fact]
    public void A_run_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(10, 5000, directed: true, weighted: true, keepEdgeIds: true);
        CancelAfter.Proves(context => Betweenness.Compute(graph, context: context));
        CancelAfter.Proves(context => Betweenness.Compute(graph, new BetweennessOptions { Length = PathLength.Weight }, context));
        CancelAfter.Proves(context => EdgeBetweenness.Compute(graph, context: context));
        CancelAfter.Proves(context => Betweenness.Compute(DeepGraphs.Grid(60, 60, directed: false).Graph(), context: context));
    }

    [Fact]
    public void A_search_is_cancelled_within_it()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        CsrGraph deep = DeepGraphs.Grid(20, 20, directed: false).Graph(), wide = BigGraphs.RMat(10, 5000, directed: true);
        double[] sums = new double[wide.VertexCount];
        Assert.Throws<OperationCanceledException>(() => new OneSourceBrandes(deep, null, cancelled.Token).Run(0, sums, null));
        Assert.Throws<OperationCanceledException>(() => new EightSourceBrandes(wide.Out, wide.In, null, cancelled.Token).TryRun([0, 1], sums, null));
    }
}
