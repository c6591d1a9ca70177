using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>A Neo4j that a program of this machine starts, under a new home of its own.</summary>
public sealed class Neo4jProcess : IAsyncDisposable
{
    private static readonly TimeSpan Clearing = TimeSpan.FromMinutes(1);
    private readonly string _command;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("ecosystem-graph-neo4j-");

    private Neo4jProcess(string command) => _command = command;

    /// <summary>Where it is. Another start gives it other ports.</summary>
    public Neo4jAddress Address { get; private set; } = null!;

    /// <summary>Starts one, and waits until it answers.</summary>
    /// <param name="command">The program, see <see cref="Neo4jSource.CommandVariable"/>.</param>
    public static async Task<Neo4jProcess> StartAsync(string command)
    {
        var server = new Neo4jProcess(command);
        try
        {
            await server.StartAsync("auto", "auto");
            return server;
        }
        catch
        {
            server._home.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        await RunAsync("kill");

        // The system takes a moment to clear away what a process held.
        using var source = new CancellationTokenSource(Clearing);
        foreach (var port in new[] { Address.Http!.Port, Address.Bolt!.Port })
        {
            while (await IsOpenAsync(port)) await Task.Delay(20, source.Token);
        }
    }

    /// <summary>Starts it again at the same address, with what it has kept.</summary>
    public Task StartAgainAsync() => StartAsync($"{Address.Http!.Port}", $"{Address.Bolt!.Port}");

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        _home.Delete(recursive: true);
    }

    private static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task StartAsync(string httpPort, string boltPort)
    {
        var output = await RunAsync("start", "--http", httpPort, "--bolt", boltPort);
        var lines = output.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Address = Neo4jAddress.Find(lines.GetValueOrDefault) ?? throw new InvalidOperationException($"{_command} printed no address: {output}");
    }

    private async Task<string> RunAsync(string verb, params string[] more)
    {
        // Its output goes to a file: the server would keep a pipe open for as long as it lives.
        var output = Path.Combine(_home.FullName, "output");
        var start = new ProcessStartInfo("bash") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "bash", output, _command, verb, "--home", _home.FullName, .. more]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(output);
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"'{_command} {verb}' failed with {process.ExitCode}: {text}");
    }
}
