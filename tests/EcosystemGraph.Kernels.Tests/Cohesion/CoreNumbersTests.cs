using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class CoreNumbersTests
{
    [Fact]
    public void A_core_is_what_is_left_when_poorer_vertices_are_taken_away_again_and_again() => Gens.Any.Sample(list =>
    {
        (int From, int To)[] arcs = [.. list.Arcs().Where(a => a.From != a.To).Select(a => (a.From, a.To)).Distinct()];
        foreach (EdgeDirection direction in Enum.GetValues<EdgeDirection>())
        {
            // An undirected edge is both arcs already.
            (int Of, int With)[] neighbours = (list.Directed, direction) switch
            {
                (false, _) or (true, EdgeDirection.Out) => arcs,
                (true, EdgeDirection.In) => [.. arcs.Select(a => (a.To, a.From))],
                _ => [.. arcs, .. arcs.Select(a => (a.To, a.From))],
            };
            int[] expected = new int[list.N];
            for (int k = 1; k <= 2 * list.N; k++)
            {
                HashSet<int> core = [.. Enumerable.Range(0, list.N)];
                while (core.RemoveWhere(v => neighbours.Count(a => a.Of == v && core.Contains(a.With)) < k) > 0)
                {
                }
                foreach (int v in core)
                {
                    expected[v] = k;
                }
            }
            Assert.Equal(expected, CoreNumbers.Compute(list.Graph(), direction));
        }
    });

    [Fact]
    public void A_complete_graph_a_star_and_nothing_have_the_obvious_cores()
    {
        (int S, int T)[] complete = [.. from s in Enumerable.Range(0, 6) from t in Enumerable.Range(s + 1, 5 - s) select (s, t)];
        Assert.All(CoreNumbers.Compute(new EdgeList(6, complete, null, false).Graph()), k => Assert.Equal(5, k));
        Assert.Equal([1, 1, 1, 0], CoreNumbers.Compute(CsrGraph.FromEdges(4, [0, 0, 1], [1, 2, 1], directed: false)));
        Assert.Empty(CoreNumbers.Compute(CsrGraph.FromEdges(0, [], [], directed: false)));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => CoreNumbers.Compute(CsrGraph.FromEdges(1, [], [], true), context: new KernelContext { Cancellation = cancelled.Token }));
    }
}
