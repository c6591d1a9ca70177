using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class MaximumFlowTests
{
    [Fact]
    public void The_value_is_that_of_the_least_cut_of_all_and_the_source_side_is_the_smallest_that_cuts_so() =>
        (from list in Gens.Any.Where(list => list.N > 1)
         from source in Gen.Int[0, list.N - 1]
         from step in Gen.Int[1, list.N - 1]
         select (list, source, sink: (source + step) % list.N)).Sample(
            given =>
            {
                (EdgeList list, int source, int sink) = given;
                double[] cuts = new double[1 << list.N];
                for (int side = 0; side < cuts.Length; side++)
                {
                    bool parts = (side >> source & 1) == 1 && (side >> sink & 1) == 0;
                    cuts[side] = parts
                        ? list.Arcs().Where(a => (side >> a.From & 1) == 1 && (side >> a.To & 1) == 0).Sum(a => list.Weight(a.Edge))
                        : double.PositiveInfinity;
                }
                double least = cuts.Min();

                // Minimum cuts are closed under intersection.
                int smallest = Enumerable.Range(0, cuts.Length).Where(side => cuts[side] <= least + 1e-9).Aggregate((a, b) => a & b);
                MaximumFlowResult result = MaximumFlow.Compute(list.Graph(keepEdgeIds: true), source, sink);
                Assert.True(Near.Same(least, result.Value, Near.Exact), $"expected {least}, got {result.Value}");
                Assert.Equal(Enumerable.Range(0, list.N).Where(v => (smallest >> v & 1) == 1), result.SourceSide);
                Assert.Equal(
                    list.Arcs().Where(a => result.SourceSide.Contains(a.From) && !result.SourceSide.Contains(a.To) && list.Weight(a.Edge) > 0)
                        .Select(a => new CutEdge(a.From, a.To, a.Edge, list.Weight(a.Edge))).OrderBy(c => (c.Source, c.Target, c.EdgeId)),
                    result.CutEdges);
                Assert.True(Near.Same(result.CutEdges.Sum(c => c.Capacity), result.Value, Near.Exact));
            },
            iter: 300);

    [Fact]
    public void Ends_that_are_none_or_one_are_refused_by_name()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Refusal.Is("BAD_ARGUMENT", "both 1", () => MaximumFlow.Compute(graph, 1, 1));
        Refusal.Is("BAD_ARGUMENT", "sink is 2", () => MaximumFlow.Compute(graph, 1, 2));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MaximumFlow.Compute(
            CsrGraph.FromEdges(2, [0], [1], directed: true), 0, 1, new KernelContext { Cancellation = cancelled.Token }));
    }
}
