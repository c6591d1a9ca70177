using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using Microsoft.Data.Sqlite;

namespace EcosystemGraph.Storage.Sqlite;

/// <summary>
/// The system of record in one SQLite file. Change sets are applied one at a time, each in one transaction that is on the disk when it is answered
/// (WAL, <c>synchronous = FULL</c>); readers see the newest revision that was finished when they began, and wait for nobody.
/// </summary>
/// <remarks>
/// The schema is in <c>Schema/*.sql</c>. Facts are kept as JSON in rows of their own; views (<c>entity_statement</c>, <c>relation_statement</c>,
/// <c>observation_statement</c>) show them to whoever opens the file. SQLite works on the thread that asks, so everything runs on the thread pool.
/// </remarks>
public sealed class SqliteGraphStore : IGraphStore
{
    private readonly SqliteFile _file;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TimeProvider _clock;
    private bool _disposed;

    private SqliteGraphStore(SqliteFile file, SqliteConnection writer, TimeProvider clock)
    {
        _file = file;
        _writer = writer;
        _clock = clock;
        Description = new StoreDescription("sqlite", file.Path);
    }

    /// <inheritdoc/>
    public StoreDescription Description { get; }

    /// <summary>Opens a file; creates it if it is not there, and brings an older version's up to date.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="options">How the store behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Stops before the file is touched.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreErrorCode.Corrupt"/>: it is no SQLite database, or a damaged one. <see cref="StoreErrorCode.Foreign"/>: it is another application's.
    /// <see cref="StoreErrorCode.NewerVersion"/>: a newer version of this program wrote it. <see cref="StoreErrorCode.Unavailable"/>: it cannot be opened,
    /// is locked, cannot be written, or its disk is full. What was refused is as it was.
    /// </exception>
    public static Task<SqliteGraphStore> OpenAsync(string path, SqliteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SqliteStoreOptions();
        var file = new SqliteFile(path, options);
        return Task.Run(() => Guard(file.Path, () => new SqliteGraphStore(file, file.OpenForWriting(), options.TimeProvider)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> GetRevisionAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(static connection => new ChangeSetTable(connection).NewestRevision(), cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await Task.Run(() => Guard(_file.Path, () => Apply(changes, cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default) =>
        ReadAsync(
            connection =>
            {
                var changeSets = new ChangeSetTable(connection);
                var newest = changeSets.NewestRevision();
                var asked = KnownRevision(revision ?? newest, newest);
                using var facts = new FactTable(connection);
                return new GraphContent(asked, changeSets.ManifestAt(asked), facts.ReadAt(asked, asked == newest, cancellationToken));
            },
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var connection = await Task.Run(() => Guard(_file.Path, _file.OpenForReading), cancellationToken).ConfigureAwait(false);

        // One transaction: what is applied meanwhile is not among the answers, however long they take.
        using var transaction = connection.BeginTransaction(deferred: true);
        var newest = Guard(_file.Path, new ChangeSetTable(connection).NewestRevision);
        for (var revision = KnownRevision(since, newest) + 1; revision <= newest; revision++)
        {
            var asked = revision;
            yield return await Task.Run(() => Guard(_file.Path, () => ReadDelta(connection, asked, cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the file, after the change set that is being applied.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        if (!_disposed) await _writer.DisposeAsync().ConfigureAwait(false);
        _disposed = true;
        _writing.Release();
    }

    private ChangeResult Apply(ChangeSet changes, CancellationToken cancellationToken)
    {
        using var transaction = _writer.BeginTransaction(deferred: false);
        var changeSets = new ChangeSetTable(_writer);
        if (changeSets.Find(changes.Id) is { } first) return new ChangeResult(first, true, null);

        var newest = changeSets.NewestRevision();
        var manifest = Layering.PlanManifest(changes, changeSets.ManifestAt(newest), Description);
        using var facts = new FactTable(_writer);

        // The first load of a bundle replaces nothing: a million look-ups would all be in vain.
        var isFirst = facts.IsEmpty();
        var (closed, opened) = Layering.Plan(changes, isFirst ? null : FindCurrent);
        var makesRevision = closed.Count > 0 || opened.Count > 0 || manifest is not null;
        var revision = makesRevision ? newest + 1 : newest;

        // Ended first: two rows of one key never hold together.
        foreach (var row in closed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            facts.End(row, revision);
        }

        var indexes = isFirst ? facts.DropIndexes() : "";
        foreach (var fact in opened)
        {
            cancellationToken.ThrowIfCancellationRequested();
            facts.Begin(fact, revision);
        }

        if (isFirst) _writer.Execute(indexes);
        changeSets.Add(changes, revision, makesRevision, manifest, _clock.GetUtcNow());
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        return new ChangeResult(
            revision, false, new RevisionDelta { Revision = revision, ChangeSetId = changes.Id, Closed = closed, Opened = opened, Manifest = manifest });

        Fact? FindCurrent(RowKey row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return facts.FindCurrent(row);
        }
    }

    private static RevisionDelta ReadDelta(SqliteConnection connection, long revision, CancellationToken cancellationToken)
    {
        var (id, manifest) = new ChangeSetTable(connection).Read(revision);
        using var facts = new FactTable(connection);
        return new RevisionDelta
        {
            Revision = revision,
            ChangeSetId = id,
            Closed = facts.ReadEnded(revision, cancellationToken),
            Opened = facts.ReadBegun(revision, cancellationToken),
            Manifest = manifest,
        };
    }

    private Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Task.Run(
            () => Guard(_file.Path, () =>
            {
                using var connection = _file.OpenForReading();
                using var transaction = connection.BeginTransaction(deferred: true);
                return read(connection);
            }),
            cancellationToken);
    }

    private long KnownRevision(long revision, long newest) =>
        revision >= 0 && revision <= newest
            ? revision
            : throw new StoreException(StoreErrorCode.UnknownRevision, $"'{_file.Path}' has no revision {revision}; its revisions are 0 to {newest}");

    private static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (SqliteErrors.IsStoreFailure(e))
        {
            throw SqliteErrors.Translate(path, e);
        }
    }
}
