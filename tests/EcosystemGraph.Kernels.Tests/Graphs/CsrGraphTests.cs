using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class CsrGraphTests
{
    [Fact]
    public void Rows_hold_the_arcs_of_the_list_ordered_by_neighbour_and_edge() => Gens.Any.Sample(list =>
    {
        CsrGraph graph = list.Graph(keepEdgeIds: true);
        Assert.Equal(list.N, graph.VertexCount);
        Assert.Equal(list.Edges.Length, graph.EdgeCount);
        Assert.Equal(list.Arcs().Count(), graph.ArcCount);
        for (int v = 0; v < list.N; v++)
        {
            (int To, int Edge)[] expected = [.. list.Arcs().Where(a => a.From == v).Select(a => (a.To, a.Edge)).Order()];
            Assert.Equal(expected.Select(a => a.To), graph.OutNeighbors(v).ToArray());
            Assert.Equal(expected.Select(a => a.Edge), graph.OutEdgeIds(v).ToArray());
            Assert.Equal(list.Weights is null ? [] : expected.Select(a => list.Weight(a.Edge)), graph.OutWeights(v).ToArray());
            Assert.Equal(expected.Length, graph.OutDegree(v));
        }
    });

    [Fact]
    public void Incoming_rows_hold_the_same_arcs_from_the_other_end() => Gens.Any.Sample(list =>
    {
        CsrGraph graph = list.Graph(keepEdgeIds: true);
        for (int v = 0; v < list.N; v++)
        {
            (int From, int Edge)[] expected = [.. list.Arcs().Where(a => a.To == v).Select(a => (a.From, a.Edge)).Order()];
            Assert.Equal(expected.Select(a => a.From), graph.InNeighbors(v).ToArray());
            Assert.Equal(expected.Select(a => a.Edge), graph.InEdgeIds(v).ToArray());
            Assert.Equal(list.Weights is null ? [] : expected.Select(a => list.Weight(a.Edge)), graph.InWeights(v).ToArray());
            Assert.Equal(expected.Length, graph.InDegree(v));
        }
    });

    [Fact]
    public void An_undirected_loop_is_two_arcs_of_its_vertex()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [1, 0], [1, 1], directed: false);
        Assert.Equal([1], graph.OutNeighbors(0).ToArray());
        Assert.Equal([0, 1, 1], graph.OutNeighbors(1).ToArray());
    }

    [Fact]
    public void An_unweighted_graph_takes_at_most_8_bytes_an_edge_and_16_a_vertex()
    {
        CsrGraph graph = BigGraphs.RMat(12, 50_000, directed: true);
        long bytes = 4L * (graph.Out.Offsets.Length + graph.Out.Neighbors.Length + graph.In.Offsets.Length + graph.In.Neighbors.Length);
        Assert.Null(graph.Out.EdgeIds);
        Assert.Null(graph.In.Weights);
        Assert.True(bytes <= 8L * graph.EdgeCount + 16L * graph.VertexCount, $"{bytes} bytes");
    }

    [Fact]
    public void Threads_that_ask_at_once_see_one_set_of_incoming_rows()
    {
        CsrGraph graph = BigGraphs.RMat(12, 50_000, directed: true);
        using var start = new Barrier(4);
        var seen = new Adjacency[4];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            seen[i] = graph.In;
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(seen, rows => Assert.Same(graph.In, rows));
    }

    [Fact]
    public void The_empty_graph_and_a_graph_without_edges_are_graphs()
    {
        Assert.Equal(0, CsrGraph.FromEdges(0, [], [], directed: true).VertexCount);
        CsrGraph graph = CsrGraph.FromEdges(3, [], [], directed: false);
        Assert.Equal(0, graph.OutDegree(2));
        Assert.Equal(0, graph.EdgeCount);
    }

    [Fact]
    public void What_is_no_graph_is_refused_by_name()
    {
        Refusal.Is("BAD_ARGUMENT", "-1", () => CsrGraph.FromEdges(-1, [], [], true));
        Refusal.Is("BAD_ARGUMENT", "source of edge 1 is 3", () => CsrGraph.FromEdges(3, [0, 3], [1, 1], true));
        Refusal.Is("BAD_ARGUMENT", "target of edge 0 is -1", () => CsrGraph.FromEdges(3, [0], [-1], true));
        Refusal.Is("BAD_ARGUMENT", "2 sources and 1 targets", () => CsrGraph.FromEdges(3, [0, 1], [1], true));
        Refusal.Is("BAD_ARGUMENT", "1 weights for 2 edges", () => CsrGraph.FromEdges(3, [0, 1], [1, 2], true, [1.0]));
        foreach (double weight in (double[])[-1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-200, 1e200])
        {
            Refusal.Is("BAD_ARGUMENT", $"weight of edge 1 is {weight:R}", () => CsrGraph.FromEdges(3, [0, 1], [1, 2], true, [1, weight]));
        }
    }
}
