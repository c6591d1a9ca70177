using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class DijkstraTests
{
    private static readonly Gen<(EdgeList List, int Source)> Cases =
        from list in Gens.Any.Where(list => list.N > 0) from source in Gen.Int[0, list.N - 1] select (list, source);

    [Fact]
    public void Distances_are_those_of_Floyd_and_Warshall() => Cases.Sample(given =>
    {
        double[,] d = Reachability.Distances(given.List, given.List.Weight);
        double?[] distances = Dijkstra.Compute(given.List.Graph(), given.Source).Distances;
        for (int v = 0; v < given.List.N; v++)
        {
            Assert.Equal(double.IsInfinity(d[given.Source, v]), distances[v] is null);
            Assert.True(distances[v] is not double distance || Near.Same(d[given.Source, v], distance, Near.Rounding));
        }
    });

    [Fact]
    public void Parents_lead_back_to_the_source_over_the_whole_distance() => Cases.Sample(given =>
    {
        ShortestPathsResult result = Dijkstra.Compute(given.List.Graph(), given.Source);
        for (int v = 0; v < given.List.N; v++)
        {
            int steps = 0;
            for (int at = v; result.Parents[at] >= 0; at = result.Parents[at])
            {
                int parent = result.Parents[at];
                double arc = given.List.Arcs().Where(a => a.From == parent && a.To == at).Min(a => given.List.Weight(a.Edge));
                Assert.True(Near.Same(result.Distances[parent]!.Value + arc, result.Distances[at]!.Value, Near.Exact));
                Assert.True(++steps < given.List.N, "A cycle of parents.");
            }
            Assert.True(result.Distances[v] is null || v == given.Source || result.Parents[v] >= 0);
        }
    });

    [Fact]
    public void Of_parents_that_tie_the_least_is_taken()
    {
        CsrGraph graph = CsrGraph.FromEdges(4, [0, 0, 2, 1], [2, 1, 3, 3], directed: true, [0.1, 0.15, 0.2, 0.15]);
        Assert.Equal([-1, 0, 0, 1], Dijkstra.Compute(graph, 0).Parents);
    }

    [Fact]
    public void Without_weights_or_when_told_so_arcs_have_length_1_and_direction_is_a_choice()
    {
        CsrGraph graph = CsrGraph.FromEdges(4, [0, 1], [1, 2], directed: true, [3, 4.0]);
        Assert.Equal([0, 1, 2, null], Dijkstra.Compute(graph, 0, PathLength.Unweighted).Distances);
        Assert.Equal([7, 4, 0, null], Dijkstra.Compute(graph, 2, PathLength.Weight, EdgeDirection.In).Distances);
        Assert.Equal([1 / 3.0, 0, 1 / 4.0, null], Dijkstra.Compute(graph, 1, PathLength.Inverse, EdgeDirection.All).Distances);
    }

    [Fact]
    public void What_has_no_answer_is_refused_by_name()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]);
        Refusal.Is("BAD_ARGUMENT", "source is -1", () => Dijkstra.Compute(graph, -1));
        Refusal.Is("BAD_ARGUMENT", "between 0 and 1 is 0", () => Dijkstra.Compute(graph, 0, PathLength.Inverse));
    }
}
