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
    public async Task The_catalogue_of_measures_describes_itself()
    {
        var data = await Api.DataAsync("{ measures { measure scope description cost paper parameters } projections { id name description kinds relations directed weight path } }");
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
