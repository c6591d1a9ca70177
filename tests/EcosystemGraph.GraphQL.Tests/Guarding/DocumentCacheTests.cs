using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Tests.Support;
using GraphQL.Execution;
using Microsoft.Extensions.Logging.Abstractions;

namespace EcosystemGraph.GraphQL.Tests.Guarding;

public sealed class DocumentCacheTests
{
    [Fact]
    public void Only_so_many_documents_are_kept_and_the_oldest_go_first()
    {
        var cache = new DocumentCache(3);
        for (var i = 0; i < 5; i++) cache.Add($"{{ a{i} }}", Prepared($"{{ a{i} }}"));
        Assert.Equal(3, cache.Count);
        Assert.Null(cache.Find("{ a1 }"));
        Assert.NotNull(cache.Find("{ a4 }"));
    }

    [Fact]
    public void Long_documents_crowd_others_out()
    {
        var cache = new DocumentCache(3);
        cache.Add("{ short }", Prepared("{ short }"));
        cache.Add("{ long } #" + new string('x', 6_130), Prepared("{ long }"));
        Assert.Equal(1, cache.Count);
        Assert.Null(cache.Find("{ short }"));
    }

    [Fact]
    public async Task Documents_that_differ_in_their_variables_are_one_and_answer_differently()
    {
        const string query = "query($id: ID!, $full: Boolean!) { entity(id: $id) { id name @include(if: $full) } }";
        var api = TestApi.Semiconductors;
        Assert.Equal("""{"entity":{"id":"aurora"}}""", (await api.DataAsync(query, new { id = "aurora", full = false })).ToString());
        Assert.Equal("""{"entity":{"id":"drift","name":"Drift Devices"}}""", (await api.DataAsync(query, new { id = "drift", full = true })).ToString());
    }

    [Fact]
    public async Task A_document_whose_fields_are_merged_answers_alike_every_time()
    {
        const string query = "{ chipMakers(first: 2) { nodes { id } } ...rest } fragment rest on Query { chipMakers(first: 2) { nodes { name ...fabs } } } fragment fabs on ChipMaker { fabs(first: 1) { nodes { id } } fabs(first: 1) { totalCount } }";
        var first = (await TestApi.Semiconductors.DataAsync(query)).ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => (await TestApi.Semiconductors.DataAsync(query)).ToString())));
        Assert.All(answers, a => Assert.Equal(first, a));
    }

    [Fact]
    public void A_request_that_took_too_long_is_a_timeout() =>
        Assert.Equal(ErrorCode.Timeout, new ErrorMapper(NullLogger.Instance).Map(new TimeoutError()).Code);

    private static PreparedDocument Prepared(string text) => new(GraphQLParser.Parser.Parse(text));
}
