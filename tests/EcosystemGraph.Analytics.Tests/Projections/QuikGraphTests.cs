using CsCheck;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using QuikGraph;
using QuikGraph.Algorithms.ConnectedComponents;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.Ranking;
using QuikGraph.Algorithms.ShortestPath;

namespace EcosystemGraph.Analytics.Tests.Projections;

/// <summary>QuikGraph's own algorithms run on the view as it is, and its graphs run on the kernels.</summary>
public sealed class QuikGraphTests
{
    private const int Vertices = 8;

    private static readonly Gen<(CsrGraph Graph, (int Source, int Target, double Weight)[] Edges)> AnyGraph =
        Gen.Select(Gen.Select(Gen.Int[0, Vertices - 1], Gen.Int[0, Vertices - 1], Gen.Int[1, 9].Select(w => (double)w)).Array[0, 20], Gen.Bool, Gen.Bool).Select((edges, directed, weighted) =>
            (CsrGraph.FromEdges(Vertices, [.. edges.Select(e => e.Item1)], [.. edges.Select(e => e.Item2)], directed, weighted ? [.. edges.Select(e => e.Item3)] : default, keepEdgeIds: true),
            edges.Select(e => (e.Item1, e.Item2, weighted ? e.Item3 : 1)).ToArray()));

    [Fact]
    public void The_view_shows_the_edges_of_the_graph() => AnyGraph.Sample(sample =>
    {
        var (graph, edges) = sample;
        var view = new QuikGraphView(graph);
        var arcs = edges.SelectMany((e, id) => graph.IsDirected
            ? new[] { new ProjectionEdge(e.Source, e.Target, id, e.Weight) }
            : [new ProjectionEdge(e.Source, e.Target, id, e.Weight), new ProjectionEdge(e.Target, e.Source, id, e.Weight)]).ToList();
        Assert.Equal(Sorted(arcs), Sorted(view.Edges));
        Assert.Equal(Sorted(arcs), Sorted(view.Vertices.SelectMany(view.InEdges)));
        Assert.Equal((Vertices, arcs.Count, arcs.Count == 0), (view.VertexCount, view.EdgeCount, view.IsEdgesEmpty));
        foreach (var v in view.Vertices)
        {
            Assert.Equal(arcs.Count(a => a.Source == v) + arcs.Count(a => a.Target == v), view.Degree(v));
            Assert.Equal(view.IsOutEdgesEmpty(v), view.OutDegree(v) == 0);
            Assert.Equal(view.InEdges(v), Enumerable.Range(0, view.InDegree(v)).Select(i => view.InEdge(v, i)));
            Assert.Equal(view.OutEdges(v), Enumerable.Range(0, view.OutDegree(v)).Select(i => view.OutEdge(v, i)));
            foreach (var u in view.Vertices)
            {
                var between = arcs.Where(a => a.Source == v && a.Target == u).ToList();
                Assert.Equal(between.Count > 0, view.ContainsEdge(v, u));
                Assert.True(view.TryGetEdges(v, u, out var found));
                Assert.Equal(Sorted(between), Sorted(found));
                Assert.Equal(between.Count > 0, view.TryGetEdge(v, u, out var one) && between.Contains(one) && view.ContainsEdge(one));
            }
        }
    }, iter: 100);

    [Fact]
    public void A_vertex_that_is_not_there_is_refused_as_QuikGraph_does()
    {
        var view = new QuikGraphView(CsrGraph.FromEdges(2, [0], [1], directed: true));
        Assert.False(view.ContainsVertex(2));
        Assert.Throws<VertexNotFoundException>(() => view.OutEdges(2));
        Assert.Throws<VertexNotFoundException>(() => view.InDegree(-1));
        Assert.False(view.TryGetOutEdges(2, out _));
        Assert.False(view.TryGetInEdges(2, out _));
        Assert.False(view.TryGetEdges(2, 0, out _));
        Assert.False(view.ContainsEdge(2, 0));
        Assert.False(view.ContainsEdge(new ProjectionEdge(0, 1, 7, 1)));
    }

    [Fact]
    public void Its_Dijkstra_finds_the_shortest_paths() => AnyGraph.Sample(sample =>
    {
        var view = new QuikGraphView(sample.Graph);
        var dijkstra = new DijkstraShortestPathAlgorithm<int, ProjectionEdge>(view, e => e.Weight);
        var distances = new VertexDistanceRecorderObserver<int, ProjectionEdge>(e => e.Weight);
        using (distances.Attach(dijkstra)) dijkstra.Compute(0);

        // Bellman and Ford, over the list of edges.
        var expected = Enumerable.Repeat(double.PositiveInfinity, Vertices).ToArray();
        expected[0] = 0;
        for (var round = 0; round < Vertices; round++)
        {
            foreach (var (source, target, weight) in sample.Edges)
            {
                expected[target] = Math.Min(expected[target], expected[source] + weight);
                if (!sample.Graph.IsDirected) expected[source] = Math.Min(expected[source], expected[target] + weight);
            }
        }

        for (var v = 0; v < Vertices; v++) Assert.Equal(expected[v], dijkstra.TryGetDistance(v, out var d) && d < double.MaxValue ? d : double.PositiveInfinity);
    }, iter: 100);

    [Fact]
    public void Its_components_are_those_of_the_kernels() => AnyGraph.Sample(sample =>
    {
        var view = new QuikGraphView(sample.Graph);
        var weak = new WeaklyConnectedComponentsAlgorithm<int, ProjectionEdge>(view);
        weak.Compute();
        Assert.Equal(WeakComponents.Compute(sample.Graph).Count, weak.ComponentCount);
        var strong = new StronglyConnectedComponentsAlgorithm<int, ProjectionEdge>(view);
        strong.Compute();
        var labels = StrongComponents.Compute(sample.Graph).Labels;
        foreach (var (v, u) in from v in view.Vertices from u in view.Vertices select (v, u))
            Assert.Equal(labels[v] == labels[u], strong.Components[v] == strong.Components[u]);
    }, iter: 100);

    [Fact]
    public void Its_PageRank_agrees_where_the_two_conventions_do()
    {
        // QuikGraph's scores sum to n, it knows no weights and drops the mass of vertices without outgoing edges: a graph without such vertices.
        AnyGraph.Where(s => !s.Graph.HasWeights && Enumerable.Range(0, Vertices).All(v => s.Graph.OutDegree(v) > 0)).Sample(sample =>
        {
            var theirs = new PageRankAlgorithm<int, ProjectionEdge>(new QuikGraphView(sample.Graph)) { Damping = .85, Tolerance = 1e-13, MaxIterations = 2000 };
            theirs.Compute();
            var ours = PageRank.Compute(sample.Graph).Scores;
            var sum = theirs.Ranks.Values.Sum();
            Assert.All(theirs.Ranks, r => Assert.Equal(ours[r.Key], r.Value / sum, 1e-7));
        }, iter: 20);
    }

    [Fact]
    public void Kernels_accept_any_QuikGraph_graph()
    {
        var roads = new BidirectionalGraph<string, TaggedEdge<string, double>>();
        roads.AddVerticesAndEdgeRange([new("a", "b", 2), new("b", "c", 3), new("b", "c", 4)]);
        roads.AddVertex("z");
        var converted = roads.ToCsr(e => e.Tag);
        var strength = Degree.Strength(converted.Graph, EdgeDirection.Out);
        Assert.Equal([("a", 2.0), ("b", 7.0), ("c", 0.0), ("z", 0.0)], converted.Vertices.Select((v, i) => (v, strength[i])).OrderBy(p => p.v, StringComparer.Ordinal));
        Assert.Equal(["a→b", "b→c", "b→c"], converted.Edges.Select(e => $"{e.Source}→{e.Target}"));

        var wires = new UndirectedGraph<int, Edge<int>>();
        wires.AddVerticesAndEdgeRange([new(7, 8), new(8, 9)]);
        var undirected = wires.ToCsr();
        Assert.False(undirected.Graph.IsDirected);
        Assert.Equal([1.0, 2, 1], Degree.Compute(undirected.Graph));
    }

    [Fact]
    public void A_graph_survives_the_way_there_and_back() => AnyGraph.Where(s => s.Graph.IsDirected).Sample(sample =>
    {
        var back = new QuikGraphView(sample.Graph).ToCsr(e => e.Weight).Graph;
        Assert.Equal(PageRank.Compute(sample.Graph).Scores, PageRank.Compute(back).Scores);
    }, iter: 50);

    private static List<ProjectionEdge> Sorted(IEnumerable<ProjectionEdge> edges) => [.. edges.OrderBy(e => (e.Source, e.Target, e.Id))];
}
