using CsCheck;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.RankedShortestPath;

namespace EcosystemGraph.Analytics.Tests.Projections;

/// <summary>QuikGraph's algorithms on the view as oracles of kernels that it has too.</summary>
public sealed class QuikGraphOracleTests
{
    private const int Vertices = 7;

    /// <summary>Directed, without loops and parallels, and with weights of which no two sums of different sets are the same.</summary>
    private static readonly Gen<CsrGraph> Simple =
        from arcs in Gen.Select(Gen.Int[0, Vertices - 1], Gen.Int[0, Vertices - 1]).Where(a => a.Item1 != a.Item2).Array[0, 16]
        let edges = arcs.Distinct().ToArray()
        select CsrGraph.FromEdges(
            Vertices, [.. edges.Select(e => e.Item1)], [.. edges.Select(e => e.Item2)], directed: true, [.. edges.Select((_, i) => 1000 + Math.ScaleB(1, i))], keepEdgeIds: true);

    [Fact]
    public void Hoffman_and_Pavley_find_the_shortest_paths_that_Yen_finds() => Simple.Sample(graph =>
    {
        var ranked = new HoffmanPavleyRankedShortestPathAlgorithm<int, ProjectionEdge>(new QuikGraphView(graph), e => e.Weight) { ShortestPathCount = 200 };
        ranked.SetRootVertex(0);
        ranked.Compute(0, Vertices - 1);

        // Theirs may run through a vertex twice; ours never do. Of the two hundred that they find, few may be left.
        var walks = ranked.ComputedShortestPaths.Select(p => p.ToList()).Where(p => p.Count > 0)
            .Select(p => (Length: p.Sum(e => e.Weight), Vertices: (int[])[p[0].Source, .. p.Select(e => e.Target)])).OrderBy(p => p.Length).ToList();
        var theirs = walks.Where(p => p.Vertices.Distinct().Count() == p.Vertices.Length).Take(3).ToList();
        var ours = KShortestPaths.Compute(graph, 0, Vertices - 1, 3, PathLength.Weight);
        Assert.Equal(theirs.Select(p => (string.Join(' ', p.Vertices), p.Length)), ours.Take(theirs.Count).Select(p => (string.Join(' ', p.Vertices), p.Length)));
        Assert.All(ours.Skip(theirs.Count), p => Assert.True(theirs.Count == 0 || p.Length > theirs[^1].Length));
    }, iter: 100);

    [Fact]
    public void Its_condensation_is_ours() => Simple.Sample(graph =>
    {
        var theirs = new QuikGraphView(graph).CondensateStronglyConnected<int, ProjectionEdge, AdjacencyGraph<int, ProjectionEdge>>();
        var (ours, components) = Condensation.Compute(graph);
        Assert.Equal(theirs.VertexCount, ours.VertexCount);
        var joined = theirs.Edges.Select(e => (components.Labels[e.Source.Vertices.First()], components.Labels[e.Target.Vertices.First()])).Distinct().Order();
        Assert.Equal(joined, Enumerable.Range(0, ours.VertexCount).SelectMany(v => ours.OutNeighbors(v).ToArray().Select(u => (v, u))).Order());
    }, iter: 100);

    [Fact]
    public void Its_topological_order_is_one_of_the_condensation() => Simple.Sample(graph =>
    {
        var order = new QuikGraphView(Condensation.Compute(graph).Graph).TopologicalSort().ToList();
        var place = order.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
        var condensed = Condensation.Compute(graph).Graph;
        Assert.All(Enumerable.Range(0, condensed.VertexCount), v => Assert.All(condensed.OutNeighbors(v).ToArray(), u => Assert.True(place[v] < place[u])));
    }, iter: 50);
}
