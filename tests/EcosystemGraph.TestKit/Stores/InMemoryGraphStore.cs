using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.TestKit.Stores;

/// <summary>A store that keeps its rows in a list: the plainest thing that fulfils the contract, for tests and as the model of the others.</summary>
public sealed class InMemoryGraphStore : IGraphStore
{
    private readonly Lock _lock = new();
    private readonly List<Row> _rows = [];
    private readonly Dictionary<RowKey, int> _current = [];
    private readonly List<(string Id, BundleManifest? Manifest)> _revisions = [];
    private readonly Dictionary<string, long> _applied = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public StoreDescription Description { get; } = new("memory", "memory");

    /// <inheritdoc/>
    public Task<long> GetRevisionAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock) return Task.FromResult((long)_revisions.Count);
    }

    /// <inheritdoc/>
    public Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            try
            {
                return Task.FromResult(Apply(changes, cancellationToken));
            }
            catch (OperationCanceledException)
            {
                return Task.FromCanceled<ChangeResult>(cancellationToken);
            }
            catch (Exception e)
            {
                return Task.FromException<ChangeResult>(e);
            }
        }
    }

    /// <inheritdoc/>
    public Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var asked = revision ?? _revisions.Count;
            if (Unknown(asked) is { } unknown) return Task.FromException<GraphContent>(unknown);
            var facts = _rows.Where(row => row.From <= asked && !(row.To <= asked)).Select(row => row.Fact).ToList();
            return Task.FromResult(new GraphContent(asked, ManifestAt(asked), facts));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<RevisionDelta> deltas;
        lock (_lock)
        {
            if (Unknown(since) is { } unknown) throw unknown;
            deltas = [.. Enumerable.Range((int)since + 1, _revisions.Count - (int)since).Select(Delta)];
        }

        foreach (var delta in deltas)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return delta;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ChangeResult Apply(ChangeSet changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_applied.TryGetValue(changes.Id, out var first)) return new ChangeResult(first, true, null);
        var manifest = Layering.PlanManifest(changes, ManifestAt(_revisions.Count), Description);
        var (closed, opened) = Layering.Plan(changes, key => _current.TryGetValue(key, out var at) ? _rows[at].Fact : null);
        cancellationToken.ThrowIfCancellationRequested();
        if (closed.Count > 0 || opened.Count > 0 || manifest is not null) _revisions.Add((changes.Id, manifest));
        var revision = _revisions.Count;
        foreach (var key in closed)
        {
            _current.Remove(key, out var at);
            _rows[at] = _rows[at] with { To = revision };
        }

        foreach (var fact in opened)
        {
            _current.Add(new RowKey(fact.Key, fact.Origin), _rows.Count);
            _rows.Add(new Row(fact, revision, null));
        }

        _applied.Add(changes.Id, revision);
        return new ChangeResult(
            revision, false, new RevisionDelta { Revision = revision, ChangeSetId = changes.Id, Closed = closed, Opened = opened, Manifest = manifest });
    }

    private RevisionDelta Delta(int revision) => new()
    {
        Revision = revision,
        ChangeSetId = _revisions[revision - 1].Id,
        Closed = [.. _rows.Where(row => row.To == revision).Select(row => new RowKey(row.Fact.Key, row.Fact.Origin))],
        Opened = [.. _rows.Where(row => row.From == revision).Select(row => row.Fact)],
        Manifest = _revisions[revision - 1].Manifest,
    };

    private BundleManifest? ManifestAt(long revision) => _revisions.Take((int)revision).LastOrDefault(r => r.Manifest is not null).Manifest;

    private StoreException? Unknown(long revision) => revision >= 0 && revision <= _revisions.Count
        ? null
        : new StoreException(StoreErrorCode.UnknownRevision, $"there is no revision {revision}; revisions are 0 to {_revisions.Count}");

    private sealed record Row(Fact Fact, long From, long? To);
}
