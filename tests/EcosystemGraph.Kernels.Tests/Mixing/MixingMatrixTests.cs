using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class MixingMatrixTests
{
    [Fact]
    public void An_entry_counts_the_arcs_from_a_group_to_a_group() => Gen.Select(GroupedGraph.Any, Gen.Bool).Sample((given, weighted) =>
    {
        double[,] expected = given.Mixing(weighted);
        double total = expected.Cast<double>().Sum();
        CsrGraph graph = given.List.Graph();
        Near.Equal([.. expected.Cast<double>()], [.. MixingMatrix.Compute(graph, given.Groups, GroupedGraph.Count, weighted).Cast<double>()], Near.Rounding);
        double[] shares = [.. MixingMatrix.Compute(graph, given.Groups, GroupedGraph.Count, weighted, normalized: true).Cast<double>()];
        Near.Equal([.. expected.Cast<double>().Select(x => total == 0 ? 0 : x / total)], shares, Near.Rounding);
    });

    [Fact]
    public void Relabelling_and_an_isolated_vertex_change_nothing() =>
        (from given in GroupedGraph.Any from names in Gens.Permutation(given.List.N) select (given, names)).Sample(sample =>
        {
            static double[] Matrix(GroupedGraph g) => [.. MixingMatrix.Compute(g.List.Graph(), g.Groups, GroupedGraph.Count, weighted: true).Cast<double>()];
            double[] matrix = Matrix(sample.given);
            Near.Equal(matrix, Matrix(sample.given.Relabel(sample.names)), Near.Rounding);
            Assert.Equal(matrix, Matrix(sample.given.WithIsolate()));
        });

    [Fact]
    public void Groups_of_other_vertices_and_out_of_range_are_refused()
    {
        CsrGraph pair = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Refusal.Is("BAD_ARGUMENT", "There are 1 groups", () => MixingMatrix.Compute(pair, [0], 1));
        Refusal.Is("BAD_ARGUMENT", "group of vertex 1 is 2, expected 0 to 1", () => MixingMatrix.Compute(pair, [0, 2], 2));
        Refusal.Is("BAD_ARGUMENT", "group of vertex 0 is -2", () => MixingMatrix.Compute(pair, [-2, 0], 2));
        Refusal.Is("BAD_ARGUMENT", "group of vertex 0 is 0, expected -1", () => MixingMatrix.Compute(pair, [0, 0], 0));
        Refusal.Is("BAD_ARGUMENT", "groupCount is -1", () => MixingMatrix.Compute(pair, [0, 0], -1));
        Refusal.Is("BAD_ARGUMENT", "groupCount is 5000", () => MixingMatrix.Compute(pair, [0, 0], 5000));
        Assert.Throws<OperationCanceledException>(() => MixingMatrix.Compute(pair, [0, 0], 1, context: new KernelContext { Cancellation = new CancellationToken(true) }));
    }
}
