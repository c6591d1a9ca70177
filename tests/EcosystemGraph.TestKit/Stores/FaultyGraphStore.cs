using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.TestKit.Stores;

/// <summary>A store that can be away: it belongs to somebody else, who goes on writing to it meanwhile.</summary>
public sealed class FaultyGraphStore(IGraphStore store) : IGraphStore
{
    private volatile bool _isAway;
    private long _asked;

    public StoreDescription Description => store.Description;

    /// <summary>True while nothing reaches it.</summary>
    public bool IsAway { get => _isAway; set => _isAway = value; }

    /// <summary>Is waited for before anything fails; null for at once.</summary>
    public Task? FailsAfter { get; set; }

    /// <summary>How often it was asked for anything.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    public async Task<long> GetRevisionAsync(CancellationToken cancellationToken = default)
    {
        await ReachAsync();
        return await store.GetRevisionAsync(cancellationToken);
    }

    public async Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        await ReachAsync();
        return await store.ApplyAsync(changes, cancellationToken);
    }

    public async Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default)
    {
        await ReachAsync();
        return await store.ReadAsync(revision, cancellationToken);
    }

    public async IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ReachAsync();
        await foreach (var delta in store.ReadChangesAsync(since, cancellationToken)) yield return delta;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ReachAsync()
    {
        Interlocked.Increment(ref _asked);
        if (!IsAway) return;
        if (FailsAfter is { } signal) await signal;
        throw new StoreException(StoreErrorCode.Unavailable, "the store is away");
    }
}
