using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

/// <summary>Every answer can say who says so.</summary>
public sealed class TrustTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Fact]
    public async Task Claims_stand_side_by_side()
    {
        var data = await Api.DataAsync("{ chipMaker(id: \"aurora\") { claims(property: \"founded\") { property value polarity preferred confidence locator document { id } note } } }");
        Assert.Equal(["1987", "1986-11"], data.Texts("chipMaker.claims", "value"));
        Assert.Equal(["True", "False"], data.Texts("chipMaker.claims", "preferred"));
        Assert.Equal("the survey counts from the registration", data.Text("chipMaker.claims.1.note"));
    }

    [Fact]
    public async Task A_denied_relation_is_not_there_and_its_claim_is()
    {
        var data = await Api.DataAsync("{ chipMaker(id: \"borealis\") { customers { nodes { id } } claims(property: \"customers\") { polarity entity { id } document { id } } } }");
        Assert.Equal(["cascade"], data.Texts("chipMaker.customers.nodes", "id"));
        var denied = data.At("chipMaker.claims").EnumerateArray().Single(c => c.Text("polarity") == "DENIES");
        Assert.Equal("drift", denied.Text("entity.id"));
    }

    [Fact]
    public async Task Conflicts_are_found_by_subject_property_document_kind_and_type()
    {
        Assert.Equal(["aurora.founded"], await Ids("subject: \"aurora\", property: \"founded\""));
        Assert.Contains("fab-2.capacity", await Ids("kinds: [PROPERTY]"));
        Assert.Equal(["who-runs-fab-2"], await Ids("kinds: [RELATION], types: [CONTRADICTION]"));
        Assert.DoesNotContain("aurora.founded", await Ids("document: \"editor\""));
        Assert.Equal(["aurora.founded"], await Ids("text: \"when was Aurora founded\""));
        Assert.Empty(await Ids("text: \"founded\", property: \"capacity\""));

        async Task<string[]> Ids(string arguments) => (await Api.DataAsync($"{{ conflicts({arguments}) {{ id subject {{ id }} claims {{ value locator }} }} }}")).Texts("conflicts", "id");
    }

    [Fact]
    public async Task A_figure_that_does_not_add_up_is_a_conflict_with_its_derivation()
    {
        var api = TestApi.Open();
        await api.DataAsync("""
            mutation { apply(changes: { id: "recount",
                entities: [{ id: "computed", kind: DOCUMENT, name: "Computed", properties: [{ name: "documentType", value: "COMPUTED" }], citations: [{ document: "editor", locator: "names" }] }],
                observations: [
                { subject: "aurora", indicator: "wafers", by: "fab-1", period: "2022", value: 90000, unit: "count", citations: [{ document: "fab-survey", locator: "Figure 2" }] }] }) { revision } }
            """);
        var data = await api.DataAsync("{ conflicts(kinds: [DERIVED]) { id type indicator { id } claims { value derivation { id expression value observations { id } } } } }");
        Assert.Equal("ARITHMETIC", data.Text("conflicts.0.type"));
        var derivation = data.At("conflicts.0.claims").EnumerateArray().Select(c => c.At("derivation")).Single(d => d.ValueKind == System.Text.Json.JsonValueKind.Object);
        Assert.Equal("wafers-total", derivation.Text("id"));
        Assert.Equal("590000", derivation.At("value").ToString());
        Assert.Equal(2, derivation.At("observations").GetArrayLength());
    }

    [Fact]
    public async Task Figures_have_their_subject_period_and_qualifier()
    {
        var data = await Api.DataAsync("""
            { observations(where: { indicator: { eq: "revenue" } }, order: [{ value: DESC }], first: 2) { totalCount edges { cursor node { id value high qualifier nature unit period { start end text } subject { id } by { id } citations { locator } } } pageInfo { hasNextPage } }
              chipMaker(id: "aurora") { observations(indicator: "wafers", by: "fab-1") { value derivation { id } } all: observations(from: "2024") { id } } }
            """);
        Assert.Equal("""{"start":"2025-01-01","end":"2025-12-31","text":"2025"}""", data.At("observations.edges.0.node.period").ToString());
        Assert.Equal("FORECAST", data.Text("observations.edges.0.node.nature"));
        Assert.Equal("ABOUT", data.Text("observations.edges.1.node.qualifier"));
        Assert.Equal(["100000"], data.Texts("chipMaker.observations", "value"));
        Assert.Equal(["aurora.revenue..2025.USD"], data.Texts("chipMaker.all", "id"));
    }

    [Fact]
    public async Task A_document_that_is_asked_for_gives_its_own_figure()
    {
        var api = TestApi.Open();
        await api.DataAsync("""
            mutation { apply(changes: { id: "second-count", observations: [
                { subject: "aurora", indicator: "wafers", by: "fab-1", period: "2022", qualifier: MORE_THAN, value: 90000, unit: "count", note: "rounded", citations: [{ document: "editor", locator: "names" }] }] }) { revision } }
            """);
        var data = await api.DataAsync("""
            { chipMaker(id: "aurora") {
                all: observations(indicator: "wafers", by: "fab-1") { qualifier value }
                own: observations(indicator: "wafers", by: "fab-1", document: "editor") { id qualifier value note citations { document { id } } } } }
            """);
        Assert.Equal(["100000"], data.Texts("chipMaker.all", "value"));
        Assert.Equal("aurora.wafers.fab-1.2022.count", data.Text("chipMaker.own.0.id"));
        Assert.Equal(("MORE_THAN", "90000", "rounded"), (data.Text("chipMaker.own.0.qualifier"), data.At("chipMaker.own.0.value").ToString(), data.Text("chipMaker.own.0.note")));
        Assert.Equal(["editor"], data.Texts("chipMaker.own.0.citations", "document.id"));
    }

    [Fact]
    public async Task A_checked_figure_says_how_it_is_computed_again()
    {
        var data = await Api.DataAsync("{ observations(where: { indicator: { eq: \"wafers\" }, hasBy: false }) { nodes { derivation { id expression value } } } }");
        Assert.Equal("wafers-total", data.Text("observations.nodes.0.derivation.id"));
        Assert.Equal("600000", data.At("observations.nodes.0.derivation.value").ToString());
    }

    [Fact]
    public async Task Subjects_are_compared_on_an_indicator()
    {
        var data = await Api.DataAsync("{ compare(indicator: \"revenue\", subjects: [\"cascade\", \"ASC\"], periods: [\"2022\", \"2025\"]) { rows { subject { id } observations { value } change ratio share } } }");
        Assert.Equal("""{"subject":{"id":"cascade"},"observations":[{"value":2000000000},null],"change":null,"ratio":null,"share":null}""", data.At("compare.rows.0").ToString());
        Assert.Equal("1500000000", data.At("compare.rows.1.change").ToString());
        Assert.Equal("1.2", data.At("compare.rows.1.ratio").ToString());
    }

    [Fact]
    public async Task Indicators_are_listed_in_pages()
    {
        var first = await Api.DataAsync("{ indicators(first: 2) { totalCount nodes { id name units } pageInfo { hasNextPage endCursor } } }");
        Assert.Equal(["revenue", "revenue-share"], first.Texts("indicators.nodes", "id"));
        var second = await Api.DataAsync("query($after: String) { indicators(after: $after) { nodes { id } pageInfo { hasNextPage } } }", new { after = first.Text("indicators.pageInfo.endCursor") });
        Assert.Equal(["wafers", "wafers-share"], second.Texts("indicators.nodes", "id"));
    }

    [Fact]
    public async Task About_says_what_the_graph_is()
    {
        var data = await Api.DataAsync("{ about { revision name title version hash counts { kind count } store { kind stale since } } }");
        Assert.Equal("semiconductors", data.Text("about.name"));
        Assert.Equal("test", data.Text("about.version"));
        Assert.Equal("""{"kind":"memory","stale":false,"since":null}""", data.At("about.store").ToString());
        Assert.Contains("""{"kind":"SUPPLIES","count":6}""", data.At("about.counts").ToString(), StringComparison.Ordinal);
    }
}
