using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class DeltaSteppingTests
{
    private static readonly Gen<(EdgeList List, int Source, double Width)> Cases =
        from list in Gens.Any.Where(list => list.N > 0)
        from source in Gen.Int[0, list.N - 1]
        from width in Gen.Int[0, 5].Select(i => ((double[])[1e-100, 1e-5, 0.01, 0.3, 2, 1e9])[i])
        select (list, source, width);

    [Fact]
    public void Distances_are_those_of_Dijkstra_bit_for_bit_whatever_the_width() => Cases.Sample(given =>
    {
        CsrGraph graph = given.List.Graph();
        double[] expected = Known(Dijkstra.Compute(graph, given.Source).Distances);
        Near.SameBytes(expected, DeltaStepping.Compute(graph, given.Source).Distances);
        Near.SameBytes(expected, DeltaStepping.Compute(graph, given.Source, width: given.Width).Distances);
    });

    [Fact]
    public void Parents_lead_back_to_the_source_over_the_whole_distance() => Cases.Sample(given =>
    {
        CsrGraph graph = given.List.Graph();
        DeltaSteppingResult result = DeltaStepping.Compute(graph, given.Source);
        int[] parents = DeltaStepping.Parents(graph, given.Source, result);
        for (int v = 0; v < given.List.N; v++)
        {
            int steps = 0;
            for (int at = v; parents[at] >= 0; at = parents[at])
            {
                double arc = given.List.Arcs().Where(a => a.From == parents[at] && a.To == at).Min(a => given.List.Weight(a.Edge));
                Assert.True(Near.Same(result.Distances[parents[at]] + arc, result.Distances[at], Near.Exact));
                Assert.True(++steps < given.List.N, "A cycle of parents.");
            }
            Assert.Equal(v == given.Source || double.IsInfinity(result.Distances[v]), parents[v] < 0);
        }
    });

    [Fact]
    public void Many_threads_agree_with_Dijkstra_on_a_large_graph_in_every_direction()
    {
        CsrGraph graph = BigGraphs.RMat(14, 200_000, directed: true, weighted: true);
        foreach (PathLength length in Enum.GetValues<PathLength>())
        {
            foreach (EdgeDirection direction in Enum.GetValues<EdgeDirection>())
            {
                ShortestPathsResult expected = Dijkstra.Compute(graph, 3, length, direction);
                foreach (int threads in (int[])[1, 2, 4])
                {
                    DeltaSteppingResult result = DeltaStepping.Compute(graph, 3, length, direction, context: BigGraphs.Threads(threads));
                    Near.SameBytes(Known(expected.Distances), result.Distances);
                    Assert.Equal(expected.Parents, DeltaStepping.Parents(graph, 3, result, length, direction, BigGraphs.Threads(threads)));
                }
            }
        }
    }

    [Fact]
    public void Lengths_of_every_size_go_beyond_the_bins_and_back()
    {
        // Twelve orders of magnitude, so that the bins start anew again and again.
        var random = new Random(5);
        const int N = 3000;
        int[] sources = [.. Enumerable.Range(0, 4 * N).Select(_ => random.Next(N))], targets = [.. sources.Select(s => (s + 1 + random.Next(40)) % N)];
        double[] lengths = [.. sources.Select(_ => Math.Pow(10, random.Next(12)) * random.NextDouble() + 1e-3)];
        CsrGraph graph = CsrGraph.FromEdges(N, sources, targets, directed: false, lengths);
        Near.SameBytes(Known(Dijkstra.Compute(graph, 0).Distances), DeltaStepping.Compute(graph, 0, width: 1e-2, context: BigGraphs.Threads(2)).Distances);
    }

    [Fact]
    public void Over_arcs_of_length_0_the_fewest_and_then_the_least_lead_back()
    {
        // 0 –1– 4, and from 4 without length to 3, from 3 to 1 and 2, and from 1 to 2.
        CsrGraph graph = CsrGraph.FromEdges(5, [0, 4, 3, 3, 1], [4, 3, 1, 2, 2], directed: false, [1.0, 0, 0, 0, 0]);
        DeltaSteppingResult result = DeltaStepping.Compute(graph, 0);
        Assert.Equal([0, 1, 1, 1, 1], result.Distances);
        Assert.Equal([-1, 3, 3, 4, 0], DeltaStepping.Parents(graph, 0, result));
    }

    [Fact]
    public void What_has_no_answer_is_refused_by_name()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]);
        Refusal.Is("BAD_ARGUMENT", "source is -1", () => DeltaStepping.Compute(graph, -1));
        Refusal.Is("BAD_ARGUMENT", "between 0 and 1 is 0", () => DeltaStepping.Compute(graph, 0, PathLength.Inverse));
        Refusal.Is("BAD_ARGUMENT", "width is 0", () => DeltaStepping.Compute(graph, 0, width: 0));
        Refusal.Is("BAD_ARGUMENT", "has 1 distances", () => DeltaStepping.Parents(graph, 0, new DeltaSteppingResult([0], 1)));
        Refusal.Is("BAD_ARGUMENT", "No arc leads to vertex 1", () => DeltaStepping.Parents(graph, 0, new DeltaSteppingResult([0, 5], 1)));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        CsrGraph graph = BigGraphs.RMat(10, 2000, directed: false, weighted: true);
        Assert.Throws<OperationCanceledException>(() => DeltaStepping.Compute(graph, 0, context: new KernelContext { Cancellation = source.Token }));
    }

    private static double[] Known(double?[] distances) => [.. distances.Select(distance => distance ?? double.PositiveInfinity)];
}
