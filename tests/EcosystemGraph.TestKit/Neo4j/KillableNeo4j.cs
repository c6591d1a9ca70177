using Xunit;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>
/// A Neo4j that tests may kill and start again. Classes that need it are in the collection <see cref="Collection"/>; they are skipped where a server is only named by
/// <c>NEO4J_URI</c>, or Docker would have to start it: neither's plug can be pulled.
/// </summary>
public sealed class KillableNeo4j : IAsyncLifetime
{
    /// <summary>The name of the collection.</summary>
    public const string Collection = "Neo4j to be killed";

    private Neo4jProcess _process = null!;

    /// <summary>Where it is, before and after it was killed.</summary>
    public Neo4jAddress Address => _process.Address;

    /// <summary>Why there is none; null if there is one.</summary>
    internal static string? ReasonToSkip => Environment.GetEnvironmentVariable(Neo4jSource.CommandVariable) is { Length: > 0 }
        ? null
        : $"no Neo4j that may be killed: {Neo4jSource.CommandVariable} is not set";

    /// <summary>Ends it at once, as a power cut would.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Starts it again, with what it has kept.</summary>
    public Task StartAgainAsync() => _process.StartAgainAsync();

    public async Task InitializeAsync() => _process = await Neo4jProcess.StartAsync(Environment.GetEnvironmentVariable(Neo4jSource.CommandVariable)!);

    public async Task DisposeAsync() => await _process.DisposeAsync();
}
