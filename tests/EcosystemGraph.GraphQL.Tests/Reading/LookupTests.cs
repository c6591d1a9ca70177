using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

public sealed class LookupTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("aurora")]
    [InlineData("ASC")]
    [InlineData("aurora semiconductor")]
    [InlineData("极光半导体")]
    public async Task An_entity_is_found_by_its_id_and_by_what_only_it_is_called(string id) =>
        Assert.Equal("aurora", (await Api.DataAsync("query($id: ID!) { entity(id: $id) { id } }", new { id })).Text("entity.id"));

    [Fact]
    public async Task A_merged_id_goes_on_to_lead_to_its_entity() =>
        Assert.Equal("lumen", (await Api.DataAsync("{ entity(id: \"lumen-optics\") { id } }")).Text("entity.id"));

    [Fact]
    public async Task An_unknown_id_is_null_and_so_is_an_entity_of_another_kind()
    {
        var data = await Api.DataAsync("{ entity(id: \"nobody\") { id } fab(id: \"aurora\") { id } producer(id: \"aurora\") { __typename } relation(id: \"supplies:nobody:aurora\") { id } indicator(id: \"none\") { id } }");
        Assert.Equal("""{"entity":null,"fab":null,"producer":{"__typename":"ChipMaker"},"relation":null,"indicator":null}""", data.ToString());
    }

    [Fact]
    public async Task A_relation_is_found_by_its_id()
    {
        var data = await Api.DataAsync("{ relation(id: \"fabricates:fab-2:a-core:3\") { __typename kind from { id } to { id } confidence ... on Fabricates { nanometres generation } } }");
        Assert.Equal("""{"__typename":"Fabricates","kind":"FABRICATES","from":{"id":"fab-2"},"to":{"id":"a-core"},"confidence":1,"nanometres":7,"generation":3}""", data.At("relation").ToString());
    }

    [Fact]
    public async Task An_unknown_id_in_an_argument_is_an_error_that_names_it()
    {
        var (code, message) = await Api.ErrorAsync("{ paths(from: \"aurora\", to: \"nobody\") { length } }");
        Assert.Equal(ErrorCode.NotFound, code);
        Assert.Contains("nobody", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_several_is_ambiguous_and_the_error_lists_them()
    {
        var api = TestApi.Open();
        await api.DataAsync("""
            mutation { apply(changes: { id: "twins", entities: [
                { id: "neon-twin", kind: MATERIAL, name: "Neon", properties: [{ name: "symbol", value: "Ne" }], citations: [{ document: "chip-report", locator: "Table 2" }] }] }) { revision } }
            """);
        var (code, message) = await api.ErrorAsync("{ entity(id: \"NEON gas\") { id } twin: entity(id: \"Neón\") { id } }");
        Assert.Equal(ErrorCode.Ambiguous, code);
        Assert.Contains("neon", message, StringComparison.Ordinal);
        Assert.Contains("neon-twin", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entities(where: { id: { eq: \"ASC\" } })", "aurora")]
    [InlineData("chipMakers(where: { id: { in: [\"极光半导体\", \"drift\"] } })", "aurora drift")]
    [InlineData("chipMakers(where: { id: { nin: [\"ASC\", \"drift\"] } })", "borealis cascade")]
    [InlineData("chipMakers(where: { observations: { indicator: { eq: \"Wafers\" } } })", "aurora")]
    [InlineData("chipMakers(where: { observations: { by: { id: { eq: \"fab-1\" } }, citedBy: [\"A Survey of Fabs\"] } })", "aurora")]
    [InlineData("chipMakers(where: { id: { in: [\"ASC\", \"drift\"] } }, order: [{ observation: { indicator: \"wafers\", by: \"fab-2\" } }])", "aurora drift")]
    [InlineData("chipMakers(where: { id: { eq: null } })", "")]
    public async Task Filters_take_what_arguments_take_for_an_id(string field, string ids) =>
        Assert.Equal(ids, string.Join(' ', (await Api.DataAsync($"{{ list: {field} {{ nodes {{ id }} }} }}")).Texts("list.nodes", "id")));

    [Theory]
    [InlineData("entities(where: { id: { eq: \"nobody\" } }) { nodes { id } }", "nobody")]
    [InlineData("entities(where: { not: { id: { in: [\"aurora\", \"nobody\"] } } }) { nodes { id } }", "nobody")]
    [InlineData("chipMakers(where: { citedBy: [\"no-report\"] }) { nodes { id } }", "no-report")]
    [InlineData("chipMakers(sources: [\"no-report\"]) { nodes { id } }", "no-report")]
    [InlineData("observations(where: { indicator: { eq: \"no-figure\" } }) { nodes { id } }", "no-figure")]
    [InlineData("observations(where: { subject: { id: { eq: \"nobody\" } } }) { nodes { id } }", "nobody")]
    [InlineData("entity(id: \"aurora\") { observations(indicator: \"no-figure\") { id } }", "no-figure")]
    [InlineData("entity(id: \"aurora\") { observations(by: \"nobody\") { id } }", "nobody")]
    [InlineData("entity(id: \"aurora\") { claims(document: \"no-report\") { value } }", "no-report")]
    [InlineData("conflicts(document: \"no-report\") { id }", "no-report")]
    [InlineData("conflicts(document: \"aurora\") { id }", "aurora")]
    [InlineData("conflicts(indicator: \"no-figure\") { id }", "no-figure")]
    public async Task An_unknown_id_anywhere_is_not_found_and_named(string field, string id)
    {
        var (code, message) = await Api.ErrorAsync($"{{ {field} }}");
        Assert.Equal(ErrorCode.NotFound, code);
        Assert.Contains($"'{id}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_field_of_many_entities_names_may_be_a_name_too()
    {
        var data = await Api.DataAsync("{ chipMakers(order: [{ id: ASC }]) { nodes { observations(indicator: \"Wafers\", by: \"fab-1\", document: \"A Survey of Fabs\") { id } } } }");
        Assert.Equal(["""[{"id":"aurora.wafers.fab-1.2022.count"}]""", "[]", "[]", "[]"], data.Texts("chipMakers.nodes", "observations"));
    }
}
