using EcosystemGraph.Storage.Neo4j.Gds;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests.Gds;

/// <summary>Measures computed where the graph is kept, by the Graph Data Science library.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class GdsCentralityTests(Neo4jServer server)
{
    private static readonly GdsProjection Members = new(["Company"], ["MEMBER_OF"], [], Directed: false, null);

    private static readonly Dictionary<string, object?> Defaults = [];

    /// <summary>A triangle a, b, c with a tail c, d; e is alone. With the library the scores are those by hand, without it that is said and nothing is left behind.</summary>
    [Fact]
    public async Task Scores_are_ours_where_the_server_has_the_library_and_elsewhere_its_absence_is_said()
    {
        await using var store = await TestStore.CreateAsync(server);
        await store.ApplyAsync(Load("1", Company("a", "A"), Company("b", "B"), Company("c", "C"), Company("d", "D"), Company("e", "E"),
            Member("a", "b"), Member("b", "c"), Member("a", "c"), Member("c", "d")));
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var gds = new GdsCentrality(runner);
        if (await TestStore.RunAsync(server, "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'gds.' RETURN name LIMIT 1") is [])
        {
            var error = await Assert.ThrowsAsync<NotSupportedException>(() => gds.ScoreAsync(Members, "degree", Defaults));
            Assert.Equal($"the Neo4j at {runner.Description} does not have the Graph Data Science library", error.Message);
            return;
        }

        await AssertScores("degree", 2, 2, 3, 1, 0);
        await AssertScores("betweenness", 0, 0, 2, 0, 0);
        await AssertScores("harmonic", 2.5, 2.5, 3, 2, 0);
        await AssertScores("closeness", 9 / 16.0, 9 / 16.0, 9 / 12.0, 9 / 20.0, 0);
        await AssertScores("core-number", 2, 2, 2, 1, 0);
        await AssertScores("triangles", 1, 1, 1, 0, 0);
        await AssertScores("clustering", 1, 1, 1 / 3.0, 0, 0);
        Assert.Equal(1, (await gds.ScoreAsync(Members, "pagerank", Defaults)).Values.Sum(), 1e-9);

        async Task AssertScores(string measure, params double[] expected)
        {
            var scores = await gds.ScoreAsync(Members, measure, Defaults);
            Assert.Equal(expected, scores.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Math.Round(s.Value, 9)));
        }
    }

    /// <summary>The pattern by which edges are chosen is plain Cypher: it can be held against the store where there is no library.</summary>
    [Theory]
    [InlineData("gds/project", "a>b a>c b>a c>d e>")]
    [InlineData("gds/project-simple", "a>b a>c b> c>d d> e>")]
    public async Task What_is_projected_is_what_the_store_holds_of_these_kinds(string statement, string edges)
    {
        await using var store = await TestStore.CreateAsync(server);
        await store.ApplyAsync(Load("1", Company("a", "A"), Company("b", "B"), Company("c", "C"), Company("d", "D"), Company("e", "E"),
            Member("a", "b"), Member("b", "a"), Member("a", "c"), Member("c", "d"), Member("e", "e")));
        var text = CypherLibrary.Get(statement).Text;
        text = text[..text.IndexOf("WITH gds.graph.project", StringComparison.Ordinal)] + "RETURN source.id, target.id";
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var found = new List<string>();
        await runner.RunOnceAsync((transport, token) => transport.RunAsync(
            new CypherStatement(statement, text).With(("kinds", Members.Kinds), ("relations", Members.Relations)), AccessMode.Read,
            row => found.Add($"{row[0]}>{row[1]}"), token));

        // Every node is there; a loop is an edge where parallels and loops count, and a pair is one whichever end comes first by the server's ids.
        var pairs = found.Select(f => f.Split('>')).Where(f => f[1].Length > 0).Select(f => statement.EndsWith("simple", StringComparison.Ordinal) ? string.Join('>', f.Order(StringComparer.Ordinal)) : string.Join('>', f));
        Assert.Equal(Pairs(edges, statement), pairs.Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "c", "d", "e"], found.SelectMany(f => f.Split('>')).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal));

        static IEnumerable<string> Pairs(string edges, string statement) =>
            edges.Split(' ').Where(e => e.Length == 3).Concat(statement.EndsWith("simple", StringComparison.Ordinal) ? [] : ["e>e"]).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("katz", false, "has no katz as we define it; expected one of: betweenness, closeness")]
    [InlineData("closeness", true, "computes closeness as we do on undirected projections only; this one is directed")]
    [InlineData("out-degree", false, "computes out-degree as we do on directed projections only")]
    public async Task What_the_library_computes_otherwise_than_we_do_is_refused(string measure, bool directed, string problem)
    {
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var error = await Assert.ThrowsAsync<ArgumentException>(() => new GdsCentrality(runner).ScoreAsync(Members with { Directed = directed }, measure, Defaults));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_the_library_does_not_have_is_refused()
    {
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var error = await Assert.ThrowsAsync<ArgumentException>(() => new GdsCentrality(runner).ScoreAsync(Members, "pagerank", new Dictionary<string, object?> { ["personalization"] = "a" }));
        Assert.Contains("without the parameter 'personalization'; expected damping", error.Message, StringComparison.Ordinal);
    }
}
