using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using EcosystemGraph.Acceptance.Tests.Matching;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EcosystemGraph.Acceptance.Tests.Serving;

/// <summary>
/// The program as an analyst starts it: its own process, a new database, the shipped bundle, questions over HTTP.
/// <c>ECOSYSTEM_GRAPH_URL</c> asks a service that runs already instead.
/// </summary>
public sealed class ServedApi(IMessageSink messages) : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecosystem-graph-acceptance");
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private Process? _process;

    internal KnownNames Names { get; } = new();

    internal Score Score { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var running = Environment.GetEnvironmentVariable("ECOSYSTEM_GRAPH_URL");
        var url = running ?? $"http://127.0.0.1:{FreePort()}";
        _http.BaseAddress = new Uri(url);
        if (running is null) await StartAsync(url);
        await ReadNamesAsync();
    }

    private async Task StartAsync(string url)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ecosystem-graph.dll"), "serve", "--urls", url])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var output = new List<string>();
        _process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync(output);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _folder.Delete(recursive: true);
        foreach (var line in Score.Lines()) messages.OnMessage(new DiagnosticMessage(line));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>The data of a response; an error in it is the test's failure.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (body.TryGetProperty("errors", out var errors)) throw new InvalidOperationException($"the API answers with errors: {errors.GetRawText()}");
        return body.GetProperty("data").Clone();
    }

    private async Task WaitUntilReadyAsync(List<string> output)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (_process!.HasExited) break;
            try
            {
                if ((await _http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet; the loop is bounded.
            }

            await Task.Delay(100);
        }

        lock (output) throw new InvalidOperationException($"the program did not get ready:\n{string.Join('\n', output)}");
    }

    private async Task ReadNamesAsync()
    {
        for (string? after = null; ;)
        {
            var page = (await AskAsync($"{{ entities(first: 1000, after: {JsonSerializer.Serialize(after)}) {{ nodes {{ id name nameZh aliases }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty("entities");
            foreach (var node in page.GetProperty("nodes").EnumerateArray())
            {
                Names.Add(new[] { node.GetProperty("id").GetString(), node.GetProperty("name").GetString(), node.GetProperty("nameZh").GetString() }
                    .Concat(node.GetProperty("aliases").EnumerateArray().Select(a => a.GetString())).OfType<string>());
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private static void Keep(List<string> output, string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
