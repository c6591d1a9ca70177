using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Tests.Measures;

/// <summary>What each measure gives on graphs so small that it can be told by hand.</summary>
public sealed class CatalogValueTests
{
    private const string Kite = "a-b b-c a-c c-d";
    private const string TwoTriangles = "a-b b-c a-c c-d d-e e-f d-f";
    private const string Chain = "a>b b>c c>d";

    private static readonly Dictionary<string, object?> None = [];

    private static readonly MeasureService Service = new();

    public static TheoryData<string, string, Dictionary<string, object?>, double?> Graphs => new()
    {
        { "triangle-count", Kite, None, 1 },
        { "average-clustering", Kite, None, (1 + 1 + (1 / 3.0)) / 4 },
        { "global-clustering", Kite, None, 3 / 5.0 },
        { "global-clustering", "a-b", None, null },
        { "reciprocity", "a>b b>a b>c", None, 2 / 3.0 },
        { "reciprocity", "a", None, null },
        { "modularity", TwoTriangles, Sides(), (2 * 3 / 7.0) - (2 * .25) },
        { "coverage", TwoTriangles, Sides(), 6 / 7.0 },
        { "conductance", TwoTriangles, Sides(), 1 / 7.0 },
        { "constant-potts", TwoTriangles, Sides(("resolution", 0.5)), 6 - (0.5 * 6) },
        { "normalized-mutual-information", TwoTriangles, Sides(("reference", "leiden")), 1 },
        { "adjusted-rand", TwoTriangles, Sides(("reference", "louvain")), 1 },
        { "adjusted-rand", TwoTriangles, Sides(("reference", "weakly-connected-components")), 0 },
        { "maximum-flow", "a-b:3 b-c:2 a-c:1", Given(("source", "a"), ("sink", "c")), 3 },
        { "spanning-forest-weight", "a-b:3 b-c:2 a-c:1 d-e:5", None, 8 },
        { "group-degree", "a-b b-c c-d d-e", Given(("group", new[] { "b", "d" })), 1 },
        { "group-closeness", "a-b b-c c-d d-e", Given(("group", new[] { "b" })), 4 / 7.0 },
        { "group-betweenness", "a-b b-c c-d d-e", Given(("group", new[] { "b", "d" })), 3 },
        { "degree-centralization", "a-b a-c a-d", None, 1 },
        { "degree-centralization", "a-b b-c c-d d-a", None, 0 },
        { "closeness-centralization", "a-b a-c a-d", None, 1 },
        { "closeness-centralization", "a-b c-d", None, null },
        { "betweenness-centralization", "a-b a-c a-d", None, 1 },
        { "global-reaching", "a>b a>c a>d", None, 1 },
        { "ei-index", TwoTriangles, Sides(), (1 - 6) / 7.0 },
        { "attribute-assortativity", TwoTriangles, Sides(), ((12 / 14.0) - .5) / .5 },
        { "degree-assortativity", "a-b a-c a-d", None, -1 },
        { "degree-assortativity", "a-b b-c c-a", None, null },
        { "numeric-assortativity", "a-b a-c a-d", Given(("values", "closeness")), -1 },
        { "herfindahl", "a-b a-c a-d", None, (9 + 3) / 36.0 },
        { "herfindahl", TwoTriangles, Sides(("values", "degree")), .5 },
        { "gini", "a-b a-c a-d", None, .25 },
        { "gini", "a-b", None, 0 },
        { "gini", "a b", None, null },
    };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void A_graph_has_the_number_that_can_be_told_by_hand(string measure, string graph, Dictionary<string, object?> parameters, double? expected)
    {
        var run = Service.Run(Read(graph), measure, parameters);
        var value = ((GraphResult)run.Result).Value;
        if (expected is null) Assert.NotEmpty(run.Record.Warnings);
        else Assert.Equal(expected.Value, value!.Value, 1e-12);
        Assert.Equal(expected is null, value is null);
    }

    public static TheoryData<string, string, string, Dictionary<string, object?>, double> Vertices => new()
    {
        { "clustering", Kite, "c", None, 1 / 3.0 },
        { "clustering", "a-b:2 b-c:2 a-c:2 c-d:1", "a", Given(("variant", "ONNELA")), 1 },
        { "clustering", "a>b b>c c>a", "a", Given(("variant", "FAGIOLO")), .5 },
        { "load", Chain, "b", None, 2 },
        { "subset-betweenness", "a-b b-c c-d", "b", Given(("sources", new[] { "a" }), ("targets", new[] { "c", "d" })), 1 },
        { "sampled-betweenness", "a-b b-c c-d", "b", Given(("sampleSize", 4)), 2 },
        { "articulation-points", Kite, "c", None, 1 },
        { "articulation-points", "a-b a-c a-d", "a", None, 2 },
        { "articulation-points", Kite, "d", None, 0 },
        { "participation", TwoTriangles, "c", Sides(), 1 - (4 / 9.0) - (1 / 9.0) },
        { "within-module-z", "a-b b-c a-c c-d", "d", Sides(), 0 },
        { "local-ei-index", TwoTriangles, "c", Sides(), (1 - 2) / 3.0 },
        { "bfs", Chain, "d", Given(("source", "a")), 3 },
        { "bfs", Chain, "a", Given(("source", "d"), ("direction", "IN")), 3 },
        { "bfs", Chain, "a", Given(("source", "d")), double.NaN },
        { "dijkstra", "a-b:3 b-c:2 a-c:9", "c", Given(("source", "a")), 5 },
        { "dijkstra", "a-b:4 b-c:2", "c", Given(("source", "a"), ("distance", "INVERSE")), .75 },
        { "delta-stepping", "a-b:3 b-c:2 a-c:9", "c", Given(("source", "a")), 5 },
        { "delta-stepping", Chain, "a", Given(("source", "b")), double.NaN },
    };

    [Theory]
    [MemberData(nameof(Vertices))]
    public void A_vertex_has_the_score_that_can_be_told_by_hand(string measure, string graph, string vertex, Dictionary<string, object?> parameters, double expected) =>
        Assert.Equal(expected, Service.Run(Read(graph), measure, parameters).Score(vertex), 1e-12);

    public static TheoryData<string, string, string> Edges => new()
    {
        { "edge-betweenness", "a-b b-c c-d", "0:3 1:4 2:3" },
        { "truss-number", Kite, "0:3 1:3 2:3 3:2" },
        { "bridges", Kite, "0:0 1:0 2:0 3:1" },
        { "spanning-forest", "a-b:3 b-c:2 a-c:1", "0:0 1:1 2:1" },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void An_edge_has_the_score_that_can_be_told_by_hand(string measure, string graph, string expected)
    {
        var run = Service.Run(Read(graph), measure);
        Assert.Equal(expected, string.Join(' ', ((EdgeResult)run.Result).Scores.Select((s, e) => $"{run.Graph.EdgeId(e)}:{s}")));
    }

    public static TheoryData<string, string, Dictionary<string, object?>, string> Partitions => new()
    {
        { "weakly-connected-components", "a>b c>b d e>f", None, "abc ef d" },
        { "strongly-connected-components", "a>b b>a b>c", None, "ab c" },
        { "biconnected-components", Kite + " e", None, "abc cd" },
        { "louvain", TwoTriangles, None, "abc def" },
        { "leiden", TwoTriangles, None, "abc def" },
        { "leiden", TwoTriangles, Given(("objective", "CPM"), ("resolution", 0.5)), "abc def" },
        { "label-propagation", "a-b b-c a-c d-e e-f d-f", None, "abc def" },
        { "minimum-cut", "a-b:3 b-c:1 c-d:3", Given(("source", "d"), ("sink", "a")), "ab cd" },
    };

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Groups_are_those_that_can_be_told_by_hand(string measure, string graph, Dictionary<string, object?> parameters, string expected)
    {
        var run = Service.Run(Read(graph), measure, parameters);
        var result = (PartitionResult)run.Result;
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, result.Count).Select(g => string.Concat(result.Members(g).ToArray().Select(run.Graph.VertexId)))));
        Assert.Equal(result.Quality is null, result.QualityMeasure is null);
        if (result.QualityMeasure is { } quality) Assert.Equal(MeasureScope.Graph, MeasureCatalog.Find(quality)!.Scope);
    }

    public static TheoryData<string, string, Dictionary<string, object?>, string> Pairs => new()
    {
        { "common-neighbors", "a-b b-c c-d d-a", None, "a·c:2 b·d:2" },
        { "jaccard", Kite, Given(("of", new[] { "d" })), "d·a:0.5 d·b:0.5" },
        { "jaccard", Kite, Given(("pairs", "UNJOINED"), ("limit", 1)), "a·d:0.5" },
        { "resource-allocation", Kite, Given(("of", new[] { "a", "d" })), "a·b:0.3333333333333333 a·c:0.5 a·d:0.3333333333333333 d·b:0.3333333333333333" },
        { "preferential-attachment", "a-b b-c d", Given(("of", new[] { "b" }), ("pairs", "UNJOINED")), "b·d:0" },
        { "preferential-attachment", "a-b b-c", Given(("pairs", "JOINED")), "a·b:2 b·c:2" },
        { "bipartite-projection", "a-x b-x b-y c-y", None, "a·b:1 b·c:1" },
        { "bipartite-projection", "a-x b-x b-y c-y a-y", Given(("weighting", "NEWMAN")), "a·b:1.5 a·c:0.5 b·c:0.5" },
        { "bipartite-projection", "a-x b-x b-y c-y", Given(("group", new[] { "x", "y" })), "x·y:1" },
        { "mixing-matrix", TwoTriangles, Sides(), "left·left:6 right·right:6 left·right:1 right·left:1" },
        { "mixing-matrix", "a>d a>e d>a", Sides(), "left·right:2 right·left:1 left·left:0 right·right:0" },
        { "quotient-graph", TwoTriangles, Sides(), "left·left:3 right·right:3 left·right:1" },
        { "quotient-graph", "a>d:2 a>e:3 d>a:1", Sides(), "left·right:5 right·left:1" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pairs_are_those_that_can_be_told_by_hand(string measure, string graph, Dictionary<string, object?> parameters, string expected)
    {
        var run = Service.Run(Read(graph), measure, parameters);
        var result = (PairResult)run.Result;
        var shown = result.Pairs.Select(p => FormattableString.Invariant($"{result.NameOf(run.Graph, p.First)}·{result.NameOf(run.Graph, p.Second)}:{p.Score}"));
        Assert.Equal(expected.Split(' ').Order(), shown.Order());
        Assert.Equal(result.Pairs.OrderByDescending(p => p.Score).Select(p => p.Score), result.Pairs.Select(p => p.Score));
    }

    public static TheoryData<string, string, Dictionary<string, object?>, string> Paths => new()
    {
        { "shortest-path", "a-b b-c a-d d-c c-e", Given(("source", "a"), ("target", "e")), "abce:3" },
        { "shortest-path", "a-b:1 b-c:1 a-c:5", Given(("source", "a"), ("target", "c"), ("distance", "WEIGHT")), "abc:2" },
        { "shortest-path", Chain, Given(("source", "d"), ("target", "a")), "" },
        { "shortest-path", Chain, Given(("source", "d"), ("target", "a"), ("direction", "IN")), "dcba:3" },
        { "k-shortest-paths", "a-b b-c a-d d-c c-e", Given(("source", "a"), ("target", "e"), ("count", 5)), "abce:3 adce:3" },
        { "simple-paths", Kite, Given(("source", "a"), ("target", "d")), "acd:2 abcd:3" },
        { "simple-paths", Kite, Given(("source", "a"), ("target", "d"), ("limit", 1)), "acd:2" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Paths_are_those_that_can_be_told_by_hand(string measure, string graph, Dictionary<string, object?> parameters, string expected)
    {
        var run = Service.Run(Read(graph), measure, parameters);
        var paths = ((PathResult)run.Result).Paths;
        Assert.Equal(expected, string.Join(' ', paths.Select(p => $"{string.Concat(p.Vertices.Select(run.Graph.VertexId))}:{p.Length}")));
        Assert.Equal(paths.Count == 0 || parameters.ContainsKey("limit"), run.Record.Warnings.Count == 1);
    }

    [Fact]
    public void Groups_come_from_an_attribute_of_the_vertices_and_whoever_has_none_is_left_out_or_alone()
    {
        var attributes = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["side"] = new Dictionary<string, string> { ["a"] = "left", ["b"] = "left", ["c"] = "left", ["d"] = "right", ["e"] = "right" },
            ["tons"] = new Dictionary<string, string> { ["a"] = "1.5", ["b"] = "heavy" },
        };
        var graph = Lists.Read(TwoTriangles, attributes);
        var coverage = Service.Run(graph, "coverage", Given(("partition", "side")));
        Assert.Equal(4 / 7.0, ((GraphResult)coverage.Result).Value!.Value, 1e-12);
        Assert.Contains("1 of 6", Assert.Single(coverage.Record.Warnings), StringComparison.Ordinal);
        var index = Service.Run(graph, "ei-index", Given(("partition", "side")));
        Assert.Equal((1 - 4) / 5.0, ((GraphResult)index.Result).Value!.Value, 1e-12);

        Assert.Contains("'heavy'", Refused("gini", Given(("values", "tons"))), StringComparison.Ordinal);
        Assert.Contains("side, tons", Refused("coverage", Given(("partition", "flag"))), StringComparison.Ordinal);
        Assert.Contains("'nobody'", Refused("coverage", Given(("partition", new Dictionary<string, object?> { ["nobody"] = "left" }))), StringComparison.Ordinal);
        Assert.Contains("nothing contains", Refused("coverage", Given(("partition", new[] { "a" }))), StringComparison.Ordinal);
        Assert.Contains("source", Refused("bfs", None), StringComparison.Ordinal);
        Assert.Contains("'dijkstra'", Refused("gini", Given(("values", "dijkstra"))), StringComparison.Ordinal);

        string Refused(string measure, Dictionary<string, object?> parameters) => Assert.Throws<QueryException>(() => Service.Run(graph, measure, parameters)).Message;
    }

    [Fact]
    public void Places_group_what_they_contain_unless_they_overlap()
    {
        var view = new Sea().Coasts("baltic", "europe").Ports("riga", "tallinn", "oslo").Ships("ada", "bella", "cora")
            .Ties("riga -PART_OF-> baltic", "tallinn -PART_OF-> baltic", "baltic -PART_OF-> europe", "oslo -PART_OF-> europe",
                "ada -MOORED_IN-> riga", "bella -MOORED_IN-> tallinn", "cora -MOORED_IN-> oslo", "ada -SISTER_OF- bella", "bella -SISTER_OF- cora").View();
        var ships = new ProjectionSource(view, Sea.Spec(["SHIP"]));
        Assert.Equal("baltic·baltic:1", Quotient("partition", new[] { "baltic" }));
        Assert.Equal("oslo·tallinn:1 riga·tallinn:1", Quotient("partition", "PORT"));
        Assert.Equal("SHIP·SHIP:2", Quotient("partition", "kind"));
        var overlap = Assert.Throws<QueryException>(() => Quotient("partition", new[] { "baltic", "europe" }));
        Assert.Equal(QueryErrorCode.BadArgument, overlap.Code);
        Assert.Contains("'ada' lies both in 'baltic' and in 'europe'", overlap.Message, StringComparison.Ordinal);
        Assert.Contains("both", Assert.Throws<QueryException>(() => Quotient("partition", "COAST")).Message, StringComparison.Ordinal);

        string Quotient(string name, object value)
        {
            var run = Service.Run(ships, "quotient-graph", Given((name, value)));
            var result = (PairResult)run.Result;
            return string.Join(' ', result.Pairs.Select(p => $"{result.NameOf(run.Graph, p.First)}·{result.NameOf(run.Graph, p.Second)}:{p.Score}"));
        }
    }

    private static Dictionary<string, object?> Given(params (string Name, object? Value)[] parameters) => parameters.ToDictionary(p => p.Name, p => p.Value);

    /// <summary>a, b and c are on the left, the others that there are on the right.</summary>
    private static Dictionary<string, object?> Sides(params (string Name, object? Value)[] more)
    {
        var parameters = Given(more);
        parameters["partition"] = "side";
        return parameters;
    }

    private static MeasuredEdgeList Read(string graph) => Lists.Read(graph, new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["side"] = "abcdef".ToDictionary(id => id.ToString(), id => id < 'd' ? "left" : "right"),
    });
}
