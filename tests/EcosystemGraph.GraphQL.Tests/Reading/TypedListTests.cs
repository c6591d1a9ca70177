using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

/// <summary>The supply chain's own types, generated from its ontology.</summary>
public sealed class TypedListTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Fact]
    public async Task A_kind_can_be_listed_with_its_properties()
    {
        var data = await Api.DataAsync("{ toolMakers { totalCount nodes { __typename id kind name founded processes } } }");
        Assert.Equal(2, data.At("toolMakers.totalCount").GetInt32());
        Assert.Equal("""{"__typename":"ToolMaker","id":"etchworks","kind":"TOOL_MAKER","name":"Etchworks","founded":"1979","processes":["etching","cleaning"]}""",
            data.At("toolMakers.nodes.0").ToString());
    }

    [Fact]
    public async Task An_interface_lists_all_that_implement_it()
    {
        var data = await Api.DataAsync("{ producers { nodes { id ... on ChipMaker { model } ... on ToolMaker { processes } ... on Entity { kind } } } }");
        Assert.Equal(["aurora", "borealis", "cascade", "drift", "etchworks", "lumen"], data.Texts("producers.nodes", "id"));
        Assert.Equal("FOUNDRY", data.Text("producers.nodes.0.model"));
        Assert.Equal("TOOL_MAKER", data.Text("producers.nodes.4.kind"));
    }

    [Theory]
    [InlineData("model: { eq: FABLESS }", "cascade drift")]
    [InlineData("model: { nin: [FABLESS, FOUNDRY] }", "borealis")]
    [InlineData("name: { contains: \"micro\" }", "borealis")]
    [InlineData("aliases: { contains: \"ASC\" }", "aurora")]
    [InlineData("founded: { lt: \"1990\" }", "aurora")]
    [InlineData("founded: { eq: \"1990/1999\" }", "borealis")]
    [InlineData("motto: { eq: null }", "aurora cascade drift")]
    [InlineData("confidence: { gte: 0.7 }", "aurora cascade drift")]
    [InlineData("citedBy: \"fab-survey\"", "aurora cascade drift")]
    [InlineData("or: [{ id: { eq: \"drift\" } }, { motto: { startsWith: \"small\" } }]", "borealis drift")]
    [InlineData("not: { id: { in: [\"drift\", \"aurora\"] } }", "borealis cascade")]
    [InlineData("and: [{ model: { eq: FABLESS } }, { founded: { gt: \"2005\" } }]", "drift")]
    [InlineData("or: []", "")]
    [InlineData("fabs: { some: { capacity: { gt: 40000 } } }", "aurora borealis")]
    [InlineData("fabs: { all: { capacity: { gt: 40000 } }, any: true }", "")]
    [InlineData("fabs: { any: false }", "cascade drift")]
    [InlineData("fabs: { none: { id: { eq: \"fab-2\" } } }", "cascade drift")]
    [InlineData("suppliers: { count: { gte: 2 } }", "aurora cascade")]
    [InlineData("suppliers: { some: { edge: { term: { eq: SPOT } } } }", "cascade")]
    [InlineData("suppliers: { some: { edge: { share: { gt: 90 }, term: { eq: YEARLY } }, id: { eq: \"aurora\" } } }", "drift")]
    [InlineData("suppliers: { some: { kind: { eq: TOOL_MAKER } } }", "aurora borealis")]
    [InlineData("fabs: { some: { materials: { some: { symbol: { eq: \"Ga\" } } } } }", "aurora borealis")]
    [InlineData("score: { measure: DEGREE, gt: 3 }", "aurora")]
    [InlineData("observations: { indicator: { eq: \"revenue\" }, value: { gt: 5000000000 } }", "aurora")]
    public async Task A_filter_takes_what_its_fields_ask_for(string where, string expected)
    {
        var data = await Api.DataAsync($"{{ chipMakers(where: {{ {where} }}) {{ totalCount nodes {{ id }} }} }}");
        Assert.Equal(expected, string.Join(' ', data.Texts("chipMakers.nodes", "id")));
        Assert.Equal(data.At("chipMakers.nodes").GetArrayLength(), data.At("chipMakers.totalCount").GetInt32());
    }

    [Theory]
    [InlineData("{ name: DESC }", "drift cascade borealis aurora")]
    [InlineData("{ founded: ASC }", "aurora borealis cascade drift")]
    [InlineData("{ model: DESC }, { id: DESC }", "aurora drift cascade borealis")]
    [InlineData("{ customers: { count: DESC } }", "aurora borealis cascade drift")]
    [InlineData("{ score: { measure: DEGREE } }", "aurora borealis cascade drift")]
    [InlineData("{ observation: { indicator: \"revenue\", period: \"2022\", direction: ASC } }", "cascade aurora borealis drift")]
    public async Task An_order_has_its_keys_one_after_another_and_then_the_id(string order, string expected)
    {
        var data = await Api.DataAsync($"{{ chipMakers(order: [{order}]) {{ nodes {{ id }} }} }}");
        Assert.Equal(expected, string.Join(' ', data.Texts("chipMakers.nodes", "id")));
    }

    [Fact]
    public async Task Literals_and_variables_mean_the_same()
    {
        const string query = "query($where: ChipMakerFilter, $order: [ChipMakerSort!], $first: Int) { chipMakers(where: $where, order: $order, first: $first) { nodes { id } } }";
        var variables = new { where = new { suppliers = new { some = new { edge = new { term = new { eq = "LONG" } } } } }, order = new[] { new { name = "DESC" } }, first = 5 };
        var literal = await Api.DataAsync("{ chipMakers(where: { suppliers: { some: { edge: { term: { eq: LONG } } } } }, order: [{ name: DESC }], first: 5) { nodes { id } } }");
        Assert.Equal(literal.ToString(), (await Api.DataAsync(query, variables)).ToString());
        // The second time the document comes from the cache.
        Assert.Equal(literal.ToString(), (await Api.DataAsync(query, variables)).ToString());
    }

    [Fact]
    public async Task The_pages_of_a_list_are_all_of_it_once()
    {
        var ids = new List<string?>();
        string? after = null;
        do
        {
            var data = await Api.DataAsync("query($after: String) { entities(first: 3, after: $after, order: [{ kind: ASC }]) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }",
                new { after });
            Assert.Equal(after is not null, data.At("entities.pageInfo.hasPreviousPage").GetBoolean());
            Assert.Equal(data.Text("entities.pageInfo.endCursor"), data.At("entities.edges").EnumerateArray().Last().Text("cursor"));
            ids.AddRange(data.Texts("entities.edges", "node.id"));
            after = data.At("entities.pageInfo.hasNextPage").GetBoolean() ? data.Text("entities.pageInfo.endCursor") : null;
        }
        while (after is not null);
        var all = await Api.DataAsync("{ entities(order: [{ kind: ASC }]) { nodes { id } totalCount } }");
        Assert.Equal(all.Texts("entities.nodes", "id"), ids);
        Assert.Equal(all.At("entities.totalCount").GetInt32(), ids.Count);
    }

    [Fact]
    public async Task A_count_reads_no_page()
    {
        var api = TestApi.Open(limits: new GraphQLLimits { MaxNodes = 5 });
        Assert.Equal(16, (await api.DataAsync("{ entities { totalCount } }")).At("entities.totalCount").GetInt32());
        Assert.Equal(4, (await api.DataAsync("{ chipMaker(id: \"aurora\") { suppliers { totalCount } fabs { totalCount } } }")).At("chipMaker").EnumerateObject()
            .Sum(f => f.Value.At("totalCount").GetInt32()));
        Assert.Equal(ErrorCode.LimitExceeded, (await api.ErrorAsync("{ entities { nodes { id } } }")).Code);
    }

    [Fact]
    public async Task A_relation_is_seen_from_both_ends_with_its_own_data()
    {
        var data = await Api.DataAsync("""
            { chipMaker(id: "aurora") { customers(where: { id: { eq: "cascade" } }) { edges {
                share term validFrom confidence id citations { document { id } locator } claims(property: "share") { value document { id } preferred }
                relation { __typename kind from { id } to { id } share } node { suppliers(where: { edge: { term: { eq: SPOT } } }) { edges { validTo node { id } } } } } } } }
            """);
        var edge = data.At("chipMaker.customers.edges.0");
        Assert.Equal("62.5", edge.At("share").ToString());
        Assert.Equal("supplies:aurora:cascade", edge.Text("id"));
        Assert.Equal(["62.5", "60"], edge.Texts("claims", "value"));
        Assert.Equal(["chip-report", "fab-survey"], edge.Texts("citations", "document.id"));
        Assert.Equal("Supplies", edge.Text("relation.__typename"));
        Assert.Equal("cascade", edge.Text("relation.to.id"));
        Assert.Equal("borealis", edge.Text("node.suppliers.edges.0.node.id"));
        Assert.Equal("2021", edge.Text("node.suppliers.edges.0.validTo"));
    }

    [Fact]
    public async Task Related_entities_are_ordered_by_their_relation_too()
    {
        var data = await Api.DataAsync("{ chip(id: \"a-core\") { fabs(order: [{ edge: { nanometres: ASC } }], first: 2) { totalCount edges { nanometres node { id } } pageInfo { hasNextPage } } } }");
        Assert.Equal(["7", "16"], data.Texts("chip.fabs.edges", "nanometres"));
        Assert.Equal(3, data.At("chip.fabs.totalCount").GetInt32());
        Assert.True(data.At("chip.fabs.pageInfo.hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task Documents_are_entities_of_a_built_in_kind()
    {
        var data = await Api.DataAsync("{ documents(where: { documentType: { eq: TEXT } }) { nodes { id name author date } } document(id: \"editor\") { documentType } }");
        Assert.Equal(["chip-report", "fab-survey"], data.Texts("documents.nodes", "id"));
        Assert.Equal("JUDGEMENT", data.Text("document.documentType"));
    }

    [Fact]
    public async Task All_relations_of_an_entity_are_one_list()
    {
        var data = await Api.DataAsync("{ entity(id: \"aurora\") { all: relations { totalCount } out: relations(direction: OUT, kinds: [SUPPLIES], first: 1) { totalCount edges { forward other { id } node { id kind } } pageInfo { hasNextPage } } } }");
        Assert.Equal(7, data.At("entity.all.totalCount").GetInt32());
        Assert.Equal(2, data.At("entity.out.totalCount").GetInt32());
        Assert.Equal("cascade", data.Text("entity.out.edges.0.other.id"));
        Assert.True(data.At("entity.out.pageInfo.hasNextPage").GetBoolean());
    }
}
