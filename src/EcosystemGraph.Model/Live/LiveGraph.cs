using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Model.Live;

/// <summary>
/// A store and the newest snapshot of it. Readers take <see cref="Current"/> once and never wait; writes go one after another, and each ends with a new snapshot.
/// </summary>
/// <remarks>Safe to use from any number of threads. The store belongs to whoever opened it.</remarks>
public sealed class LiveGraph : IDisposable
{
    private const int RememberedChanges = 1_000;
    private const int SearchedRevisions = 100;
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    private readonly IGraphStore _store;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, long> _recent = new(StringComparer.Ordinal);
    private GraphSnapshot _current;
    private StoreHealth _health = new(null);
    private StoreException? _lastFailure;
    private IReadOnlyList<string> _problems = [];

    /// <summary>Starts from a snapshot of the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="snapshot">What it held when it was read.</param>
    /// <param name="clock">The clock; the system's if null.</param>
    public LiveGraph(IGraphStore store, GraphSnapshot snapshot, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(snapshot);
        _store = store;
        _current = snapshot;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The newest snapshot.</summary>
    public GraphSnapshot Current => Volatile.Read(ref _current);

    /// <summary>What the store is and where.</summary>
    public StoreDescription Store => _store.Description;

    /// <summary>Whether the store could be reached when it was last used.</summary>
    public StoreHealth Health => Volatile.Read(ref _health);

    /// <summary>What others have written to the store and breaks a rule, so that it is not in the graph, each as a sentence with its place; empty if there is nothing, or nobody looks.</summary>
    public IReadOnlyList<string> Problems => Volatile.Read(ref _problems);

    /// <summary>Reads a store and starts from what it holds. O(rows).</summary>
    /// <exception cref="StoreException">The store cannot be read, or is empty.</exception>
    public static async Task<LiveGraph> OpenAsync(IGraphStore store, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new LiveGraph(store, GraphSnapshot.Build(await store.ReadAsync(null, cancellationToken).ConfigureAwait(false)), clock);
    }

    /// <summary>
    /// Validates a change set, stores it and makes the next snapshot. When the task completes, <see cref="Current"/> shows the change.
    /// An id that was applied before changes nothing and answers with the revision of the first time.
    /// </summary>
    /// <exception cref="InvalidChangeException">The change set breaks a rule; nothing of it was applied.</exception>
    /// <exception cref="StoreException">The store cannot be reached or refuses; nothing of it was applied.</exception>
    public Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return ApplyAsync(changes.Id, _ => changes, cancellationToken);
    }

    /// <summary>As <see cref="ApplyAsync(ChangeSet, CancellationToken)"/>, of a change set that is made from the snapshot that it will change.</summary>
    /// <param name="id">The change set's id.</param>
    /// <param name="make">Makes it; may throw <see cref="InvalidChangeException"/>.</param>
    /// <param name="cancellationToken">Cancels what is not yet stored.</param>
    public async Task<ChangeResult> ApplyAsync(string id, Func<GraphSnapshot, ChangeSet> make, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_recent.TryGetValue(id, out var revision)) return new ChangeResult(revision, true, null);
            ChangeSet changes;
            try
            {
                changes = make(Current);
                Validate(changes);
            }
            catch (InvalidChangeException)
            {
                // What was right when it was applied need not be right a second time: a removal finds nothing any more.
                if (await FindInHistoryAsync(id, cancellationToken).ConfigureAwait(false) is not { } first) throw;
                return new ChangeResult(first, true, null);
            }

            var result = await Reach(() => _store.ApplyAsync(changes, cancellationToken)).ConfigureAwait(false);
            // What is stored must become visible, so from here on nobody's cancellation counts.
            if (result.Delta is { } delta && delta.Revision == Current.Revision + 1) Volatile.Write(ref _current, Current.Apply(delta));
            else if (result.Revision > Current.Revision) await FollowAsync(CancellationToken.None).ConfigureAwait(false);
            Remember(id, result.Revision);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Asks the store whether there is anything new, and takes it over. Cheap if there is not, and nobody waits for it then.</summary>
    /// <exception cref="StoreException">The store cannot be reached, or holds less than the snapshot, because it was replaced: the snapshot stays and is called stale.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // The snapshot first: a write meanwhile may only make the store's revision the newer one.
            var known = Current.Revision;
            var newest = await Reach(() => ProbeAsync(cancellationToken)).ConfigureAwait(false);
            if (newest < known)
                throw new StoreException(StoreErrorCode.UnknownRevision, $"'{Store.Location}' is at revision {newest}, and {known} was read from it before: it was replaced; start the service again to serve what it holds now");
            if (newest > Current.Revision) await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            MarkStale(e);
            throw;
        }
    }

    /// <summary>Takes over what others have written to the store since.</summary>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Takes the place of <see cref="Problems"/>, for whoever has looked.</summary>
    public void Report(IReadOnlyList<string> problems) => Volatile.Write(ref _problems, problems);

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    /// <summary>Asks for the newest revision, with less patience than a read has: else a question that got lost would hold up the next, long after the store is back.</summary>
    private async Task<long> ProbeAsync(CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(ProbePatience);
        try
        {
            return await _store.GetRevisionAsync(source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(StoreErrorCode.Unavailable, $"'{Store.Location}' did not answer within {ProbePatience.TotalSeconds:0} s", e);
        }
    }

    /// <summary>Waits until no other write is under way. If the store has been found to be away meanwhile, that is the answer: else each who waits would find it out anew.</summary>
    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref _lastFailure);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        var last = Volatile.Read(ref _lastFailure);
        if (!Health.IsStale || last is null || ReferenceEquals(last, before)) return;
        _writing.Release();
        throw new StoreException(last.Code, last.Message, last);
    }

    private void Validate(ChangeSet changes)
    {
        var before = Current;
        var ontology = changes.Manifest is { } manifest && manifest.Ontology != before.Manifest.Ontology ? Ontologies.OntologyReader.Read(manifest.Ontology) : before.Ontology;
        var problems = ChangeSetValidator.Validate(ontology, changes, new SnapshotLookup(before));
        if (problems.Count > 0) throw new InvalidChangeException(changes.Id, problems);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var next = Current;
        await Reach(async () =>
        {
            await foreach (var delta in _store.ReadChangesAsync(next.Revision, cancellationToken).ConfigureAwait(false)) next = next.Apply(delta);
            return true;
        }).ConfigureAwait(false);
        Volatile.Write(ref _current, next);
    }

    /// <summary>Looks for a change set among the last revisions; the first one is a bundle's, and large.</summary>
    private async Task<long?> FindInHistoryAsync(string id, CancellationToken cancellationToken)
    {
        var since = Math.Max(1, Current.Revision - SearchedRevisions);
        if (since >= Current.Revision) return null;
        await foreach (var delta in _store.ReadChangesAsync(since, cancellationToken).ConfigureAwait(false))
        {
            if (delta.ChangeSetId == id) return delta.Revision;
        }

        return null;
    }

    private void Remember(string id, long revision)
    {
        if (_recent.TryAdd(id, revision)) _order.Enqueue(id);
        if (_order.Count > RememberedChanges) _recent.Remove(_order.Dequeue());
    }

    private async Task<T> Reach<T>(Func<Task<T>> use)
    {
        try
        {
            var result = await use().ConfigureAwait(false);
            if (Health.IsStale) Volatile.Write(ref _health, new StoreHealth(null));
            return result;
        }
        catch (StoreException e) when (e.Code == StoreErrorCode.Unavailable)
        {
            MarkStale(e);
            throw;
        }
    }

    private void MarkStale(StoreException e)
    {
        Volatile.Write(ref _lastFailure, e);
        if (!Health.IsStale) Volatile.Write(ref _health, new StoreHealth(_clock.GetUtcNow()));
    }
}

/// <summary>Whether a store can be reached.</summary>
/// <param name="Since">Since when it cannot; null while it can.</param>
public sealed record StoreHealth(DateTimeOffset? Since)
{
    /// <summary>True while what is read may be older than what the store holds.</summary>
    public bool IsStale => Since is not null;
}
