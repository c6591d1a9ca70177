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

    [Fact]
    public void More_vertices_than_a_pass_has_sources_make_no_difference() =>
        Gens.Of(Gen.Bool, null, maxVertices: 40, maxEdges: 70, minVertices: 20).Sample(
            list => Near.Equal(BruteForcePaths.Betweenness(list).Vertices, Betweenness.Compute(list.Graph()), Near.Exact), iter: 30);

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
    }

    [Fact]
    public void A_run_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(10, 5000, directed: true, weighted: true, keepEdgeIds: true);
        CancelAfter.Proves(context => Betweenness.Compute(graph, context: context));
        CancelAfter.Proves(context => Betweenness.Compute(graph, new BetweennessOptions { Length = PathLength.Weight }, context));
        CancelAfter.Proves(context => EdgeBetweenness.Compute(graph, context: context));
    }
}
