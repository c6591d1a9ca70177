using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Model.Live;

/// <summary>
/// Asks a store again and again whether it holds anything new, so that a graph takes over what others have written, and catches up by itself when a store
/// that was away is back.
/// </summary>
public sealed class StoreWatch : IAsyncDisposable
{
    private readonly LiveGraph _graph;
    private readonly PeriodicTimer _timer;
    private readonly Action<Exception?> _onTurn;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;

    /// <summary>Begins to watch.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="interval">How long to wait between two questions.</param>
    /// <param name="onTurn">Is told when things turn: what has gone wrong, once for each new message; null when the store is back.</param>
    /// <param name="clock">The clock; the system's if null.</param>
    public StoreWatch(LiveGraph graph, TimeSpan interval, Action<Exception?> onTurn, TimeProvider? clock = null)
    {
        _graph = graph;
        _onTurn = onTurn;
        _timer = new PeriodicTimer(interval, clock ?? TimeProvider.System);
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Stops watching.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _timer.Dispose();
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        string? told = null;
        try
        {
            while (await _timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                var failure = await RefreshAsync().ConfigureAwait(false);
                if (failure?.Message == told) continue;
                told = failure?.Message;
                _onTurn(failure);
            }
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }
    }

    private async Task<Exception?> RefreshAsync()
    {
        try
        {
            await _graph.RefreshAsync(_end.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is StoreException or InvalidInputException or InvalidChangeException)
        {
            // The next question may be answered. Until then the snapshot stays as it is.
            return e;
        }
    }
}
