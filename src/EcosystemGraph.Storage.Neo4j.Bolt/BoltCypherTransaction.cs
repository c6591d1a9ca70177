using EcosystemGraph.Storage.Neo4j.Transport;
using Neo4j.Driver;

namespace EcosystemGraph.Storage.Neo4j.Bolt;

/// <summary>A transaction in a session of its own.</summary>
internal sealed class BoltCypherTransaction(
    IAsyncSession session, IAsyncTransaction transaction, string where, TimeSpan patience, Action<IReadOnlyList<string>> onCommit) : ICypherTransaction
{
    private bool _isOpen = true;
    private bool _isSound = true;

    /// <inheritdoc/>
    public Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow = null, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        var call = new BoltCall(where, statement, patience, cancellationToken);
        var cursor = await call.WaitAsync(() => transaction.RunAsync(statement.Text, BoltValues.Parameters(statement.Parameters))).ConfigureAwait(false);
        var (rows, counters) = await call.ReadAsync(cursor, onRow).ConfigureAwait(false);
        return new CypherSummary(rows, counters, []);
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        var call = new BoltCall(where, null, patience, cancellationToken);
        await call.WaitAsync(async () =>
        {
            await transaction.CommitAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        _isOpen = false;
        IReadOnlyList<string> made = session.LastBookmarks?.Values ?? [];
        onCommit(made);
        return made;
    });

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        // Closing the session rolls back what is open in it.
        _isOpen = false;
        await BoltCypherTransport.CloseAsync(session, _isSound).ConfigureAwait(false);
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> run)
    {
        if (!_isOpen || !_isSound) throw new InvalidOperationException("the transaction has ended");
        _isSound = false;
        try
        {
            var result = await run().ConfigureAwait(false);
            _isSound = true;
            return result;
        }
        catch (CypherException e) when (e.Code is not null)
        {
            // The server says that it failed, and has rolled back: it answers, so closing the session may be waited for.
            _isOpen = false;
            _isSound = true;
            throw;
        }
    }
}
