using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class SpanningForestTests
{
    [Fact]
    public void An_edge_is_in_the_forest_if_the_edges_before_it_do_not_join_its_ends() => Gens.Any.Sample(list =>
    {
        // The cycle property: an edge is out exactly if lighter ones, or equal ones of lesser id, connect its ends already.
        int[] expected = [.. Enumerable.Range(0, list.Edges.Length).Where(edge =>
        {
            EdgeList lighter = list with
            {
                Directed = false,
                Weights = null,
                Edges = [.. list.Edges.Where((_, other) => (list.Weight(other), other).CompareTo((list.Weight(edge), edge)) < 0)],
            };
            return double.IsInfinity(Reachability.Distances(lighter)[list.Edges[edge].S, list.Edges[edge].T]);
        })];
        SpanningForestResult result = SpanningForest.Compute(list.Graph(keepEdgeIds: true));
        Assert.Equal(expected, result.EdgeIds);
        Assert.True(Near.Same(expected.Sum(list.Weight), result.Weight, Near.Rounding));
        Assert.Equal(list.N - WeakComponents.Compute(list.Graph()).Count, result.EdgeIds.Length);
    });

    [Fact]
    public void Without_edge_ids_it_is_refused() =>
        Refusal.Is("BAD_ARGUMENT", "no edge ids", () => SpanningForest.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true)));
}
