using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Reading;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>
/// Applies one change set as one revision. What fits into a transaction is one. What does not is written in parts that nobody sees, because they belong to a revision
/// that is not there yet; the last transaction changes what was there and makes the revision. Each transaction may be repeated: the change set's id and the number of
/// the part on its lane say whether it was committed.
/// </summary>
/// <param name="runner">The way to the database.</param>
/// <param name="store">What the store is, for messages.</param>
/// <param name="options">The store's options.</param>
/// <param name="writer">Who writes, if it is in parts.</param>
internal sealed class ChangeApplication(ICypherRunner runner, StoreDescription store, Neo4jStoreOptions options, string writer)
{
    // Undoing runs on the server, in parts of its own.
    private static readonly TimeSpan UndoPatience = TimeSpan.FromMinutes(30);

    private readonly WriteBatches _batches = new(options.BatchSize, options.ColumnsFrom);

    /// <summary>Applies it.</summary>
    public async Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var isLarge = changes.Upserts.Count > options.LargestTransaction;
        while (true)
        {
            var result = isLarge
                ? await ApplyInPartsAsync(changes, cancellationToken).ConfigureAwait(false)
                : await runner.RunAsync((transport, token) => ApplyAtOnceAsync(transport, changes, token), cancellationToken).ConfigureAwait(false);
            if (result is not null) return result;
            await runner.RunAsync(UndoAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ChangeResult?> ApplyAtOnceAsync(ICypherTransport transport, ChangeSet changes, CancellationToken cancellationToken)
    {
        var transaction = await transport.BeginAsync(AccessMode.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var held = await StoreLock.TakeAsync(transaction.RunAsync, changes.Id, store.Location, cancellationToken).ConfigureAwait(false);
            if (held.Applied is { } first) return new ChangeResult(first, true, null);
            if (IsAbandoned(held)) return null;
            var planned = await PlanAsync(transaction.RunAsync, changes, held.Revision, cancellationToken).ConfigureAwait(false);
            foreach (var part in _batches.Subjects(planned.Plan.Added).Concat(_batches.Relations(planned.Plan.Added, planned.Plan.Revision)))
                await transaction.RunAsync(part.ToStatement(), null, cancellationToken).ConfigureAwait(false);
            return await FinishAsync(transaction, changes, planned, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ChangeResult?> ApplyInPartsAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var begun = await runner.RunAsync((transport, token) => BeginPartsAsync(transport, changes.Id, token), cancellationToken).ConfigureAwait(false);
        if (begun is not { } held) return null;
        if (held.Applied is { } first) return new ChangeResult(first, true, null);
        try
        {
            // Nobody else writes from here on: what is there now is there at the end.
            var planned = await runner.RunAsync(
                (transport, token) => PlanAsync((statement, onRow, t) => transport.RunAsync(statement, AccessMode.Read, onRow, t), changes, held.Revision, token), cancellationToken).ConfigureAwait(false);
            var lanes = new WriteLanes(runner, writer, store.Location, options.Lanes);
            await lanes.WriteAsync(_batches.Subjects(planned.Plan.Added), cancellationToken).ConfigureAwait(false);

            // Relations when all their ends are there.
            await lanes.WriteAsync(_batches.Relations(planned.Plan.Added, planned.Plan.Revision, options.Lanes), cancellationToken).ConfigureAwait(false);
            return await runner.RunAsync((transport, token) => EndPartsAsync(transport, changes, planned, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not CypherException { Kind: CypherErrorKind.Unavailable })
        {
            // Of a server that is away nothing can be undone, and nobody is to wait for that; the next writer does it.
            await TryUndoAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<StoreLock?> BeginPartsAsync(ICypherTransport transport, string id, CancellationToken cancellationToken)
    {
        var transaction = await transport.BeginAsync(AccessMode.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var held = await StoreLock.TakeAsync(transaction.RunAsync, id, store.Location, cancellationToken).ConfigureAwait(false);
            if (held.Applied is not null) return held;
            if (IsAbandoned(held)) return null;
            await transaction.RunAsync(CypherLibrary.Get("write/begin-parts").With(("writer", writer), ("lanes", options.Lanes)), null, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return held;
        }
    }

    private async Task<ChangeResult> EndPartsAsync(ICypherTransport transport, ChangeSet changes, Planned planned, CancellationToken cancellationToken)
    {
        var transaction = await transport.BeginAsync(AccessMode.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var held = await StoreLock.TakeAsync(transaction.RunAsync, changes.Id, store.Location, cancellationToken).ConfigureAwait(false);
            if (held.Applied is not null) return planned.ToResult(changes.Id);
            if (held.Writer != writer) throw StoreLock.TakenOver(store.Location);
            return await FinishAsync(transaction, changes, planned, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ChangeResult> FinishAsync(ICypherTransaction transaction, ChangeSet changes, Planned planned, CancellationToken cancellationToken)
    {
        foreach (var statement in _batches.Change(planned.Plan)) await transaction.RunAsync(statement, null, cancellationToken).ConfigureAwait(false);
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = changes.Id,
            ["revision"] = planned.Revision,
            ["makesRevision"] = planned.MakesRevision,
            ["inline"] = planned.IsInline,
            ["origin"] = changes.Origin == Origin.Mutation ? "mutation" : "bundle",
            ["appliedAt"] = options.TimeProvider.GetUtcNow().UtcDateTime.ToString("O"),
            ["message"] = changes.Message,
        };
        if (planned.Manifest is not null) ManifestRow.Write(properties, planned.Manifest);
        await transaction.RunAsync(CypherLibrary.Get("write/change-set").With(("revision", planned.Revision), ("properties", properties)), null, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return planned.ToResult(changes.Id);
    }

    private async Task<Planned> PlanAsync(RunStatement run, ChangeSet changes, long newest, CancellationToken cancellationToken)
    {
        var held = newest == 0 ? null : await ManifestRow.ReadAsync(run, newest, cancellationToken).ConfigureAwait(false);
        var manifest = Layering.PlanManifest(changes, held, store);

        // The first load of a bundle replaces nothing: a million look-ups would all be in vain.
        var current = newest == 0 ? CurrentRows.Empty : await CurrentRows.ReadAsync(run, changes, cancellationToken).ConfigureAwait(false);
        var (closed, opened) = Layering.Plan(changes, newest == 0 ? null : current.Find);
        cancellationToken.ThrowIfCancellationRequested();
        var makesRevision = closed.Count > 0 || opened.Count > 0 || manifest is not null;
        var isInline = opened.Count >= options.InlineFrom;
        var revision = makesRevision ? newest + 1 : newest;
        return new Planned(revision, makesRevision, isInline, manifest, closed, opened, ChangePlan.Make(current, closed, opened, revision, isInline));
    }

    /// <summary>True if somebody's unfinished change set has to be undone first.</summary>
    /// <exception cref="StoreException">Somebody is at it.</exception>
    private bool IsAbandoned(StoreLock held)
    {
        if (held.Writer is null) return false;
        if (held.Writer == writer || held.Idle >= options.AbandonedAfter) return true;
        throw new StoreException(StoreErrorCode.Unavailable, $"'{store.Location}' is being written by another program; try again when that has finished");
    }

    private async Task<bool> UndoAsync(ICypherTransport transport, CancellationToken cancellationToken)
    {
        // Its writer, should it only have slept, must not go on.
        StoreLock held;
        var transaction = await transport.BeginAsync(AccessMode.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            held = await StoreLock.TakeAsync(transaction.RunAsync, "", store.Location, cancellationToken).ConfigureAwait(false);
            if (held.Writer is null || !IsAbandoned(held)) return true;
            await transaction.RunAsync(CypherLibrary.Get("write/begin-parts").With(("writer", writer), ("lanes", 0)), null, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (var name in new[] { "write/undo-relations", "write/undo-claims", "write/undo-entities" })
        {
            var undo = CypherLibrary.Get(name).With(("revision", held.Revision)) with { Patience = UndoPatience };
            await transport.RunAsync(undo, AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        }

        await transport.RunAsync(CypherLibrary.Get("write/end-parts").With(("writer", writer)), AccessMode.Write, null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Undoes at once what failed; if the database is away too, the next writer does it.</summary>
    private async Task TryUndoAsync()
    {
        try
        {
            await runner.RunAsync(UndoAsync, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CypherException or StoreException)
        {
            // Nobody sees what is left: the reason for the failure is what counts.
        }
    }

    private sealed record Planned(long Revision, bool MakesRevision, bool IsInline, BundleManifest? Manifest, List<RowKey> Closed, List<Fact> Opened, ChangePlan Plan)
    {
        public ChangeResult ToResult(string id) => new(
            Revision, false, new RevisionDelta { Revision = Revision, ChangeSetId = id, Closed = Closed, Opened = Opened, Manifest = Manifest });
    }
}
