using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ClosenessTests
{
    [Fact]
    public void Closeness_and_harmonic_are_sums_over_all_distances() =>
        (from list in Gens.PositiveWeights from length in Gen.Enum<PathLength>() from direction in Gen.Enum<EdgeDirection>() select (list, length, direction))
        .Sample(
            given =>
            {
                EdgeList read = given.direction switch
                {
                    EdgeDirection.In => given.list,
                    EdgeDirection.Out => Reachability.Reversed(given.list),
                    _ => given.list with { Directed = false },
                };
                double[,] d = Reachability.Distances(read, given.length switch
                {
                    PathLength.Weight => read.Weight,
                    PathLength.Inverse => edge => 1 / read.Weight(edge),
                    _ => null,
                });
                int n = read.N;
                double[][] others = [.. Enumerable.Range(0, n).Select(v => Enumerable.Range(0, n).Where(u => u != v && double.IsFinite(d[u, v])).Select(u => d[u, v]).ToArray())];
                var options = new ClosenessOptions { Length = given.length, Direction = given.direction };
                Near.Equal(
                    [.. others.Select(x => x.Length == 0 ? 0 : x.Length / (n - 1.0) * x.Length / x.Sum())], Closeness.Compute(given.list.Graph(), options), Near.Exact);
                Near.Equal([.. others.Select(x => x.Sum(y => 1 / y))], Harmonic.Compute(given.list.Graph(), options), Near.Exact);
            },
            iter: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_vertices_than_a_pass_has_sources_agree_with_single_searches(bool directed)
    {
        CsrGraph graph = BigGraphs.RMat(11, 6000, directed);
        foreach (int threads in (int[])[1, 2, 4])
        {
            double[] closeness = Closeness.Compute(graph, context: BigGraphs.Threads(threads)), harmonic = Harmonic.Compute(graph, context: BigGraphs.Threads(threads));
            Near.SameBytes(Closeness.Compute(graph, context: BigGraphs.Threads(1)), closeness);
            Near.SameBytes(Harmonic.Compute(graph, context: BigGraphs.Threads(1)), harmonic);
            for (int v = 0; v < graph.VertexCount; v += 41)
            {
                int[] found = [.. BreadthFirstSearch.Compute(graph, v, EdgeDirection.In).Distances.Where(x => x > 0)];
                Assert.True(Near.Same(found.Sum(x => 1.0 / x), harmonic[v], Near.Rounding));
                double expected = found.Length == 0 ? 0 : (double)found.Length / (graph.VertexCount - 1) * found.Length / found.Sum();
                Assert.True(Near.Same(expected, closeness[v], Near.Rounding));
            }
        }
    }

    [Fact]
    public void A_grid_whose_frontiers_are_narrow_has_distances_of_blocks()
    {
        const int Side = 40;
        (int S, int T)[] edges = [.. from r in Enumerable.Range(0, Side) from c in Enumerable.Range(0, Side)
                                     from step in ((int, int)[])[(0, 1), (1, 0)]
                                     where r + step.Item2 < Side && c + step.Item1 < Side
                                     select (r * Side + c, (r + step.Item2) * Side + c + step.Item1)];
        double[] closeness = Closeness.Compute(new EdgeList(Side * Side, edges, null, false).Graph());
        for (int v = 0; v < closeness.Length; v++)
        {
            double far = Enumerable.Range(0, Side * Side).Sum(u => Math.Abs(u / Side - v / Side) + Math.Abs(u % Side - v % Side));
            Assert.True(Near.Same((Side * Side - 1) / far, closeness[v], Near.Rounding));
        }
    }

    [Fact]
    public void Isolated_vertices_and_nothing_have_the_obvious_scores()
    {
        Assert.Empty(Closeness.Compute(CsrGraph.FromEdges(0, [], [], directed: true)));
        Assert.Equal([0.0], Closeness.Compute(CsrGraph.FromEdges(1, [0], [0], directed: false)));
        Assert.Equal([0, 0.5, 0.0], Closeness.Compute(CsrGraph.FromEdges(3, [0], [1], directed: true)));
        Assert.Equal([0, 1, 0.0], Harmonic.Compute(CsrGraph.FromEdges(3, [0], [1], directed: true)));
    }

    [Fact]
    public void Lengths_without_a_value_are_refused()
    {
        CsrGraph zero = CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]);
        Refusal.Is("BAD_ARGUMENT", "between 0 and 1 is 0", () => Closeness.Compute(zero, new ClosenessOptions { Length = PathLength.Inverse }));
        Refusal.Is("BAD_ARGUMENT", "between 0 and 1 is 0", () => Harmonic.Compute(zero, new ClosenessOptions { Length = PathLength.Weight }));
        Assert.Equal([0.0, 0.0], Closeness.Compute(zero, new ClosenessOptions { Length = PathLength.Weight }));
    }

    [Fact]
    public void A_run_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(14, 20_000, directed: true, weighted: true);
        CancelAfter.Proves(context => Closeness.Compute(graph, context: context));
        CancelAfter.Proves(context => Harmonic.Compute(graph, new ClosenessOptions { Length = PathLength.Weight }, context));
    }
}
