using System.Text;
using EcosystemGraph.App.Commands;
using EcosystemGraph.App.Output;

namespace EcosystemGraph.App.Tests.Support;

/// <summary>The program's <c>serve</c>, on a port of its own, until it is told to stop.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lines _output = new();
    private readonly Lines _error = new();
    private Task<int> _run = Task.FromResult(0);

    /// <summary>No test of what is answered depends on how fast the machine is.</summary>
    static RunningService() => Environment.SetEnvironmentVariable("EcosystemGraph__Server__RequestTimeoutSeconds", "600");

    private RunningService()
    {
    }

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(10) };

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Starts the service and waits until it says where it listens.</summary>
    public static async Task<RunningService> StartAsync(params string[] arguments)
    {
        var service = new RunningService();
        var terminal = new Terminal(TextReader.Null, service._output, service._error, isInteractive: false);
        service._run = Task.Run(() => CommandLine.RunAsync(["serve", "--urls", "http://127.0.0.1:0", .. arguments], terminal, service._stop.Token));
        var address = service._output.WaitForAsync("GraphQL  ");
        if (await Task.WhenAny(address, service._run).WaitAsync(Patience) != address) Assert.Fail($"the service ended: {service.Error}");
        service.Client.BaseAddress = new Uri((await address).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd(',').Replace("/graphql", "/", StringComparison.Ordinal));
        return service;
    }

    /// <summary>Stops the service as Ctrl-C does, and tells its exit status.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _stop.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    /// <summary>Text that somebody waits for a line of.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly Lock _lock = new();
        private readonly List<(string Start, TaskCompletionSource<string> Found)> _awaited = [];

        public override Encoding Encoding => Encoding.UTF8;

        public Task<string> WaitForAsync(string start)
        {
            lock (_lock)
            {
                var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited.Add((start, found));
                if (ToString().Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line) found.TrySetResult(line);
                return found.Task;
            }
        }

        public override void WriteLine(string? value)
        {
            lock (_lock)
            {
                base.WriteLine(value);
                foreach (var (_, found) in _awaited.Where(a => value?.StartsWith(a.Start, StringComparison.Ordinal) == true)) found.TrySetResult(value!);
            }
        }

        public override string ToString()
        {
            lock (_lock) return base.ToString();
        }
    }
}
