using EcosystemGraph.GraphQL.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.GraphQL.Tests.Reading;

public sealed class AnalyticsTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Fact]
    public async Task Entities_are_ranked_by_a_measure()
    {
        var data = await Api.DataAsync("{ centrality(measure: DEGREE, top: 2) { totalCount scores { rank score percentile interval { low } entity { id } } record { revision measure parameters digest warnings projection { id directed kinds } } } }");
        Assert.Equal("aurora", data.Text("centrality.scores.0.entity.id"));
        Assert.Equal("1", data.At("centrality.scores.0.rank").ToString());
        Assert.Equal(2, data.At("centrality.scores").GetArrayLength());
        Assert.Equal(6, data.At("centrality.totalCount").GetInt32());
        Assert.Equal("supply", data.Text("centrality.record.projection.id"));
        Assert.Equal("COUNT", data.Text("centrality.record.parameters.parallel"));
    }

    [Fact]
    public async Task A_projection_can_be_given_with_the_query()
    {
        var data = await Api.DataAsync("{ centrality(measure: PAGERANK, inline: { kinds: [\"PRODUCER\", \"FAB\"], relations: [\"-SUPPLIES\"] }, kinds: [FAB], parameters: { damping: 0.5 }) { totalCount scores { rank entity { id kind } } record { parameters projection { id relations } } } }");
        Assert.Equal(3, data.At("centrality.totalCount").GetInt32());
        Assert.All(data.Texts("centrality.scores", "entity.kind"), k => Assert.Equal("FAB", k));
        Assert.Equal("0.5", data.At("centrality.record.parameters.damping").ToString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("centrality.record.projection.id").ValueKind);
    }

    [Fact]
    public async Task An_entity_knows_its_score_and_rank()
    {
        var data = await Api.DataAsync("{ entity(id: \"aurora\") { score(measure: DEGREE) rank(measure: DEGREE) all: rank(measure: DEGREE, among: PROJECTION) } fab(id: \"fab-1\") { score(measure: DEGREE) } }");
        Assert.Equal("4", data.At("entity.score").ToString());
        Assert.Equal("1", data.At("entity.rank").ToString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("fab.score").ValueKind);
    }

    [Theory]
    [InlineData("measure: PAGERANK, parameters: { damping: 1.5 }", ErrorCode.BadArgument, "damping")]
    [InlineData("measure: DEGREE, parameters: { damping: 0.5 }", ErrorCode.BadArgument, "damping")]
    [InlineData("measure: DEGREE, projection: \"none\"", ErrorCode.NotFound, "none")]
    [InlineData("measure: DEGREE, projection: \"supply\", inline: {}", ErrorCode.BadArgument, "supply")]
    [InlineData("measure: DEGREE, inline: { kinds: [\"PLANET\"] }", ErrorCode.BadArgument, "PLANET")]
    [InlineData("measure: DEGREE, top: 5000", ErrorCode.LimitExceeded, "5000")]
    [InlineData("measure: DEGREE, top: -1", ErrorCode.BadArgument, "-1")]
    [InlineData("measure: MAGIC", ErrorCode.BadArgument, "MAGIC")]
    public async Task What_does_not_fit_is_refused_by_name(string arguments, string code, string named)
    {
        var error = await Api.ErrorAsync($"{{ centrality({arguments}) {{ totalCount }} }}");
        Assert.Equal(code, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edges_are_ranked_by_a_measure()
    {
        var data = await Api.DataAsync("{ edgeCentrality(measure: EDGE_BETWEENNESS, top: 3) { totalCount scores { rank score source { id } target { id } relation { id from { id } to { id } } } record { measure digest } } }");
        Assert.Equal(3, data.At("edgeCentrality.scores").GetArrayLength());
        Assert.Equal("edge-betweenness", data.Text("edgeCentrality.record.measure"));
        Assert.All(data.At("edgeCentrality.scores").EnumerateArray(), s =>
        {
            Assert.Equal(s.Text("source.id"), s.Text("relation.from.id"));
            Assert.Equal(s.Text("target.id"), s.Text("relation.to.id"));
        });
        var scores = data.At("edgeCentrality.scores").EnumerateArray().Select(s => s.At("score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public async Task A_projection_has_numbers_of_its_own()
    {
        var data = await Api.DataAsync("""
            { whole: graphMeasure(measure: DEGREE_CENTRALIZATION) { value record { parameters } }
              kinds: graphMeasure(measure: ATTRIBUTE_ASSORTATIVITY, parameters: { partition: "kind" }) { value record { parameters } }
              none: graphMeasure(measure: MODULARITY, inline: { kinds: ["FAB"], relations: ["SUPPLIES"] }) { value record { warnings seed } } }
            """);
        Assert.InRange(data.At("whole.value").GetDouble(), 0, 1);
        Assert.InRange(data.At("kinds.value").GetDouble(), -1, 1);
        Assert.Equal("kind", data.Text("kinds.record.parameters.partition"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("none.value").ValueKind);
        Assert.Equal(0, data.At("none.record.seed").GetInt32());
        Assert.NotEqual(0, data.At("none.record.warnings").GetArrayLength());
    }

    [Fact]
    public async Task The_most_alike_of_an_entity_come_first()
    {
        var data = await Api.DataAsync("{ similarity(measure: JACCARD, of: [\"aurora\"], inline: {}, top: 3) { a { id } b { id } score } }");
        Assert.InRange(data.At("similarity").GetArrayLength(), 1, 3);
        Assert.All(data.Texts("similarity", "a.id"), id => Assert.Equal("aurora", id));
    }

    [Fact]
    public async Task Pairs_are_of_entities_or_of_groups()
    {
        var data = await Api.DataAsync("""
            { groups: pairMeasure(measure: QUOTIENT_GRAPH, inline: {}, parameters: { partition: "kind" }) { totalCount pairs { first second a { id } score } record { measure } }
              pairs: pairMeasure(measure: COMMON_NEIGHBORS, inline: {}, top: 1) { totalCount pairs { first a { id } second b { id } score } } }
            """);
        Assert.All(data.Texts("groups.pairs", "first"), kind => Assert.Equal(kind.ToUpperInvariant(), kind));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("groups.pairs.0.a").ValueKind);
        Assert.Equal(data.Text("pairs.pairs.0.first"), data.Text("pairs.pairs.0.a.id"));
        Assert.Equal(1, data.At("pairs.pairs").GetArrayLength());
    }

    [Fact]
    public async Task Paths_run_from_the_one_to_the_other()
    {
        var data = await Api.DataAsync("""
            { pathMeasure(measure: SIMPLE_PATHS, inline: {}, parameters: { source: "aurora", target: "fab-1", maxHops: 4 }, top: 5) { totalCount paths { length entities { id } } record { measure } } }
            """);
        Assert.NotEqual(0, data.At("pathMeasure.paths").GetArrayLength());
        Assert.All(data.At("pathMeasure.paths").EnumerateArray(), p =>
        {
            Assert.Equal("aurora", p.Text("entities.0.id"));
            Assert.Equal("fab-1", p.At("entities").EnumerateArray().Last().Text("id"));
        });
    }

    [Fact]
    public async Task Whoever_goes_away_while_a_measure_is_computed_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Api.Service.ExecuteAsync(new GraphQLRequest("{ centrality(measure: BETWEENNESS, inline: {}) { totalCount } }"), gone.Token));
    }

    [Fact]
    public async Task Communities_are_paged_and_their_members_can_be_asked_for_more()
    {
        var data = await Api.DataAsync("""
            { communities(algorithm: LEIDEN, inline: {}) { totalCount quality qualityMeasure record { digest seed measure }
                communities(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { index size members(order: [{ score: { measure: DEGREE, direction: DESC } }]) { totalCount nodes { id kind } } } } }
              whole: entities { totalCount } }
            """);
        Assert.Equal("MODULARITY", data.Text("communities.qualityMeasure"));
        var first = data.At("communities.communities.nodes.0");
        Assert.Equal(first.At("size").GetInt32(), first.At("members.totalCount").GetInt32());
        Assert.Equal(data.At("communities.totalCount").GetInt32(), data.At("communities.communities.totalCount").GetInt32());
        var cursor = data.Text("communities.communities.pageInfo.endCursor");
        var rest = await Api.DataAsync($"{{ communities(algorithm: LEIDEN, inline: {{}}) {{ communities(after: \"{cursor}\") {{ nodes {{ index size members {{ nodes {{ id }} }} }} }} }} }}");
        var sizes = rest.At("communities.communities.nodes").EnumerateArray().Select(n => n.At("size").GetInt32()).Prepend(first.At("size").GetInt32()).ToList();
        Assert.Equal(data.At("whole.totalCount").GetInt32(), sizes.Sum());
        Assert.Equal(sizes.OrderDescending(), sizes);
    }

    [Fact]
    public async Task Lists_can_be_filtered_by_community()
    {
        var data = await Api.DataAsync("""
            { communities(algorithm: WEAKLY_CONNECTED_COMPONENTS) { communities { nodes { members(where: { id: { eq: "aurora" } }) { totalCount } all: members { nodes { id } } } } }
              entities(where: { inCommunity: { algorithm: WEAKLY_CONNECTED_COMPONENTS, of: "aurora" } }) { nodes { id } } }
            """);
        var own = data.At("communities.communities.nodes").EnumerateArray().Single(c => c.At("members.totalCount").GetInt32() == 1);
        Assert.Equal(own.Texts("all.nodes", "id"), data.Texts("entities.nodes", "id"));
    }

    [Fact]
    public async Task What_a_run_would_take_is_told_without_running_it()
    {
        var data = await Api.DataAsync("{ estimate(measure: BETWEENNESS) { vertices edges graphBytes bytes limit fits steps cost } }");
        Assert.True(data.At("estimate.fits").GetBoolean());
        Assert.InRange(data.At("estimate.bytes").GetInt64(), 1, data.At("estimate.limit").GetInt64());
    }

    [Theory]
    [InlineData("edgeCentrality(measure: DEGREE) { totalCount }", "EDGE_BETWEENNESS")]
    [InlineData("graphMeasure(measure: DEGREE) { value }", "MODULARITY")]
    [InlineData("similarity(measure: DEGREE, of: [\"aurora\"]) { score }", "JACCARD")]
    [InlineData("similarity(measure: MIXING_MATRIX, of: [\"aurora\"]) { score }", "JACCARD")]
    [InlineData("centrality(measure: MODULARITY) { totalCount }", "pagerank")]
    [InlineData("graphMeasure(measure: MAXIMUM_FLOW) { value }", "sink")]
    [InlineData("communities(algorithm: LEIDEN) { communities(after: \"x\") { nodes { index } } }", "'x'")]
    public async Task A_measure_of_another_scope_or_without_what_it_needs_is_refused_by_name(string field, string named)
    {
        var error = await Api.ErrorAsync($"{{ {field} }}");
        Assert.Equal(ErrorCode.BadArgument, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_of_measures_describes_itself()
    {
        var data = await Api.DataAsync("{ measures { measure name scope description needs cost memory paper version parameters } projections { id name description kinds relations directed weight path } }");
        Assert.Contains("PAGERANK", data.Texts("measures", "measure"));
        Assert.Equal(["supply", "shared-materials"], data.Texts("projections", "id"));
    }

    [Fact]
    public async Task A_graph_without_regions_has_no_hubs() =>
        Assert.Equal(ErrorCode.ValidationFailed, (await Api.ErrorAsync("{ hubs { caveats } }")).Code);

    [Fact]
    public async Task Too_many_draws_are_refused()
    {
        var error = await TestApi.Open(TestBundles.Shipped).ErrorAsync("{ hubs(draws: 1000000) { specifications } }");
        Assert.Equal((ErrorCode.BadArgument, "draws is 1000000, expected 0 to 99999"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Regions_are_set_side_by_side()
    {
        var data = await TestApi.Open(TestBundles.Shipped).DataAsync("""
            { hubs(draws: 99, seed: 1, measures: [DEGREE]) { agreement specifications caveats record { digest measure seed } regions { region { id } definition members located share
                within across eiIndex eiExpected eiZ eiP counts { kind count } gateways { source { id } target { id } relation { id } score rank }
                measures { measure sum lift rank rankMin rankMax firstShare z p verdict nullModels { model draws mean z p } top { rank score entity { id } } } } } }
            """);
        Assert.Equal(1, data.At("hubs.record.seed").GetInt32());
        Assert.NotEqual(0, data.At("hubs.regions").GetArrayLength());
        foreach (var region in data.At("hubs.regions").EnumerateArray())
        {
            var measure = region.GetProperty("measures")[0];
            Assert.Equal(region.GetProperty("members").GetInt32() < 10, measure.GetProperty("verdict").GetString() == "UNDETERMINED");
            Assert.Equal(["KIND", "PLACE"], measure.Texts("nullModels", "model"));
            Assert.InRange(measure.GetProperty("p").GetDouble(), .01, 1);
            Assert.InRange(measure.GetProperty("rank").GetInt32(), measure.GetProperty("rankMin").GetInt32(), measure.GetProperty("rankMax").GetInt32());
        }
    }
}
