using EcosystemGraph.App.Options;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j;
using EcosystemGraph.Storage.Neo4j.Others;

namespace EcosystemGraph.App.Graphs;

/// <summary>
/// Notices what others write to the served graph's Neo4j beside this program: takes it, logs what was taken, and of what cannot be, says where it is and why, in the log and to whoever asks the graph.
/// </summary>
internal sealed class ForeignChangeWatch : IAsyncDisposable
{
    // To compare a large graph takes seconds: so many times as long as that took it rests.
    private const int RestPerWork = 3;

    private readonly Neo4jGraphStore _store;
    private readonly LiveGraph _graph;
    private readonly ILogger _log;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Task _watching;

    private ForeignChangeWatch(Neo4jGraphStore store, LiveGraph graph, TimeSpan interval, ILogger log, TimeProvider clock)
    {
        (_store, _graph, _interval, _log, _clock) = (store, graph, interval, log, clock);
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Begins to watch, if the store is one that others write to; null otherwise.</summary>
    public static ForeignChangeWatch? Start(OpenedGraph graph, GraphOptions options, ILogger log) =>
        graph.Store is Neo4jGraphStore store ? new ForeignChangeWatch(store, graph.Live, TimeSpan.FromSeconds(options.PollSeconds), log, TimeProvider.System) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        string? seen = null;
        while (true)
        {
            var begun = _clock.GetTimestamp();
            try
            {
                // The token first: what is committed during the comparison makes another one.
                var token = await _store.GetChangeTokenAsync(_end.Token).ConfigureAwait(false);
                if (token != seen)
                {
                    Tell(await _store.TakeForeignChangesAsync(_graph, _end.Token).ConfigureAwait(false));
                    seen = token;
                }
            }
            catch (StoreException)
            {
                // That the store is away is told by whoever follows it; what was written meanwhile is found when it is back.
            }
            catch (InvalidChangeException e)
            {
                _log.LogError(e, "What others have written in Neo4j cannot be judged");
            }

            var rest = _clock.GetElapsedTime(begun) * RestPerWork;
            await Task.Delay(rest > _interval ? rest : _interval, _clock, _end.Token).ConfigureAwait(false);
        }
    }

    private void Tell(ForeignChanges changes)
    {
        _graph.Report(changes.Problems);
        foreach (var taken in changes.Taken) _log.LogWarning("{Change}", taken);
        foreach (var problem in changes.Problems.Where(p => !_told.Contains(p))) _log.LogWarning("{Change}", problem);

        // Once, until it is put right.
        _told.Clear();
        _told.UnionWith(changes.Problems);
    }
}
