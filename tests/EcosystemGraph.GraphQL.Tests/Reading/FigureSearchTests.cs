using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

public sealed class FigureSearchTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("revenue", "revenue revenue-share")]
    [InlineData("revenu share", "revenue-share")]
    [InlineData("sales", "revenue")]
    [InlineData("nothing of the kind", "")]
    public async Task Indicators_are_found_by_a_text_best_first(string text, string ids)
    {
        var data = await Api.DataAsync("query($text: String) { indicators(text: $text) { totalCount nodes { id } } }", new { text });
        Assert.Equal(ids, string.Join(' ', data.Texts("indicators.nodes", "id")));
        Assert.Equal(data.At("indicators.nodes").GetArrayLength(), data.At("indicators.totalCount").GetInt32());
    }

    [Fact]
    public async Task What_matched_stands_on_the_edge_and_without_a_text_nothing_does()
    {
        var data = await Api.DataAsync("{ found: indicators(text: \"Revenue\", first: 1) { edges { score matched node { id } } } all: indicators(first: 1) { edges { score matched } } }");
        Assert.Equal("""{"score":1,"matched":"Revenue","node":{"id":"revenue"}}""", data.At("found.edges.0").ToString());
        Assert.Equal("""{"score":null,"matched":null}""", data.At("all.edges.0").ToString());
    }

    [Fact]
    public async Task Pages_of_found_indicators_go_on_and_a_cursor_of_the_whole_list_is_refused()
    {
        var first = await Api.DataAsync("{ indicators(text: \"share\", first: 1) { nodes { id } pageInfo { endCursor hasNextPage } } }");
        Assert.True(first.At("indicators.pageInfo.hasNextPage").GetBoolean());
        var after = first.Text("indicators.pageInfo.endCursor");
        var second = await Api.DataAsync("query($after: String) { indicators(text: \"share\", after: $after) { nodes { id } } }", new { after });
        Assert.NotEqual(first.Text("indicators.nodes.0.id"), second.Text("indicators.nodes.0.id"));
        var foreign = (await Api.DataAsync("{ indicators(first: 1) { pageInfo { endCursor } } }")).Text("indicators.pageInfo.endCursor");
        Assert.Equal(ErrorCode.BadArgument, (await Api.ErrorAsync("query($after: String) { indicators(text: \"share\", after: $after) { nodes { id } } }", new { after = foreign })).Code);
    }

    [Fact]
    public async Task One_query_leads_from_a_text_to_figures_with_their_citations()
    {
        var data = await Api.DataAsync("""
            { indicators(text: "wafer") { nodes { id observations(where: { value: { gte: 200000 } }, order: [{ value: DESC }]) {
                totalCount nodes { value subject { id } citations { document { id } locator } } } } } }
            """);
        Assert.Equal(["wafers", "wafers-share"], data.Texts("indicators.nodes", "id"));
        Assert.Equal(["600000", "500000"], data.Texts("indicators.nodes.0.observations.nodes", "value"));
        Assert.Equal("""{"document":{"id":"fab-survey"},"locator":"Figure 2"}""", data.At("indicators.nodes.0.observations.nodes.0.citations.0").ToString());
    }

    [Fact]
    public async Task The_figures_of_an_indicator_are_those_that_its_view_shows()
    {
        var data = await Api.DataAsync("{ all: indicator(id: \"revenue\") { observations { totalCount } } survey: indicator(id: \"Revenue\", sources: [\"fab-survey\"]) { observations { nodes { subject { id } } } } }");
        Assert.Equal(4, data.At("all.observations.totalCount").GetInt32());
        Assert.Equal(["drift"], data.Texts("survey.observations.nodes", "subject.id"));
    }

    [Theory]
    [InlineData("text: \"aurora wafers 2022 count\"", 3)]
    [InlineData("text: \"ASC wafers fab\"", 3)]
    [InlineData("text: \"revenue eur\"", 0)]
    [InlineData("text: \"cascade sales usd\"", 1)]
    [InlineData("id: { startsWith: \"aurora.wafers.\" }", 4)]
    [InlineData("high: { gte: 10000000000 }", 1)]
    [InlineData("subject: { id: { eq: \"ASC\" } }, indicator: { in: [\"Revenue\"] }", 2)]
    [InlineData("unit: { eq: \"USD\" }, citedBy: [\"chip-report\"], period: { eq: \"2022\" }, value: { gt: 1000000000, lt: 5000000000 }", 1)]
    public async Task Figures_are_found_by_what_they_are_about(string where, int count) =>
        Assert.Equal(count, (await Api.DataAsync($"{{ observations(where: {{ {where} }}) {{ totalCount }} }}")).At("observations.totalCount").GetInt32());

    [Fact]
    public async Task A_figure_says_in_which_disagreements_it_is()
    {
        var api = TestApi.Open();
        await api.DataAsync("""
            mutation { apply(changes: { id: "recount", removals: [{ observation: "aurora.wafers..2022.count" }], observations: [
                { subject: "aurora", indicator: "wafers", period: "2022", value: 700000, unit: "count", citations: [{ document: "chip-report", locator: "Table 1" }] }
                { subject: "aurora", indicator: "wafers", by: "fab-1", period: "2022", value: 90000, unit: "count", citations: [{ document: "chip-report", locator: "Table 1" }] }] }) { revision } }
            """);
        var data = await api.DataAsync("""
            { observations(where: { id: { in: ["aurora.wafers.fab-1.2022.count", "aurora.wafers.fab-2.2022.count", "drift.revenue..2022.USD"] } }, order: [{ id: ASC }]) {
                nodes { id conflicts { kind claims { value document { id } } } } }
              conflicts(indicator: "Wafers") { kind indicator { id } } }
            """);
        Assert.Equal(["OBSERVATION DERIVED", "DERIVED", ""], data.At("observations.nodes").EnumerateArray().Select(o => string.Join(' ', o.Texts("conflicts", "kind").OrderDescending())));
        Assert.Equal(["fab-survey", "chip-report"], data.At("observations.nodes.0.conflicts").EnumerateArray().Single(c => c.Text("kind") == "OBSERVATION").Texts("claims", "document.id").OrderDescending());
        Assert.Equal(["OBSERVATION", "DERIVED"], data.Texts("conflicts", "kind").OrderDescending());
        Assert.All(data.Texts("conflicts", "indicator.id"), id => Assert.Equal("wafers", id));
    }
}
