using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Reading;

public sealed class TraversalTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Fact]
    public async Task A_path_cites_every_hop()
    {
        var data = await Api.DataAsync("{ paths(from: \"etchworks\", to: \"drift\", k: 2, relations: [SUPPLIES]) { length hops { from { id } to { id } forward relation { id citations { document { id } locator } } parallel { id } } } }");
        Assert.Equal(2, data.At("paths.0.length").GetInt32());
        Assert.Equal(["etchworks", "aurora"], data.Texts("paths.0.hops", "from.id"));
        Assert.All(data.At("paths.0.hops").EnumerateArray(), h => Assert.NotEqual(0, h.At("relation.citations").GetArrayLength()));
        Assert.Equal(4, data.At("paths.1.length").GetInt32());
    }

    [Fact]
    public async Task A_path_goes_by_way_of_some_and_around_others()
    {
        var data = await Api.DataAsync("{ via: paths(from: \"etchworks\", to: \"cascade\", via: [\"fab-2\"]) { hops { to { id } } } avoid: paths(from: \"etchworks\", to: \"cascade\", avoid: [\"aurora\"]) { hops { to { id } } } none: paths(from: \"a-core\", to: \"gallium\", kinds: [CHIP]) { length } }");
        Assert.Contains("fab-2", data.Texts("via.0.hops", "to.id"));
        Assert.Equal(["borealis", "cascade"], data.Texts("avoid.0.hops", "to.id"));
        Assert.Equal(0, data.At("none").GetArrayLength());
    }

    [Fact]
    public async Task A_neighborhood_ends_at_its_limit()
    {
        var data = await Api.DataAsync("{ neighborhood(ids: [\"aurora\"], depth: 2, limit: 3) { truncated entities { id } relations { id } } }");
        Assert.True(data.At("neighborhood.truncated").GetBoolean());
        Assert.Equal(3, data.At("neighborhood.entities").GetArrayLength());
    }

    [Fact]
    public async Task A_search_says_what_matched()
    {
        var data = await Api.DataAsync("{ search(text: \"auroar\") { totalCount edges { cursor node { entity { id } matched score } } } typed: search(text: \"neon\", kinds: [CHIP]) { totalCount } }");
        Assert.Equal("aurora", data.Text("search.edges.0.node.entity.id"));
        Assert.Equal(0, data.At("typed.totalCount").GetInt32());
    }
}
