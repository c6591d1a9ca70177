using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>Several threads make the same rows as one.</summary>
public sealed class ParallelCountingSortTests
{
    [Fact]
    public void Rows_of_several_parts_are_those_of_one() => Gen.Select(Gens.Any, Gen.Int[1, 5], Gen.Bool).Sample((list, parts, keepEdgeIds) =>
    {
        int[] sources = [.. list.Edges.Select(e => e.S)], targets = [.. list.Edges.Select(e => e.T)];
        var context = new KernelContext { Threads = parts };
        Adjacency one = CountingSort.Rows(list.N, sources, targets, list.Weights, keepEdgeIds, list.Directed);
        Adjacency several = ParallelCountingSort.Rows(list.N, sources, targets, list.Weights, keepEdgeIds, list.Directed, parts, context);
        Same(one, several);
        Same(one.Transpose(), ParallelCountingSort.Transpose(one, parts, context));
    });

    [Fact]
    public void A_large_graph_is_the_same_at_any_number_of_threads()
    {
        var random = new Random(5);
        int[] sources = [.. Enumerable.Range(0, 300_000).Select(_ => random.Next(random.Next(1, 20_000)))], targets = [.. sources.Select(_ => random.Next(20_000))];
        foreach (bool directed in new[] { true, false })
        {
            CsrGraph one = CsrGraph.FromEdges(20_000, sources, targets, directed, keepEdgeIds: true);
            CsrGraph several = CsrGraph.FromEdges(20_000, sources, targets, directed, keepEdgeIds: true, context: new KernelContext { Threads = 3 });
            Same(one.Out, several.Out);
            Same(one.In, several.In);
        }
    }

    [Fact]
    public void Making_a_graph_can_be_cancelled()
    {
        int[] ends = new int[1 << 19];
        Assert.Throws<OperationCanceledException>(() =>
            CsrGraph.FromEdges(1, ends, ends, directed: true, context: new KernelContext { Threads = 2, Cancellation = new CancellationToken(canceled: true) }));
    }

    private static void Same(Adjacency expected, Adjacency actual)
    {
        Assert.Equal(expected.Offsets, actual.Offsets);
        Assert.Equal(expected.Neighbors, actual.Neighbors);
        Assert.Equal(expected.Weights, actual.Weights);
        Assert.Equal(expected.EdgeIds, actual.EdgeIds);
    }
}
