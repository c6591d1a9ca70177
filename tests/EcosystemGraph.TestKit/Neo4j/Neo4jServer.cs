using Xunit;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>
/// The Neo4j of a test assembly, started once. Classes that need it are in the collection <see cref="Collection"/> of their assembly, so that they use its one
/// database one after the other; where there is no Neo4j, their tests are skipped (<see cref="Neo4jTestFramework"/>).
/// </summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    /// <summary>The name of the collection.</summary>
    public const string Collection = "Neo4j";

    private IAsyncDisposable? _started;

    /// <summary>Where it is.</summary>
    public Neo4jAddress Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Neo4jAddress.Find(Environment.GetEnvironmentVariable) is { } running)
        {
            Address = running;
        }
        else if (Environment.GetEnvironmentVariable(Neo4jSource.CommandVariable) is { Length: > 0 } command)
        {
            var process = await Neo4jProcess.StartAsync(command);
            (Address, _started) = (process.Address, process);
        }
        else
        {
            var container = await DockerNeo4j.StartAsync();
            (Address, _started) = (container.Address, container);
        }
    }

    public async Task DisposeAsync()
    {
        if (_started is not null) await _started.DisposeAsync();
    }
}
