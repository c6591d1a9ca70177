using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ExternalInternalTests
{
    [Fact]
    public void Indices_count_the_edges_across_and_inside() => Gen.Select(GroupedGraph.Any, Gen.Bool).Sample((given, weighted) =>
    {
        (EdgeList list, int[] groups) = given;
        var edges = list.Edges.Select((e, i) => (e.S, e.T, W: weighted ? list.Weight(i) : 1)).Where(e => e.S != e.T && groups[e.S] >= 0 && groups[e.T] >= 0).ToList();
        double? Index(Func<int, bool> has)
        {
            var mine = edges.Where(e => has(e.S) || has(e.T)).ToList();
            double inside = mine.Where(e => groups[e.S] == groups[e.T]).Sum(e => e.W), across = mine.Where(e => groups[e.S] != groups[e.T]).Sum(e => e.W);
            return inside + across == 0 ? null : (across - inside) / (across + inside);
        }
        ExternalInternalResult result = ExternalInternal.Compute(list.Graph(), groups, GroupedGraph.Count, weighted);
        Same([Index(_ => true)], [result.Overall]);
        Same([.. Enumerable.Range(0, GroupedGraph.Count).Select(g => Index(v => groups[v] == g))], result.Groups);
        Same([.. Enumerable.Range(0, list.N).Select(v => Index(u => u == v))], result.Vertices);
    });

    [Fact]
    public void Relabelling_and_an_isolated_vertex_change_nothing() =>
        (from given in GroupedGraph.Any from names in Gens.Permutation(given.List.N) select (given, names)).Sample(sample =>
        {
            static ExternalInternalResult Of(GroupedGraph g) => ExternalInternal.Compute(g.List.Graph(), g.Groups, GroupedGraph.Count, weighted: true);
            ExternalInternalResult before = Of(sample.given), after = Of(sample.given.Relabel(sample.names)), more = Of(sample.given.WithIsolate());
            Same([before.Overall, .. before.Groups, .. before.Vertices], [after.Overall, .. after.Groups, .. sample.names.Select(name => after.Vertices[name])]);
            Same([before.Overall, .. before.Groups, .. before.Vertices, null], [more.Overall, .. more.Groups, .. more.Vertices]);
        });

    private static void Same(double?[] expected, double?[] actual)
    {
        Assert.Equal(expected.Select(x => x is null), actual.Select(x => x is null));
        Near.Equal([.. expected.Select(x => x ?? 0)], [.. actual.Select(x => x ?? 0)], Near.Exact);
    }
}
