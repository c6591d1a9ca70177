namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>Cancels what waits for a server that is silent for too long. Every sign of life starts the time anew.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;

    public Patience(TimeSpan limit, CancellationToken caller)
    {
        Limit = limit;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
    }

    /// <summary>How long the server may be silent.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Is cancelled when the time is up, or by the caller.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True if the time is up, and it is not the caller who has stopped it.</summary>
    public bool IsExhausted => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>The wait begins.</summary>
    public void Start() => _source.CancelAfter(Limit);

    /// <summary>There was a sign of life; what follows is our own time.</summary>
    public void Stop() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
