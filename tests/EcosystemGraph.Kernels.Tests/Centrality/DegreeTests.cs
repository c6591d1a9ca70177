using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class DegreeTests
{
    [Fact]
    public void Degree_and_strength_are_row_and_column_sums_of_the_list() => Gens.Any.Sample(list =>
    {
        CsrGraph graph = list.Graph();
        foreach (EdgeDirection direction in Enum.GetValues<EdgeDirection>())
        {
            double[] degree = new double[list.N], strength = new double[list.N];
            for (int e = 0; e < list.Edges.Length; e++)
            {
                (int s, int t) = list.Edges[e];
                if (!list.Directed || direction != EdgeDirection.In)
                {
                    degree[s]++;
                    strength[s] += list.Weight(e);
                }
                if (!list.Directed || direction != EdgeDirection.Out)
                {
                    degree[t]++;
                    strength[t] += list.Weight(e);
                }
            }
            Assert.Equal(degree, Degree.Compute(graph, direction));
            Near.Equal(strength, Degree.Strength(graph, direction), Near.Rounding);
            if (list.N > 1)
            {
                Assert.Equal(degree.Select(d => d / (list.N - 1)), Degree.Compute(graph, direction, normalized: true));
            }
        }
    });

    [Fact]
    public void A_loop_counts_twice()
    {
        CsrGraph undirected = CsrGraph.FromEdges(1, [0], [0], directed: false, [2.5]);
        Assert.Equal([2.0], Degree.Compute(undirected));
        Assert.Equal([5.0], Degree.Strength(undirected));
        CsrGraph directed = CsrGraph.FromEdges(1, [0], [0], directed: true);
        Assert.Equal([2.0], Degree.Compute(directed));
        Assert.Equal([1.0], Degree.Compute(directed, EdgeDirection.In));
    }

    [Fact]
    public void Normalised_degree_of_a_single_vertex_is_0_and_of_none_is_empty()
    {
        Assert.Equal([0.0], Degree.Compute(CsrGraph.FromEdges(1, [0], [0], directed: false), normalized: true));
        Assert.Empty(Degree.Compute(CsrGraph.FromEdges(0, [], [], directed: false)));
        Assert.Empty(Degree.Strength(CsrGraph.FromEdges(0, [], [], directed: false)));
    }
}
