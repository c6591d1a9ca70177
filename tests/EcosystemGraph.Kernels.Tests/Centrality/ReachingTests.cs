using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ReachingTests
{
    [Fact]
    public void Local_reaching_counts_what_is_reached_or_sums_inverse_distances() => Gens.Any.Sample(list =>
    {
        double[,] d = Reachability.Distances(list);
        double[] expected = [.. Enumerable.Range(0, list.N).Select(v => list.N < 2 ? 0 : Enumerable.Range(0, list.N)
            .Where(u => u != v && double.IsFinite(d[v, u])).Sum(u => list.Directed ? 1 : 1 / d[v, u]) / (list.N - 1))];
        Near.Equal(expected, Reaching.Local(list.Graph()), Near.Rounding);
        double? global = Reaching.Global(list.Graph());
        Assert.Equal(list.N < 2, global is null);
        Assert.True(list.N < 2 || Near.Same(expected.Sum(x => expected.Max() - x) / (list.N - 1), global!.Value, Near.Rounding));
    });

    [Fact]
    public void An_outward_star_is_a_perfect_hierarchy() =>
        Assert.Equal(1, Reaching.Global(CsrGraph.FromEdges(5, [0, 0, 0, 0], [1, 2, 3, 4], directed: true)));
}
