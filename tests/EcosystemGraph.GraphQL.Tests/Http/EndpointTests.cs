using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EcosystemGraph.GraphQL.Http;
using EcosystemGraph.GraphQL.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, through a real server.</summary>
public sealed class EndpointTests : IAsyncLifetime, IDisposable
{
    private const string Json = "application/json";
    private const string GraphQLJson = "application/graphql-response+json";

    private readonly TestApi _api = TestApi.Open(limits: new GraphQLLimits { MaxBodyBytes = 5_000 });
    private readonly HttpClient _client = new();
    private WebApplication? _app;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGraphQL("/graphql", _api.Service);
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single() + "/graphql");
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQLJson, GraphQLJson)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; q=0.9", GraphQLJson)]
    [InlineData("text/html, application/json;q=0.9, */*;q=0.8", Json)]
    public async Task The_answer_has_the_media_type_that_is_asked_for(string? accept, string expected)
    {
        using var response = await PostAsync("""{"query":"{ about { name } }"}""", accept: accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        Assert.Equal("""{"data":{"about":{"name":"semiconductors"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_cannot_be_answered_as_asked_is_not_acceptable()
    {
        using var response = await PostAsync("""{"query":"{ about { name } }"}""", accept: "text/html");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("{ about { name }", ErrorCode.ParseFailed)]
    [InlineData("{ planets }", ErrorCode.ValidationFailed)]
    public async Task A_refused_document_is_400_unless_plain_json_is_asked_for(string query, string code)
    {
        var body = JsonSerializer.Serialize(new { query });
        foreach (var (accept, status) in new[] { (GraphQLJson, HttpStatusCode.BadRequest), (Json, HttpStatusCode.OK) })
        {
            using var response = await PostAsync(body, accept: accept);
            Assert.Equal(status, response.StatusCode);
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(code, answer.Text("errors.0.extensions.code"));
            Assert.False(answer.TryGetProperty("data", out _));
        }
    }

    [Fact]
    public async Task Variables_and_an_operation_name_are_taken()
    {
        using var response = await PostAsync("""{"query":"query a($id: ID!) { entity(id: $id) { id } } query b { about { name } }","operationName":"a","variables":{"id":"aurora"},"extensions":{}}""");
        Assert.Equal("""{"data":{"entity":{"id":"aurora"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_a_page_elsewhere_could_send_is_not_run(string? contentType)
    {
        using var response = await PostAsync("""{"query":"mutation { apply(changes: { id: \"x\" }) { revision } }"}""", contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(1, _api.Graph.Current.Revision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{\"query\":\"{ about { name } }\"}]")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":\"{ about { name } }\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{ about { name } }\",\"operationName\":{}}")]
    [InlineData("{\"query\":\"{ about { name } }\",\"extensions\":7}")]
    [InlineData("{\"query\":\"{ about { name } }\"} {}")]
    [InlineData("{\"query\":\"\"}")]
    public async Task A_body_that_is_no_request_is_400(string body)
    {
        using var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(ErrorCode.BadRequest, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_400()
    {
        using var content = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        using var response = await _client.PostAsync((Uri?)null, content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_is_bounded_whether_it_says_its_length_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null);
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = "{ about { name } } #" + new string('x', 10_000) }), Encoding.UTF8, Json);
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("maxBodyBytes = 5000", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_can_be_got()
    {
        using var response = await _client.GetAsync(new Uri(_client.BaseAddress + "?query=" + Uri.EscapeDataString("query($id: ID!) { entity(id: $id) { id } }") + "&variables=" + Uri.EscapeDataString("""{"id":"aurora"}""")));
        Assert.Equal("""{"data":{"entity":{"id":"aurora"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mutation_cannot_be_got()
    {
        using var response = await _client.GetAsync(new Uri(_client.BaseAddress + "?query=" + Uri.EscapeDataString(ChangeText.AddMaterial("argon"))));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
        Assert.Equal(1, _api.Graph.Current.Revision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=%7B%20about%20%7B%20name%20%7D%20%7D&variables=7")]
    [InlineData("?query=%7B%20about%20%7B%20name%20%7D%20%7D&variables=%7B")]
    public async Task A_query_string_that_is_no_request_is_400(string query)
    {
        using var response = await _client.GetAsync(new Uri(_client.BaseAddress + query));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Other_methods_are_not_allowed()
    {
        using var response = await _client.DeleteAsync((Uri?)null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Chinese_and_apostrophes_are_written_as_they_are()
    {
        using var response = await PostAsync("""{"query":"{ entity(id: \"aurora\") { nameZh description } search(text: \"it's\") { totalCount } }"}""");
        Assert.Contains("极光半导体", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? contentType = Json, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await _client.SendAsync(request);
    }
}
