using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.App.Graphs;

/// <summary>A store that was opened and the graph that it holds; both are closed together.</summary>
internal sealed class OpenedGraph : IAsyncDisposable
{
    private readonly IGraphStore _store;

    private OpenedGraph(IGraphStore store, LiveGraph live)
    {
        _store = store;
        Live = live;
    }

    /// <summary>The graph.</summary>
    public LiveGraph Live { get; }

    /// <summary>The store that it is of.</summary>
    public IGraphStore Store => _store;

    /// <summary>Opens a store and reads it.</summary>
    /// <param name="store">The store; it is closed at once if it cannot be read.</param>
    /// <param name="content">What it holds, if that was read already.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static async Task<OpenedGraph> OpenAsync(IGraphStore store, GraphContent? content, CancellationToken cancellationToken)
    {
        try
        {
            var live = content is null
                ? await LiveGraph.OpenAsync(store, cancellationToken: cancellationToken).ConfigureAwait(false)
                : new LiveGraph(store, GraphSnapshot.Build(content));
            return new OpenedGraph(store, live);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Live.Dispose();
        await _store.DisposeAsync().ConfigureAwait(false);
    }
}
