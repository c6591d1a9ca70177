using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Hosting;

public sealed class ServeTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_first_start_loads_the_bundle_and_the_second_finds_it()
    {
        await using (var first = await StartAsync())
        {
            Assert.Contains("Writing facts: ", first.Output, StringComparison.Ordinal);
            Assert.Contains("is at revision 1: ", first.Output, StringComparison.Ordinal);
            Assert.Equal("", first.Error);
            Assert.Equal(ExitStatus.Done, await first.StopAsync());
        }

        await using var second = await StartAsync();
        Assert.DoesNotContain("Reading files", second.Output, StringComparison.Ordinal);
        Assert.Contains($"Database {_workspace.Database} (sqlite), revision 1", second.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d entities, [\d,]+ relations, [\d,]+ observations", second.Output);
        Assert.Equal("", second.Error);
    }

    [Fact]
    public async Task A_changed_bundle_is_loaded_by_its_difference()
    {
        var bundle = _workspace.CopyOfBundle();
        await using (await StartAsync("--bundle", bundle))
        {
        }

        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "fab-3,neon,,chip-report#Table 2,\n");
        await using var second = await StartAsync("--bundle", bundle);
        Assert.Contains("is at revision 2: 1 facts are new or changed, 0 are gone", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_bundle_is_served_as_it_is_unless_a_bundle_is_asked_for()
    {
        await Cli.RunAsync("load", TestBundles.Semiconductors, "--database", _workspace.Database);
        await using (var service = await StartAsync())
        {
            Assert.Contains("revision 1", service.Output, StringComparison.Ordinal);
            Assert.Equal("[]", await service.Client.GetStringAsync("examples.json"));
        }

        var refused = await Cli.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--database", _workspace.Database, "--bundle", TestBundles.Shipped);
        Assert.Equal(ExitStatus.Failed, refused.Status);
        Assert.Contains("a store holds one bundle", refused.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_outlives_the_service_and_the_next_load()
    {
        var bundle = _workspace.CopyOfBundle();
        await using (var service = await StartAsync("--bundle", bundle))
        {
            using var applied = await service.Client.PostAsJsonAsync("graphql", new
            {
                query = """
                    mutation { apply(changes: { id: "by-hand", relations: [
                      { kind: USES, from: "fab-1", to: "gallium", citations: [{ document: "chip-report", locator: "Table 2" }] }
                    ] }) { revision } }
                    """,
            });
            Assert.Equal("""{"data":{"apply":{"revision":2}}}""", await applied.Content.ReadAsStringAsync());
        }

        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "fab-3,neon,,chip-report#Table 2,\n");
        await using var second = await StartAsync("--bundle", bundle);
        Assert.Contains("is at revision 3: 1 facts are new or changed, 0 are gone", second.Output, StringComparison.Ordinal);
        var answer = await second.Client.GetStringAsync("graphql?query={relation(id:%22uses:fab-1:gallium%22){citations{locator}}}");
        Assert.Equal("""{"data":{"relation":{"citations":[{"locator":"Table 2"}]}}}""", answer);
    }

    [Fact]
    public async Task Health_the_page_and_its_examples_are_there_and_nothing_else()
    {
        await using var service = await StartAsync("--bundle", TestBundles.Shipped);
        foreach (var health in new[] { "health/live", "health/ready" })
        {
            using var answer = await service.Client.GetAsync(health);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        var examples = (await service.Client.GetFromJsonAsync<JsonElement[]>("examples.json"))!;
        var files = Directory.GetFiles(Path.Combine(TestBundles.Shipped, "queries")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension), examples.Select(e => e.GetProperty("name").GetString()));
        Assert.Equal(files.Select(f => File.ReadLines(f).First()), examples.Select(e => $"# {e.GetProperty("title").GetString()}"));
        Assert.Equal(files.Select(File.ReadAllText), examples.Select(e => e.GetProperty("query").GetString()));

        using var nowhere = await service.Client.GetAsync("graphiql");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Equal("""{"error":"there is nothing at '/graphiql'; GraphQL is at /graphql, and a page to ask it at /"}""", await nowhere.Content.ReadAsStringAsync());
        using var wrong = await service.Client.PostAsync("examples.json", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Equal("", service.Error);
    }

    [Fact]
    public async Task The_page_is_served_and_its_assets_may_be_kept_for_ever()
    {
        await using var service = await StartAsync("--bundle", TestBundles.Semiconductors);
        if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")))
        {
            // Built without the page (-p:Ui=false).
            Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync("")).StatusCode);
            return;
        }

        using var page = await service.Client.GetAsync("");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.True(page.Headers.CacheControl!.NoCache);
        var asset = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets"))[0];
        using var kept = await service.Client.GetAsync($"assets/{Path.GetFileName(asset)}");
        Assert.Contains("immutable", kept.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_browsers_safe()
    {
        await using var service = await StartAsync("--bundle", TestBundles.Semiconductors);
        foreach (var path in new[] { "", "health/live", "nowhere", "examples.json" })
        {
            using var answer = await service.Client.GetAsync(path);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Empty(answer.Headers.Server);
        }
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_no_database_is_made()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var result = await Cli.RunAsync("serve", "--urls", $"http://127.0.0.1:{port}", "--database", _workspace.Database);
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
        Assert.Equal($"error: port {port} is in use; stop what listens there, or choose another: --urls http://localhost:{port + 1}", result.ErrorLine);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named()
    {
        var result = await Cli.RunAsync("serve", "--urls", "http://192.0.2.1:5080", "--database", _workspace.Database);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.StartsWith("error: cannot listen at 'http://192.0.2.1:5080': ", result.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files());
    }

    [Fact]
    public async Task A_bundle_that_is_none_ends_the_service_and_leaves_no_database_behind()
    {
        var result = await Cli.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--database", _workspace.Database, "--bundle", _workspace.Folder);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains("is not a bundle", result.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_process_in_order(string signal)
    {
        if (OperatingSystem.IsWindows()) return;
        await using var child = ChildProcess.Start(_workspace.Folder, new Dictionary<string, string>(), "serve", "--urls", "http://127.0.0.1:0", "--bundle", TestBundles.Semiconductors);
        await child.ReadUpToAsync("Ctrl-C stops the service.");
        Assert.Contains("ecosystem.db", _workspace.Files());
        using (var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", child.Id.ToString()])) await kill.WaitForExitAsync();
        var result = await child.EndAsync();
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Error));

        // Closed in order, SQLite has folded its log into the file.
        Assert.Equal(["ecosystem.db"], _workspace.Files());
    }

    private Task<RunningService> StartAsync(params string[] arguments) => RunningService.StartAsync(["--database", _workspace.Database, .. arguments]);
}
