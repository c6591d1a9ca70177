using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class PageRankTests
{
    private static readonly Gen<(EdgeList List, double[]? Teleport)> Cases =
        from list in Gens.Any.Where(list => list.N > 0)
        from teleport in Gen.OneOf(
            Gen.Const(() => (double[]?)null),
            Gen.Frequency((1, Gen.Const(0.0)), (2, Gen.Double[0.1, 9])).Array[list.N].Where(t => t.Any(x => x > 0)).Select(t => (double[]?)t))
        select (list, teleport);

    [Fact]
    public void Walks_from_one_end_of_a_very_long_path_come_to_an_end()
    {
        const int Length = 5000;
        CsrGraph path = CsrGraph.FromEdges(Length, [.. Enumerable.Range(0, Length - 1)], [.. Enumerable.Range(1, Length - 1)], directed: true);
        double[] start = new double[Length];
        start[0] = 1;
        double[] scores = PageRank.Compute(path, new PageRankOptions { Teleport = start }).Scores;
        Assert.Equal(1, scores.Sum(), 12);
        for (int v = 1; v < 200; v++)
        {
            Assert.Equal(0.85, scores[v] / scores[v - 1], 1e-9);
        }
    }

    [Fact]
    public void Scores_solve_the_linear_equations_of_PageRank() => Cases.Sample(
        given => Near.Equal(
            Solved(given.List, given.Teleport, 0.85),
            PageRank.Compute(given.List.Graph(), new PageRankOptions { Teleport = given.Teleport }).Scores,
            1e-9));

    [Fact]
    public void Scores_sum_to_1() => Cases.Sample(
        given => Near.Same(1, PageRank.Compute(given.List.Graph(), new PageRankOptions { Teleport = given.Teleport }).Scores.Sum(), Near.Rounding));

    [Fact]
    public void Relabelling_permutes_the_scores() =>
        (from list in Gens.Any from names in Gens.Permutation(list.N) select (list, names)).Sample(given =>
        {
            double[] before = PageRank.Compute(given.list.Graph()).Scores;
            double[] after = PageRank.Compute(given.list.Relabel(given.names).Graph()).Scores;
            Near.Equal(before, [.. given.names.Select(name => after[name])], 1e-9);
        });

    [Fact]
    public void An_unweighted_graph_and_one_of_equal_weights_agree() => Gens.Unweighted.Where(list => list.Edges.Length > 0).Sample(list => Near.Same(
        PageRank.Compute(list.Graph()).Scores,
        PageRank.Compute((list with { Weights = [.. list.Edges.Select(_ => 4.0)] }).Graph()).Scores,
        Near.Rounding));

    [Fact]
    public void Dangling_mass_goes_to_the_teleport_vector()
    {
        // 0 → 1, all teleports to 0: x1 = .85·x0 and x0 + x1 = 1.
        PageRankResult result = PageRank.Compute(CsrGraph.FromEdges(3, [0], [1], directed: true), new PageRankOptions { Teleport = [5, 0, 0] });
        Near.Equal([1 / 1.85, 0.85 / 1.85, 0], result.Scores, 1e-9);
    }

    [Fact]
    public void Edge_cases_have_the_obvious_scores()
    {
        Assert.Empty(PageRank.Compute(CsrGraph.FromEdges(0, [], [], directed: true)).Scores);
        Assert.Equal([1.0], PageRank.Compute(CsrGraph.FromEdges(1, [], [], directed: true)).Scores);
        Near.Equal([1.0], PageRank.Compute(CsrGraph.FromEdges(1, [0], [0], directed: false)).Scores, Near.Rounding);
        Near.Equal([0.25, 0.25, 0.25, 0.25], PageRank.Compute(CsrGraph.FromEdges(4, [], [], directed: false)).Scores, Near.Rounding);
        Near.Equal([0.5, 0.5], PageRank.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0])).Scores, Near.Rounding);
    }

    [Fact]
    public void The_same_bytes_at_any_number_of_threads()
    {
        foreach (bool weighted in (bool[])[false, true])
        {
            CsrGraph graph = BigGraphs.RMat(15, 150_000, directed: true, weighted);
            PageRankResult one = PageRank.Compute(graph, context: BigGraphs.Threads(1));
            foreach (int threads in (int[])[2, 4])
            {
                PageRankResult more = PageRank.Compute(graph, context: BigGraphs.Threads(threads));
                Near.SameBytes(one.Scores, more.Scores);
                Assert.Equal(one.Rounds, more.Rounds);
                Assert.Equal(one.Change, more.Change);
            }
        }
    }

    [Fact]
    public void The_residual_of_a_pushed_round_is_within_the_tolerance()
    {
        // The verifier pushes where the kernel pulls.
        CsrGraph graph = BigGraphs.RMat(14, 100_000, directed: true, weighted: true);
        PageRankResult result = PageRank.Compute(graph);
        double[] pushed = new double[graph.VertexCount];
        double dangling = 0;
        for (int v = 0; v < pushed.Length; v++)
        {
            double strength = graph.OutWeights(v).ToArray().Sum();
            dangling += strength == 0 ? result.Scores[v] : 0;
            for (int k = 0; k < graph.OutDegree(v); k++)
            {
                pushed[graph.OutNeighbors(v)[k]] += result.Scores[v] * graph.OutWeights(v)[k] / strength;
            }
        }
        for (int v = 0; v < pushed.Length; v++)
        {
            double next = (0.15 + 0.85 * dangling) / pushed.Length + 0.85 * pushed[v];
            Assert.True(Math.Abs(next - result.Scores[v]) <= 1e-10 * next, $"vertex {v}: {result.Scores[v]} and {next}");
        }
        Assert.InRange(result.Change, 0, 1e-10);
    }

    [Fact]
    public void Rounds_can_be_fixed_and_run_out()
    {
        CsrGraph graph = CsrGraph.FromEdges(3, [0, 1], [1, 2], directed: true);
        PageRankResult result = PageRank.Compute(graph, new PageRankOptions { FixedRounds = 1 });
        Assert.Equal(1, result.Rounds);
        double third = 1 / 3.0, reset = 0.15 * third + 0.85 * third * third;
        Near.Equal([reset, reset + 0.85 * third, reset + 0.85 * third], result.Scores, Near.Rounding);
        Refusal.Is("NOT_CONVERGED", "after 2 rounds", () => PageRank.Compute(graph, new PageRankOptions { MaxRounds = 2 }));
    }

    [Fact]
    public void Defaults_are_those_of_the_catalogue()
    {
        Assert.Equal((0.85, 1e-10, 1000), (PageRankOptions.Default.Damping, PageRankOptions.Default.Tolerance, PageRankOptions.Default.MaxRounds));
        Assert.Null(PageRankOptions.Default.Teleport);
        Assert.Null(PageRankOptions.Default.FixedRounds);
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Refused("damping is 1", new PageRankOptions { Damping = 1 });
        Refused("damping is NaN", new PageRankOptions { Damping = double.NaN });
        Refused("tolerance is 0", new PageRankOptions { Tolerance = 0 });
        Refused("maxRounds is 0", new PageRankOptions { MaxRounds = 0 });
        Refused("fixedRounds is -1", new PageRankOptions { FixedRounds = -1 });
        Refused("teleport has 1 weights", new PageRankOptions { Teleport = [1] });
        Refused("vertex 1 is -2", new PageRankOptions { Teleport = [1, -2] });
        Refused("vertex 0 is NaN", new PageRankOptions { Teleport = [double.NaN, 2] });
        Refused("Every teleport weight is 0", new PageRankOptions { Teleport = [0, 0] });

        void Refused(string naming, PageRankOptions options) => Refusal.Is("BAD_ARGUMENT", naming, () => PageRank.Compute(graph, options));
    }

    [Fact]
    public void A_run_can_be_cancelled() => CancelAfter.Proves(context => PageRank.Compute(BigGraphs.RMat(13, 30_000, directed: true), context: context));

    /// <summary>(I − d(P + dangling·tᵀ))ᵀx = (1 − d)t by elimination.</summary>
    private static double[] Solved(EdgeList list, double[]? teleport, double damping)
    {
        int n = list.N;
        double[,] w = list.Matrix();
        double[] t = teleport is null ? [.. Enumerable.Repeat(1.0 / n, n)] : [.. teleport.Select(x => x / teleport.Sum())];
        double[,] a = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            double strength = Enumerable.Range(0, n).Sum(j => w[i, j]);
            for (int j = 0; j < n; j++)
            {
                a[j, i] = (i == j ? 1 : 0) - damping * (strength == 0 ? t[j] : w[i, j] / strength);
            }
        }
        return DenseAlgebra.Solve(a, [.. t.Select(x => (1 - damping) * x)]);
    }
}
