using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class LoadTests
{
    [Theory]
    [InlineData(PathLength.Unweighted)]
    [InlineData(PathLength.Weight)]
    [InlineData(PathLength.Inverse)]
    public void Packets_are_cut_into_equal_parts_on_their_way_to_the_source(PathLength length) => Gens.PositiveWeights.Sample(
        list =>
        {
            var options = new BetweennessOptions { Length = length };
            double[] expected = Packets(list, length switch { PathLength.Weight => list.Weight, PathLength.Inverse => e => 1 / list.Weight(e), _ => null });
            Near.Equal(expected, Load.Compute(list.Graph(), options), Near.Exact);
            double n = list.N, pairs = (n - 1) * (n - 2) / (list.Directed ? 1 : 2);
            Near.Equal([.. expected.Select(x => n < 3 ? 0 : x / pairs)], Load.Compute(list.Graph(), options with { Normalized = true }), Near.Exact);
        },
        iter: 150);

    [Fact]
    public void Where_paths_are_unique_load_is_betweenness()
    {
        var random = new Random(3);
        int[] child = [.. Enumerable.Range(1, 199)], parent = [.. child.Select(c => random.Next(c))];
        CsrGraph tree = CsrGraph.FromEdges(200, parent, child, directed: false);
        Near.Equal(Betweenness.Compute(tree), Load.Compute(tree), Near.Exact);
    }

    [Fact]
    public void Branches_count_alike_whatever_lies_behind_them()
    {
        // From 5 to 0: over 3, behind which are two ways, or over 4. Betweenness sends a third over 4, load a half; and 6 sends all that it has for 5.
        CsrGraph graph = CsrGraph.FromEdges(7, [0, 0, 0, 1, 2, 6, 3, 4], [1, 2, 6, 3, 3, 4, 5, 5], directed: true);
        Assert.Equal(1.0 / 3, Betweenness.Subset(graph, [0], [5])[4], 12);
        Assert.Equal(0.5 + 1, Load.Compute(graph)[4], 12);
    }

    [Fact]
    public void Relabelling_permutes_and_an_isolated_vertex_changes_nothing() =>
        (from list in Gens.PositiveWeights from names in Gens.Permutation(list.N) select (list, names)).Sample(given =>
        {
            double[] before = Load.Compute(given.list.Graph()), after = Load.Compute(given.list.Relabel(given.names).Graph());
            Near.Equal(before, [.. given.names.Select(name => after[name])], Near.Exact);
            Near.Equal([.. before, 0], Load.Compute(given.list.WithIsolate().Graph()), Near.Exact);
        });

    [Fact]
    public void The_same_bytes_at_any_number_of_threads_and_runs_can_be_cancelled()
    {
        CsrGraph graph = BigGraphs.RMat(9, 3000, directed: true, weighted: true);
        foreach (PathLength length in Enum.GetValues<PathLength>())
        {
            var options = new BetweennessOptions { Length = length };
            foreach (int threads in (int[])[2, 4])
            {
                Near.SameBytes(Load.Compute(graph, options, BigGraphs.Threads(1)), Load.Compute(graph, options, BigGraphs.Threads(threads)));
            }
        }
        CancelAfter.Proves(context => Load.Compute(graph, context: context));
        Refusal.Is("BAD_ARGUMENT", "is 0", () => Load.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]), new BetweennessOptions { Length = PathLength.Weight }));
    }

    /// <summary>Each packet followed on its own, by distances of all pairs.</summary>
    private static double[] Packets(EdgeList list, Func<int, double>? length)
    {
        double[,] d = Reachability.Distances(list, length);
        var arcs = list.Arcs().Where(a => a.From != a.To).ToList();
        double[] load = new double[list.N];
        for (int s = 0; s < list.N; s++)
        {
            for (int t = 0; t < list.N; t++)
            {
                if (s != t && double.IsFinite(d[s, t]))
                {
                    Send(s, t, 1);
                }
            }
        }
        return [.. load.Select(x => list.Directed ? x : x / 2)];

        void Send(int source, int at, double part)
        {
            int[] before = [.. arcs.Where(a => a.To == at && Tie(d[source, a.From] + (length?.Invoke(a.Edge) ?? 1), d[source, at])).Select(a => a.From).Distinct()];
            foreach (int u in before.Where(u => u != source))
            {
                load[u] += part / before.Length;
                Send(source, u, part / before.Length);
            }
        }
    }

    private static bool Tie(double a, double b) => a == b || Math.Abs(a - b) < 1e-10 * (a + b);
}
