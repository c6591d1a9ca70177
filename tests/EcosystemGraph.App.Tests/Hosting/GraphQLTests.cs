using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Hosting;

/// <summary>The shipped bundle, served.</summary>
public sealed class ShippedService : IAsyncLifetime, IDisposable
{
    private readonly Workspace _workspace = new();
    private RunningService? _service;

    public HttpClient Client => _service!.Client;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync("--database", _workspace.Database);

    public async Task DisposeAsync() => await _service!.DisposeAsync();

    public void Dispose() => _workspace.Dispose();
}

/// <summary>GraphQL over real HTTP, from the bundle beside the program, in a real SQLite file.</summary>
public sealed class GraphQLTests(ShippedService service) : IClassFixture<ShippedService>
{
    private static readonly string[] CitedMembers = ["citations"];
    private static readonly string[] PlacedMembers = ["document", "locator"];

    public static TheoryData<string> Examples { get; } =
        [.. Directory.GetFiles(Path.Combine(TestBundles.Shipped, "queries"), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_is_answered_and_what_it_shows_of_citations_is_there(string name)
    {
        using var answer = await AskAsync(File.ReadAllText(Path.Combine(TestBundles.Shipped, "queries", name + ".graphql")));
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        var members = Members(answer.RootElement.GetProperty("data")).ToArray();
        Assert.NotEmpty(members);
        Assert.All(members.Where(m => CitedMembers.Contains(m.Name)), m => Assert.NotEqual(0, m.Value.GetArrayLength()));
        Assert.All(members.Where(m => PlacedMembers.Contains(m.Name)), m => Assert.NotEqual(JsonValueKind.Null, m.Value.ValueKind));
    }

    [Fact]
    public async Task Every_entity_and_every_relation_that_is_shown_has_a_citation()
    {
        var pages = 0;
        for (string? after = null; pages == 0 || after is not null; pages++)
        {
            using var answer = await AskAsync(
                """
                query ($after: String) {
                  entities(first: 50, after: $after) {
                    pageInfo { hasNextPage endCursor }
                    nodes { id citations { document { id } locator } relations(first: 20) { nodes { id citations { document { id } locator } } } }
                  }
                }
                """,
                new { after });
            Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
            var entities = answer.RootElement.GetProperty("data").GetProperty("entities");
            Assert.All(Members(entities).Where(m => m.Name == "citations"), m => Assert.NotEqual(0, m.Value.GetArrayLength()));
            var page = entities.GetProperty("pageInfo");
            after = page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null;
        }

        Assert.True(pages > 10);
    }

    [Fact]
    public async Task The_page_asks_for_the_schema_and_gets_it()
    {
        using var answer = await AskAsync("{ __schema { queryType { name } types { name kind } } }");
        Assert.Contains("Company", answer.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000_000, false, "application/json", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20_000_000, false, "application/json", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20_000_000, true, "application/json", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20_000_000, false, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Who_sends_too_long_a_body_gets_an_answer_not_a_broken_connection(int length, bool chunked, string type, HttpStatusCode status)
    {
        for (var i = 0; i < 5; i++)
        {
            using var body = new StringContent($"{{\"query\":\"{new string(' ', length)}\"}}", Encoding.UTF8, type);
            using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = body };
            request.Headers.TransferEncodingChunked = chunked;
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            using var said = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
            Assert.NotEmpty(said.RootElement.GetProperty("errors").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_form_of_another_site_runs_nothing()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["query"] = "{ about { name } }" });
        using var answer = await service.Client.PostAsync("graphql", form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Members(member.Value).Prepend(member)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Members),
        _ => [],
    };

    private async Task<JsonDocument> AskAsync(string query, object? variables = null)
    {
        using var answer = await service.Client.PostAsJsonAsync("graphql", new { query, variables });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync()))!;
    }
}
