namespace EcosystemGraph.Kernels.Tests;

public sealed class CentralizationTests
{
    private const int N = 9;

    private static readonly int[] Others = [.. Enumerable.Range(1, N - 1)];

    [Fact]
    public void A_star_has_1_in_every_measure_even_with_parallels_and_loops()
    {
        CsrGraph star = CsrGraph.FromEdges(N, [.. new int[N - 1], 0, 3], [.. Others, 1, 3], directed: false);
        Assert.Equal(1, Centralization.OfDegree(star)!.Value, 12);
        Assert.Equal(1, Centralization.OfCloseness(star)!.Value, 12);
        Assert.Equal(1, Centralization.OfBetweenness(star)!.Value, 12);
    }

    [Fact]
    public void A_directed_star_has_1_one_way_and_a_star_both_ways_has_1_between()
    {
        CsrGraph outward = CsrGraph.FromEdges(N, new int[N - 1], Others, directed: true);
        Assert.Equal(1, Centralization.OfDegree(outward, EdgeDirection.Out)!.Value, 12);
        Assert.Equal(1, Centralization.OfDegree(outward.Reversed(), EdgeDirection.In)!.Value, 12);
        Assert.Equal(1, Centralization.OfDegree(outward)!.Value, 12);
        Assert.Equal(0, Centralization.OfBetweenness(outward));
        CsrGraph both = CsrGraph.FromEdges(N, [.. new int[N - 1], .. Others], [.. Others, .. new int[N - 1]], directed: true);
        Assert.Equal(1, Centralization.OfBetweenness(both)!.Value, 12);
        Assert.Equal(1, Centralization.OfDegree(both)!.Value, 12);
    }

    [Fact]
    public void A_ring_has_0_and_a_path_of_four_what_the_formula_says()
    {
        int[] ring = [.. Enumerable.Range(0, N)];
        CsrGraph graph = CsrGraph.FromEdges(N, ring, [.. ring.Select(v => (v + 1) % N)], directed: false);
        Assert.Equal(0, Centralization.OfDegree(graph)!.Value, 12);
        Assert.Equal(0, Centralization.OfCloseness(graph)!.Value, 12);
        Assert.Equal(0, Centralization.OfBetweenness(graph)!.Value, 12);
        CsrGraph path = CsrGraph.FromEdges(4, [0, 1, 2], [1, 2, 3], directed: false);
        Assert.Equal(2.0 / 6, Centralization.OfDegree(path)!.Value, 12);
        Assert.Equal(4.0 / 9, Centralization.OfBetweenness(path)!.Value, 12);
        Assert.Equal(2 * (3.0 / 4 - 3.0 / 6) / (3 * 2 / 5.0), Centralization.OfCloseness(path)!.Value, 12);
    }

    [Fact]
    public void Too_few_vertices_have_none_and_parts_are_refused()
    {
        CsrGraph pair = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Assert.Null(Centralization.OfDegree(pair));
        Assert.Equal(1, Centralization.OfDegree(pair, EdgeDirection.Out));
        Assert.Null(Centralization.OfCloseness(pair));
        Assert.Null(Centralization.OfBetweenness(pair));
        Assert.Null(Centralization.OfDegree(CsrGraph.FromEdges(0, [], [], directed: true), EdgeDirection.In));
        Refusal.Is("NOT_DEFINED", "2 components", () => Centralization.OfCloseness(CsrGraph.FromEdges(3, [0], [1], directed: false)));
    }
}
