namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>A transaction that the server keeps open between requests, until it is committed, rolled back, or idle for too long.</summary>
internal sealed class HttpCypherTransaction(QueryApi api, string id, string? affinity, Action<IReadOnlyList<string>> onCommit) : ICypherTransaction
{
    private string? _affinity = affinity;
    private State _state = State.Open;

    private enum State
    {
        Open,
        InDoubt,
        Ended,
    }

    /// <inheritdoc/>
    public async Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/tx/{id}", QueryRequest.Of(statement, null, []), statement, onRow, cancellationToken).ConfigureAwait(false);
        return new CypherSummary(answer.Rows, answer.Counters, []);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/tx/{id}/commit", QueryRequest.WithoutStatement(null, []), null, null, cancellationToken).ConfigureAwait(false);
        _state = State.Ended;
        onCommit(answer.Bookmarks);
        return answer.Bookmarks;
    }

    /// <summary>Rolls back what was not committed.</summary>
    public ValueTask DisposeAsync()
    {
        var state = _state;
        _state = State.Ended;
        switch (state)
        {
            case State.Open:
                return new ValueTask(RollBackAsync());
            case State.InDoubt:
                // Nobody waits for a server that has just been silent; the locks are released if it hears this.
                _ = RollBackAsync();
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }

    private async Task<QueryAnswer> SendAsync(
        HttpMethod method, string path, HttpContent body, CypherStatement? statement, OnCypherRow? onRow, CancellationToken cancellationToken)
    {
        if (_state != State.Open) throw new InvalidOperationException("the transaction has ended");

        // Until the answer is there nobody knows what happened.
        _state = State.InDoubt;
        try
        {
            var answer = await api.SendAsync(method, path, body, _affinity, statement, onRow, cancellationToken).ConfigureAwait(false);
            _affinity = answer.Affinity ?? _affinity;
            _state = State.Open;
            return answer;
        }
        catch (CypherException e) when (e.Code is not null)
        {
            // The server says that it failed, and has rolled back.
            _state = State.Ended;
            throw;
        }
    }

    private async Task RollBackAsync()
    {
        try
        {
            await api.SendAsync(HttpMethod.Delete, $"/tx/{id}", null, _affinity, null, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CypherException or ObjectDisposedException or OperationCanceledException)
        {
            // The transaction is over at the server already, or ends there by itself when it has been idle for some time: nothing of it is kept either way.
        }
    }
}
