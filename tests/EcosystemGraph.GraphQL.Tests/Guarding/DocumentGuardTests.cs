using System.Text;
using CsCheck;
using EcosystemGraph.GraphQL.Execution;
using EcosystemGraph.GraphQL.Tests.Support;

namespace EcosystemGraph.GraphQL.Tests.Guarding;

/// <summary>What would be dear to validate or to run is refused before that, with the limit's name.</summary>
public sealed class DocumentGuardTests
{
    private static readonly TestApi Api = TestApi.Semiconductors;

    [Theory]
    [InlineData("{a\rb{")]
    [InlineData("\r{")]
    [InlineData("query\r\r($")]
    [InlineData("{ a }\r}")]
    public async Task A_lone_carriage_return_before_an_error_is_a_syntax_error(string document) =>
        Assert.Equal(ErrorCode.ParseFailed, (await Api.ErrorAsync(document)).Code);

    [Fact]
    public async Task Fragments_that_double_are_counted_not_expanded()
    {
        var document = new StringBuilder("{ ...f0 }");
        for (var i = 0; i < 40; i++) document.Append($" fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}");
        document.Append(" fragment f40 on Query { about { name } }");
        var (code, message) = await Api.ErrorAsync(document.ToString());
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("maxRootFields", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fragments_that_double_below_the_root_are_counted_too()
    {
        var document = new StringBuilder("{ about { ...f0 } }");
        for (var i = 0; i < 40; i++) document.Append($" fragment f{i} on About {{ ...f{i + 1} ...f{i + 1} }}");
        document.Append(" fragment f40 on About { name }");
        Assert.Contains("maxFields", (await Api.ErrorAsync(document.ToString())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_repeated_many_times_is_refused()
    {
        var (code, message) = await Api.ErrorAsync("{ about {" + string.Concat(Enumerable.Repeat(" name", 3000)) + " } }");
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("maxTokens = 2000", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fragments_that_contain_themselves_are_refused() =>
        Assert.Equal(ErrorCode.ValidationFailed, (await Api.ErrorAsync("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }")).Code);

    [Theory]
    [InlineData("maxDocumentBytes", 100)]
    [InlineData("maxTokens", 20)]
    [InlineData("maxDepth", 3)]
    [InlineData("maxAliases", 1)]
    [InlineData("maxDirectives", 1)]
    [InlineData("maxRootFields", 1)]
    [InlineData("maxFields", 5)]
    public async Task Each_limit_can_be_set_and_is_named(string limit, int value)
    {
        const string document = "{ a: about { name @skip(if: false) } b: about @include(if: true) { n: name } chipMakers { nodes { fabs { nodes { id name capacity } } } } }";
        Assert.False((await Api.AskAsync(document)).TryGetProperty("errors", out _));
        var limits = new GraphQLLimits();
        limits = limit switch
        {
            "maxDocumentBytes" => limits with { MaxDocumentBytes = value },
            "maxTokens" => limits with { MaxTokens = value },
            "maxDepth" => limits with { MaxDepth = value },
            "maxAliases" => limits with { MaxAliases = value },
            "maxDirectives" => limits with { MaxDirectives = value },
            "maxRootFields" => limits with { MaxRootFields = value },
            _ => limits with { MaxFields = value },
        };
        var (code, message) = await TestApi.Open(limits: limits).ErrorAsync(document);
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains($"{limit} = {value}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_of_values_is_bounded_as_well()
    {
        var value = string.Concat(Enumerable.Repeat("{ not: ", 200)) + "{}" + string.Concat(Enumerable.Repeat(" }", 200));
        var (code, message) = await Api.ErrorAsync($"{{ chipMakers(where: {value}) {{ totalCount }} }}");
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("maxNesting = 128", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_bounded_too()
    {
        const string query = "query($ids: [ID!]) { chipMakers(where: { id: { in: $ids } }) { nodes { id } } }";
        var api = TestApi.Open(limits: new GraphQLLimits { MaxVariableValues = 4 });
        Assert.Equal(["aurora", "drift"], (await api.DataAsync(query, new { ids = new[] { "drift", "aurora", "ASC" } })).Texts("chipMakers.nodes", "id"));
        var (code, message) = await api.ErrorAsync(query, new { ids = new[] { "drift", "aurora", "x", "y" } });
        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("maxVariableValues = 4", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_within_lists_multiply_and_end_at_the_limit()
    {
        var api = TestApi.Open(limits: new GraphQLLimits { MaxNodes = 20 });
        const string nested = "{ producers { nodes { suppliers { nodes { customers { nodes { suppliers { nodes { id } } } } } } } } }";
        var answer = await api.AskAsync(nested);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.At("data").ValueKind);
        Assert.Equal(1, answer.At("errors").GetArrayLength());
        Assert.Contains("maxNodes = 20", answer.Text("errors.0.message"), StringComparison.Ordinal);
        Assert.Equal(6, (await api.DataAsync("{ producers { nodes { id } } }")).At("producers.nodes").GetArrayLength());
    }

    [Theory]
    [InlineData("first: 1001", ErrorCode.LimitExceeded, "1001")]
    [InlineData("first: -1", ErrorCode.BadArgument, "-1")]
    [InlineData("after: \"nonsense\"", ErrorCode.BadArgument, "nonsense")]
    public async Task A_page_is_bounded(string page, string code, string named)
    {
        foreach (var list in new[] { "entities", "chipMakers", "observations", "indicators", "documents" })
        {
            var error = await Api.ErrorAsync($"{{ {list}({page}) {{ nodes {{ id }} }} }}");
            Assert.Equal(code, error.Code);
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_is_bounded_even_where_only_the_count_is_asked_for() =>
        Assert.Equal(ErrorCode.LimitExceeded, (await Api.ErrorAsync("{ entities(first: 1001) { totalCount } }")).Code);

    [Fact]
    public async Task The_introspection_query_of_tools_is_within_the_limits()
    {
        var data = await Api.DataAsync(Introspection.Query);
        Assert.Contains("ChipMaker", data.Texts("__schema.types", "name"));
    }

    [Fact]
    public async Task Only_so_many_errors_are_shown()
    {
        var answer = await Api.AskAsync("{ chipMakers { nodes { " + string.Join(' ', Enumerable.Range(0, 12).Select(i => $"a{i}: score(measure: DEGREE, projection: \"none\")")) + " } } }");
        Assert.Equal(GraphQLLimits.DefaultMaxErrors, answer.At("errors").GetArrayLength());
    }

    [Fact]
    public void Any_text_is_parsed_or_refused_and_nothing_else()
    {
        var token = Gen.OneOf("{", "}", "(", ")", "[", "]", "a", "b", "...", "on", "fragment", "query", "mutation", "$v", ":", "!", "@skip", "\"t\"", "\"\"\"t\"\"\"", "1", "1.5", "\r", "\n", "\r\n", " ", ",", "#c", "\\", "\"", "é", "\ud800", "=", "|");
        token.Array[0, 40].Sample(tokens =>
        {
            try
            {
                new DocumentGuard(new GraphQLLimits()).Parse(DocumentGuard.Normalize(string.Concat(tokens)));
            }
            catch (RequestException refused)
            {
                Assert.Contains(refused.Error.Code, new[] { ErrorCode.ParseFailed, ErrorCode.LimitExceeded });
            }
        });
    }
}
