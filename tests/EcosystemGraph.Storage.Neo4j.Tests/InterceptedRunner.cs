using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>Asks before each statement of a transaction; what is thrown then is how the statement ends.</summary>
internal sealed class InterceptedRunner(ICypherRunner runner, Func<CypherStatement, Task> before) : ICypherRunner
{
    public string Description => runner.Description;

    public Task<T> RunAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default) =>
        runner.RunAsync((transport, token) => work(new Transport(transport, before), token), cancellationToken);

    public Task<T> RunOnceAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default) =>
        runner.RunOnceAsync((transport, token) => work(new Transport(transport, before), token), cancellationToken);

    public ValueTask DisposeAsync() => runner.DisposeAsync();

    private sealed class Transport(ICypherTransport transport, Func<CypherStatement, Task> before) : ICypherTransport
    {
        public string Description => transport.Description;

        public Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default) =>
            transport.RunAsync(statement, mode, onRow, cancellationToken);

        public async Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default) =>
            new Transaction(await transport.BeginAsync(mode, cancellationToken), before);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Transaction(ICypherTransaction transaction, Func<CypherStatement, Task> before) : ICypherTransaction
    {
        public async Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
        {
            await before(statement);
            return await transaction.RunAsync(statement, onRow, cancellationToken);
        }

        public Task<IReadOnlyList<string>> CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
