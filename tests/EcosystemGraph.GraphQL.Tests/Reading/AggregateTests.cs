using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

public sealed class AggregateTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("chipMakersAggregate(groupBy: [{ model: true }])", "FABLESS=2 FOUNDRY=1 INTEGRATED=1")]
    [InlineData("producersAggregate(groupBy: [{ kind: true }])", "CHIP_MAKER=4 TOOL_MAKER=2")]
    [InlineData("producersAggregate(groupBy: [{ founded: YEAR }], where: { kind: { eq: TOOL_MAKER } })", "1979=1 =1")]
    [InlineData("fabsAggregate(groupBy: [{ operators: { entity: true } }])", "aurora=2 borealis=2")]
    [InlineData("fabsAggregate(groupBy: [{ operators: { suppliers: { kind: true } } }])", "TOOL_MAKER=3")]
    [InlineData("toolMakersAggregate(groupBy: [{ processes: true }])", "cleaning=1 etching=1 lithography=1")]
    [InlineData("chipMakersAggregate", "=4")]
    public async Task Groups_count_their_members(string field, string expected)
    {
        var data = await Api.DataAsync($"{{ groups: {field} {{ keys {{ value }} count }} }}");
        var groups = data.At("groups").EnumerateArray().Select(g => $"{string.Join('/', g.Texts("keys", "value"))}={g.At("count")}");
        Assert.Equal(expected, string.Join(' ', groups));
    }

    [Fact]
    public async Task Groups_sum_up_numbers_and_dates()
    {
        var data = await Api.DataAsync("{ fabsAggregate { count capacity { count min max sum average } opened { count min max } } chipsAggregate { price { sum } area { max } } }");
        Assert.Equal("""{"count":2,"min":20000,"max":45000,"sum":65000,"average":32500}""", data.At("fabsAggregate.0.capacity").ToString());
        Assert.Equal("""{"count":2,"min":"1995","max":"2016-07-01"}""", data.At("fabsAggregate.0.opened").ToString());
        Assert.Equal("12.90", data.At("chipsAggregate.0.price.sum").ToString());
        Assert.Equal("81.5", data.At("chipsAggregate.0.area.max").ToString());
    }

    [Fact]
    public async Task A_relation_field_is_grouped_by_the_relation_or_its_other_end()
    {
        var data = await Api.DataAsync("{ chipMaker(id: \"cascade\") { suppliers { aggregate(groupBy: [{ edge: { term: true } }, { kind: true }]) { keys { name value } count edge { share { sum } } founded { min } } } } }");
        var groups = data.At("chipMaker.suppliers.aggregate");
        Assert.Equal(2, groups.GetArrayLength());
        Assert.Equal("edge.term", groups.Text("0.keys.0.name"));
        Assert.Equal(["LONG", "CHIP_MAKER"], groups.Texts("0.keys", "value"));
        Assert.Equal("62.5", groups.At("0.edge.share.sum").ToString());
        Assert.Equal("1987", groups.Text("0.founded.min"));
    }

    [Fact]
    public async Task A_list_is_grouped_whatever_its_page()
    {
        var data = await Api.DataAsync("{ chipMakers(first: 1, where: { model: { eq: FABLESS } }) { nodes { id } aggregate(groupBy: [{ model: true }]) { count } } }");
        Assert.Equal(1, data.At("chipMakers.nodes").GetArrayLength());
        Assert.Equal("2", data.At("chipMakers.aggregate.0.count").ToString());
    }

    [Fact]
    public async Task An_entity_that_is_a_key_can_be_followed()
    {
        var data = await Api.DataAsync("{ fabsAggregate(groupBy: [{ operators: { entity: true } }]) { keys { name entity { name } } } }");
        Assert.Equal("operators", data.Text("fabsAggregate.0.keys.0.name"));
        Assert.Equal("Aurora Semiconductor", data.Text("fabsAggregate.0.keys.0.entity.name"));
    }

    [Fact]
    public async Task A_way_of_keys_has_an_end()
    {
        var key = "{ entity: true }";
        for (var i = 0; i < 4; i++) key = $"{{ suppliers: {key} }}";
        var (code, message) = await Api.ErrorAsync($"{{ producersAggregate(groupBy: [{key}]) {{ count }} }}");
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("suppliers.suppliers.suppliers.suppliers follows 4 relations", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_grouped_too()
    {
        var data = await Api.DataAsync("{ observationsAggregate(where: { hasBy: false }, groupBy: [INDICATOR, UNIT]) { keys { name value } count value { sum } period { min max } } }");
        Assert.Equal("""[{"name":"indicator","value":"revenue"},{"name":"unit","value":"USD"}]""", data.At("observationsAggregate.0.keys").ToString());
        Assert.Equal("2025", data.Text("observationsAggregate.0.period.max"));
    }
}
