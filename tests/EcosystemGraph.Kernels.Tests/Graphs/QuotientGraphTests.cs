using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class QuotientGraphTests
{
    [Fact]
    public void An_edge_has_the_weight_that_leads_from_group_to_group() => GroupedGraph.Any.Sample(given =>
    {
        (CsrGraph quotient, int[] sizes) = QuotientGraph.Compute(given.List.Graph(), given.Groups, GroupedGraph.Count);
        double[,] actual = new double[GroupedGraph.Count, GroupedGraph.Count], expected = given.Mixing(weighted: true);
        for (int g = 0; g < GroupedGraph.Count; g++)
        {
            Assert.Equal(given.Groups.Count(x => x == g), sizes[g]);
            for (int i = 0; i < quotient.OutDegree(g); i++)
            {
                actual[g, quotient.OutNeighbors(g)[i]] += quotient.OutWeights(g)[i];
            }
        }
        Near.Equal([.. expected.Cast<double>()], [.. actual.Cast<double>()], Near.Rounding);
        Assert.Equal(given.List.Directed, quotient.IsDirected);
        int pairs = given.List.Edges.Select(e => (given.Groups[e.S], given.Groups[e.T])).Where(p => p.Item1 >= 0 && p.Item2 >= 0)
            .Select(p => given.List.Directed ? p : (Math.Min(p.Item1, p.Item2), Math.Max(p.Item1, p.Item2))).Distinct().Count();
        Assert.Equal(pairs, quotient.EdgeCount);
    });

    [Fact]
    public void The_modularity_of_the_groups_is_that_of_the_quotients_vertices() => GroupedGraph.Any.Where(g => !g.Groups.Contains(-1)).Sample(given =>
    {
        CsrGraph graph = given.List.Graph();
        double? before = PartitionQuality.Modularity(graph, Partition.From(given.Groups));
        double? after = PartitionQuality.Modularity(QuotientGraph.Compute(graph, given.Groups, GroupedGraph.Count).Graph, Partition.From([0, 1, 2, 3]));
        Assert.Equal(before is null, after is null);
        Assert.True(Near.Same(before ?? 0, after ?? 0, Near.Rounding));
    });

    [Fact]
    public void A_condensation_has_no_cycles_and_keeps_who_reaches_whom() => Gens.Any.Sample(list =>
    {
        (CsrGraph graph, Partition components) = Condensation.Compute(list.Graph());
        Assert.Equal(components.Count, graph.VertexCount);
        Assert.Equal(graph.VertexCount, StrongComponents.Compute(graph).Count);
        double[,] d = Reachability.Distances(list);
        for (int s = 0; s < list.N; s++)
        {
            int[] reached = BreadthFirstSearch.Compute(graph, components.Labels[s]).Distances;
            Assert.Equal(Enumerable.Range(0, list.N).Select(t => double.IsFinite(d[s, t])), Enumerable.Range(0, list.N).Select(t => reached[components.Labels[t]] >= 0));
        }
    });
}
