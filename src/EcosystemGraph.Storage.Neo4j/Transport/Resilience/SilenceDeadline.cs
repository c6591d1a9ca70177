namespace EcosystemGraph.Storage.Neo4j.Transport.Resilience;

/// <summary>Ends work when the server has shown no sign of life for too long, over however many attempts.</summary>
internal sealed class SilenceDeadline : IDisposable
{
    // Telling the clock of every row would cost more than reading the row.
    private const long Grain = 50;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private long _told;

    public SilenceDeadline(TimeSpan limit, CancellationToken caller)
    {
        Limit = limit;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Extend(null);
    }

    /// <summary>How long silence may last.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Is cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True if the time is over, and it is not the caller who has stopped it.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>There was a sign of life.</summary>
    public void SignOfLife()
    {
        if (Environment.TickCount64 - Volatile.Read(ref _told) >= Grain) Extend(null);
    }

    /// <summary>The time starts anew; it is longer before what is known to be slow.</summary>
    public void Extend(TimeSpan? patience)
    {
        Volatile.Write(ref _told, Environment.TickCount64);
        _source.CancelAfter(patience > Limit ? patience.Value : Limit);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
