using System.Text.Json;
using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

/// <summary>What a root field says of dates and documents holds for everything below it.</summary>
public sealed class ViewTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("", "fab-1 fab-2", 2, 2)]
    [InlineData(", asOf: \"1996\"", "fab-1", 0, 0)]
    [InlineData(", asOf: \"2020-12\"", "fab-2", 2, 2)]
    [InlineData(", asOf: \"2023\"", "fab-2", 2, 1)]
    public async Task A_date_holds_for_everything_below(string asOf, string fabs, int customers, int suppliersOfCascade)
    {
        // fab-1 closed in 2019, fab-2 opened in 2016; cascade, founded in 2004, has bought from aurora since 2018 and from borealis from 2020-03 to 2021; drift was founded in 2011.
        var data = await Api.DataAsync($$"""
            { chipMaker(id: "aurora"{{asOf}}) { fabs { nodes { id } } customers { totalCount nodes { id suppliers { totalCount } } } suppliers { nodes { customers { nodes { id } } } } } }
            """);
        Assert.Equal(fabs, string.Join(' ', data.Texts("chipMaker.fabs.nodes", "id")));
        var cascade = data.At("chipMaker.customers.nodes").EnumerateArray().FirstOrDefault(n => n.Text("id") == "cascade");
        Assert.Equal(suppliersOfCascade, cascade.ValueKind == JsonValueKind.Undefined ? 0 : cascade.At("suppliers.totalCount").GetInt32());
        Assert.Equal(customers, data.At("chipMaker.customers.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_field_below_may_choose_another_date()
    {
        var data = await Api.DataAsync("{ chipMaker(id: \"aurora\", asOf: \"1996\") { then: relations(kinds: [OPERATES]) { nodes { id } } later: relations(kinds: [OPERATES], asOf: \"2020\") { nodes { id to { id ... on Fab { operators { nodes { id } } } } } } } }");
        Assert.Equal(["operates:aurora:fab-1"], data.Texts("chipMaker.then.nodes", "id"));
        Assert.Equal(["operates:aurora:fab-2"], data.Texts("chipMaker.later.nodes", "id"));
    }

    [Fact]
    public async Task Documents_limit_what_is_said_and_by_whom()
    {
        var data = await Api.DataAsync("""
            { chipMaker(id: "aurora", sources: ["fab-survey"]) { name founded citations { document { id name } } claims { document { id } } customers { edges { share node { id } citations { document { id } } } } } }
            """);
        Assert.Equal("Aurora Foundry", data.Text("chipMaker.name"));
        Assert.Equal("1986-11", data.Text("chipMaker.founded"));
        Assert.Equal(["fab-survey"], data.Texts("chipMaker.citations", "document.id"));
        Assert.Equal("A Survey of Fabs", data.Text("chipMaker.citations.0.document.name"));
        Assert.All(data.Texts("chipMaker.claims", "document.id"), d => Assert.Equal("fab-survey", d));
        Assert.Equal(["60", "100"], data.Texts("chipMaker.customers.edges", "share"));
    }

    [Fact]
    public async Task A_field_below_may_choose_other_documents()
    {
        var data = await Api.DataAsync("{ chipMaker(id: \"borealis\", sources: [\"chip-report\"]) { relations(kinds: [OPERATES]) { totalCount } survey: relations(kinds: [OPERATES], sources: [\"fab-survey\"]) { nodes { to { id } } } } }");
        Assert.Equal(0, data.At("chipMaker.relations.totalCount").GetInt32());
        Assert.Equal(["fab-2"], data.Texts("chipMaker.survey.nodes", "to.id"));
    }

    [Fact]
    public async Task A_list_at_a_date_holds_what_existed_then()
    {
        var data = await Api.DataAsync("{ fabs(asOf: \"2020\") { totalCount nodes { id } } fabsAggregate(asOf: \"2020\") { count } entities(asOf: \"1980\", kinds: [CHIP_MAKER, TOOL_MAKER]) { nodes { id } } }");
        Assert.Equal(["fab-2", "fab-3"], data.Texts("fabs.nodes", "id"));
        Assert.Equal("2", data.At("fabsAggregate.0.count").ToString());
        Assert.Equal(["etchworks", "lumen"], data.Texts("entities.nodes", "id"));
    }

    [Fact]
    public async Task Traversals_and_measures_see_the_view_too()
    {
        var data = await Api.DataAsync("""
            { neighborhood(ids: ["aurora"], relations: [OPERATES], asOf: "2020") { entities { id } }
              paths(from: "aurora", to: "cascade", relations: [SUPPLIES], sources: ["fab-survey"]) { hops { relation { citations { document { id } } } } }
              centrality(measure: DEGREE, sources: ["chip-report"], top: 1) { totalCount record { projection { id } } } }
            """);
        Assert.Equal(["aurora", "fab-2"], data.Texts("neighborhood.entities", "id"));
        Assert.Equal("supply", data.Text("centrality.record.projection.id"));
        Assert.Equal("fab-survey", data.At("paths.0.hops.0.relation.citations").EnumerateArray().Single().Text("document.id"));
    }
}
