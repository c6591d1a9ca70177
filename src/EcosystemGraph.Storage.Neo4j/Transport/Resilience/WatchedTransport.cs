namespace EcosystemGraph.Storage.Neo4j.Transport.Resilience;

/// <summary>Tells a deadline of every sign of life of the server. Does not own the transport.</summary>
internal sealed class WatchedTransport(ICypherTransport transport, SilenceDeadline deadline) : ICypherTransport
{
    /// <inheritdoc/>
    public string Description => transport.Description;

    /// <inheritdoc/>
    public async Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
    {
        if (statement.Patience is { } patience) deadline.Extend(patience);
        var summary = await transport.RunAsync(statement, mode, Watched(onRow, deadline), cancellationToken).ConfigureAwait(false);
        deadline.Extend(null);
        return summary;
    }

    /// <inheritdoc/>
    public async Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default)
    {
        var transaction = await transport.BeginAsync(mode, cancellationToken).ConfigureAwait(false);
        deadline.Extend(null);
        return new WatchedTransaction(transaction, deadline);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OnCypherRow Watched(OnCypherRow? onRow, SilenceDeadline deadline) => row =>
    {
        deadline.SignOfLife();
        onRow?.Invoke(row);
    };

    private sealed class WatchedTransaction(ICypherTransaction transaction, SilenceDeadline deadline) : ICypherTransaction
    {
        public async Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
        {
            if (statement.Patience is { } patience) deadline.Extend(patience);
            var summary = await transaction.RunAsync(statement, Watched(onRow, deadline), cancellationToken).ConfigureAwait(false);
            deadline.Extend(null);
            return summary;
        }

        public async Task<IReadOnlyList<string>> CommitAsync(CancellationToken cancellationToken = default)
        {
            var bookmarks = await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            deadline.Extend(null);
            return bookmarks;
        }

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
