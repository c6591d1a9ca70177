using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Others;
using EcosystemGraph.Storage.Neo4j.Reading;
using EcosystemGraph.Storage.Neo4j.Schema;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;
using EcosystemGraph.Storage.Neo4j.Writing;

namespace EcosystemGraph.Storage.Neo4j;

/// <summary>
/// A graph in a Neo4j database of its own, as somebody who sits in Neo4j Browser expects it: labels are kinds, relationship types are relation kinds, properties
/// are the ontology's. Beside its kind every entity is an <c>:Entity</c>. Statements that do not stand alone, observations and definitions are <c>:Claim</c>s with
/// the id of their subject; what does not hold any more is a <c>:PastClaim</c>; each change set is a <c>:ChangeSet</c>.
/// </summary>
/// <remarks>Several programs may write the same database, one after the other. All members may be called from any thread.</remarks>
public sealed class Neo4jGraphStore : IGraphStore
{
    private readonly ICypherRunner _runner;
    private readonly ChangeApplication _application;
    private readonly SemaphoreSlim _writing = new(1, 1);

    private Neo4jGraphStore(ICypherRunner runner, Neo4jStoreOptions options)
    {
        _runner = runner;
        Description = new StoreDescription("neo4j", runner.Description);
        _application = new ChangeApplication(runner, Description, options, Guid.NewGuid().ToString("N"));
    }

    /// <inheritdoc/>
    public StoreDescription Description { get; }

    /// <summary>Opens a database; an empty one is made ours.</summary>
    /// <param name="runner">The way to it, which the store owns from here on.</param>
    /// <param name="options">How the store behaves.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreErrorCode.Foreign"/>: it holds data that are not ours. <see cref="StoreErrorCode.NewerVersion"/>: a newer version of this program wrote it.
    /// <see cref="StoreErrorCode.Unavailable"/>: it cannot be reached. What was refused is as it was.
    /// </exception>
    public static async Task<Neo4jGraphStore> OpenAsync(ICypherRunner runner, Neo4jStoreOptions? options = null, CancellationToken cancellationToken = default) =>
        (await OpenAsync(runner, options, true, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Opens a database that is ours; null if it is empty, which it stays.</summary>
    /// <inheritdoc cref="OpenAsync(ICypherRunner, Neo4jStoreOptions?, CancellationToken)"/>
    public static Task<Neo4jGraphStore?> FindAsync(ICypherRunner runner, Neo4jStoreOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(runner, options, false, cancellationToken);

    private static async Task<Neo4jGraphStore?> OpenAsync(ICypherRunner runner, Neo4jStoreOptions? options, bool makes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var store = new Neo4jGraphStore(runner, options ?? new Neo4jStoreOptions());
        try
        {
            if (await store.RunAsync((transport, token) => StoreSchema.EnsureAsync(transport, runner.Description, makes, token), cancellationToken).ConfigureAwait(false)) return store;
            await store.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<long> GetRevisionAsync(CancellationToken cancellationToken = default) => ReadAsync((reader, token) => reader.ReadRevisionAsync(token), cancellationToken);

    /// <inheritdoc/>
    public async Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await GuardAsync(() => _application.ApplyAsync(changes, cancellationToken)).ConfigureAwait(false);
            if (result.Delta?.Manifest is { } manifest) await EnsureTextIndexAsync(manifest).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default) =>
        ReadAsync((reader, token) => reader.ReadAsync(revision, token), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var delta in await ReadAsync((reader, token) => reader.ReadChangesAsync(since, token), cancellationToken).ConfigureAwait(false)) yield return delta;
    }

    /// <summary>A token that differs whenever anything was committed to the database, by whomever. Cheap.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    public Task<string> GetChangeTokenAsync(CancellationToken cancellationToken = default) => RunAsync(
        async (transport, token) =>
        {
            // On Community neither the last transaction nor a log of changes can be asked for; the bookmark of a read moves with each commit.
            var summary = await transport.RunAsync(CypherLibrary.Get("read/revision"), AccessMode.Read, null, token).ConfigureAwait(false);
            return string.Join(' ', summary.Bookmarks);
        },
        cancellationToken);

    /// <summary>
    /// Finds what others (Neo4j Browser, an ETL) have written to the database beside this program, and takes what can be taken as mutations: a node or relationship
    /// of the ontology's kinds and properties, or a changed property, whose property <c>cite</c> names the citation. O(entities + relations).
    /// </summary>
    /// <param name="graph">The graph of this store.</param>
    /// <param name="cancellationToken">Stops comparing.</param>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    public Task<ForeignChanges> TakeForeignChangesAsync(LiveGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return GuardAsync(() => new ForeignChangeIntake(_runner).TakeAsync(graph, cancellationToken));
    }

    /// <summary>Closes the way to the database, after the change set that is being applied.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        await _runner.DisposeAsync().ConfigureAwait(false);
        _writing.Release();
    }

    private async Task EnsureTextIndexAsync(BundleManifest manifest)
    {
        try
        {
            await _runner.RunAsync((transport, token) => StoreSchema.EnsureTextIndexAsync(transport, manifest, token)).ConfigureAwait(false);
        }
        catch (CypherException e) when (e.MayPass)
        {
            // The change set is applied, and no answer of ours needs the index: opening the store makes what is missing.
        }
    }

    private Task<T> ReadAsync<T>(Func<GraphReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync((transport, token) => read(new GraphReader(transport, Description.Location), token), cancellationToken);

    private Task<T> RunAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        GuardAsync(() => _runner.RunAsync(work, cancellationToken));

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (Neo4jErrors.IsStoreFailure(e))
        {
            throw Neo4jErrors.Translate(Description.Location, e);
        }
    }
}
