using System.Net.Http.Json;
using System.Text.Json;
using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Network;

namespace EcosystemGraph.App.Tests.Hosting;

/// <summary>The service on a Neo4j that goes away and comes back.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jAwayTests(Neo4jServer server) : IAsyncLifetime
{
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);
    private TcpProxy _proxy = null!;
    private Dictionary<string, string> _settings = [];

    public async Task InitializeAsync()
    {
        var address = server.Address;
        _proxy = TcpProxy.Before(address.Http!);
        await RunAsync("MATCH (n) DETACH DELETE n");

        // As a container gets them. Nothing else in this assembly asks for them.
        _settings = new Dictionary<string, string>
        {
            ["Neo4j__Uri"] = _proxy.Address.ToString(),
            ["Neo4j__Username"] = address.Username,
            ["Neo4j__Password"] = address.Password,
            ["Neo4j__Database"] = address.Database,
            ["Neo4j__Resilience__TimeoutSeconds"] = "3",
            ["Neo4j__Resilience__AttemptTimeoutSeconds"] = "3",
        };
        foreach (var (name, value) in _settings) Environment.SetEnvironmentVariable(name, value);
    }

    public async Task DisposeAsync()
    {
        foreach (var name in _settings.Keys) Environment.SetEnvironmentVariable(name, null);
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task Reads_go_on_and_say_so_writes_fail_and_all_is_well_when_it_is_back()
    {
        await using var service = await RunningService.StartAsync("--store", "neo4j", "--bundle", TestBundles.Semiconductors);
        Assert.Equal("""{"status":"ready"}""", await service.Client.GetStringAsync("health/ready"));
        Assert.Equal("""{"data":{"about":{"revision":1,"store":{"kind":"neo4j","stale":false,"since":null}}}}""", await AskAsync(service, "{ about { revision store { kind stale since } } }"));

        _proxy.BlackHole();
        using (var refused = await WriteAsync(service))
            Assert.Contains("\"code\":\"STORE_UNAVAILABLE\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal("""{"status":"degraded"}""", await service.Client.GetStringAsync("health/ready"));
        using (var about = JsonDocument.Parse(await AskAsync(service, "{ about { store { stale since } } entities(first: 1) { totalCount } }")))
        {
            var store = about.RootElement.GetProperty("data").GetProperty("about").GetProperty("store");
            Assert.True(store.GetProperty("stale").GetBoolean());
            Assert.True(store.GetProperty("since").GetDateTimeOffset() <= DateTimeOffset.UtcNow);
            Assert.NotEqual(0, about.RootElement.GetProperty("data").GetProperty("entities").GetProperty("totalCount").GetInt32());
        }

        _proxy.Pass();
        using var source = new CancellationTokenSource(Hanging);
        while (await service.Client.GetStringAsync("health/ready", source.Token) != """{"status":"ready"}""") await Task.Delay(50, source.Token);
        using var written = await WriteAsync(service);
        Assert.Equal("""{"data":{"apply":{"revision":2}}}""", await written.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_somebody_writes_in_Neo4j_and_breaks_a_rule_is_told_until_it_is_put_right()
    {
        await using var service = await RunningService.StartAsync("--store", "neo4j", "--bundle", TestBundles.Semiconductors);
        const string Query = "{ about { store { problems } } }";
        await RunAsync("CREATE (:ChipMaker {id: 'written-by-hand', name: 'Written by hand'})");
        await UntilAsync(async () => (await AskAsync(service, Query)).Contains("written-by-hand", StringComparison.Ordinal));
        await RunAsync("MATCH (n:ChipMaker {id: 'written-by-hand'}) DELETE n");
        await UntilAsync(async () => await AskAsync(service, Query) == """{"data":{"about":{"store":{"problems":[]}}}}""");
    }

    private async Task RunAsync(string cypher)
    {
        var address = server.Address;
        await using var runner = Neo4jConnection.Open(new Neo4jOptions { Uri = address.Http!.ToString(), Username = address.Username, Password = address.Password, Database = address.Database });
        await runner.RunAsync((transport, token) => transport.RunAsync(new CypherStatement("test", cypher), AccessMode.Write, null, token));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var source = new CancellationTokenSource(Hanging);
        while (!await isSo()) await Task.Delay(50, source.Token);
    }

    private static async Task<string> AskAsync(RunningService service, string query)
    {
        using var answer = await service.Client.PostAsJsonAsync("graphql", new { query });
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> WriteAsync(RunningService service) => service.Client.PostAsJsonAsync("graphql", new
    {
        query = """
            mutation { apply(changes: { id: "by-hand", relations: [
              { kind: USES, from: "fab-1", to: "gallium", citations: [{ document: "chip-report", locator: "Table 2" }] }
            ] }) { revision } }
            """,
    });
}
