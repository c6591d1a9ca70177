using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Rows;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Reading;

/// <summary>
/// Reads the graph as one revision has it. Neo4j isolates statements, not transactions: what another commits meanwhile is seen by the next statement. So the revision
/// is read before and after, and what was read in between counts only if it did not move.
/// </summary>
/// <param name="transport">The way to the database.</param>
/// <param name="location">Where it is, for messages.</param>
internal sealed class GraphReader(ICypherTransport transport, string location)
{
    /// <summary>The newest revision.</summary>
    public async Task<long> ReadRevisionAsync(CancellationToken cancellationToken)
    {
        var revision = -1L;
        await RunAsync(CypherLibrary.Get("read/revision"), row => revision = row.Get<long>(0), cancellationToken).ConfigureAwait(false);
        return revision >= 0
            ? revision
            : throw new StoreException(StoreErrorCode.Foreign, $"'{location}' does not hold this program's graph any more; somebody has emptied it or put another database in its place");
    }

    /// <summary>Everything that held at a revision, the newest if null.</summary>
    public Task<GraphContent> ReadAsync(long? revision, CancellationToken cancellationToken) => ReadUnmovedAsync(
        async newest =>
        {
            var asked = KnownRevision(revision ?? newest, newest);
            var facts = new List<Fact>();
            if (asked == 0) return new GraphContent(0, null, facts);
            var decoder = new RowDecoder();
            var range = new (string, object?)[] { ("since", 0L), ("revision", asked) };
            await RunAsync(CypherLibrary.Get("read/entities").With(range), row => facts.Add(decoder.ReadEntity(row).Fact), cancellationToken).ConfigureAwait(false);
            await RunAsync(CypherLibrary.Get("read/relations").With(range), row => facts.Add(decoder.ReadRelation(row).Fact), cancellationToken).ConfigureAwait(false);
            await RunAsync(CypherLibrary.Get("read/claims").With(range), row => facts.Add(decoder.ReadClaim(row).Fact), cancellationToken).ConfigureAwait(false);
            if (asked < newest)
                await RunAsync(CypherLibrary.Get("read/past-claims").With(("revision", asked)), row => facts.Add(decoder.ReadClaim(row).Fact), cancellationToken).ConfigureAwait(false);
            return new GraphContent(asked, await ManifestRow.ReadAsync(RunAsync, asked, cancellationToken).ConfigureAwait(false), facts);
        },
        cancellationToken);

    /// <summary>What each revision after one changed, oldest first.</summary>
    public Task<List<RevisionDelta>> ReadChangesAsync(long since, CancellationToken cancellationToken) => ReadUnmovedAsync(
        async newest =>
        {
            KnownRevision(since, newest);
            var changes = new SortedDictionary<long, ChangeRows>();
            var areInline = false;
            if (since == newest) return [];
            var range = new (string, object?)[] { ("since", since), ("revision", newest) };
            await RunAsync(
                CypherLibrary.Get("read/change-sets").With(range),
                row =>
                {
                    changes.Add(row.Get<long>(0), new ChangeRows(row.Get<string>(1), ManifestRow.Read(row, 3)));
                    areInline |= row[2] is true;
                },
                cancellationToken).ConfigureAwait(false);
            var decoder = new RowDecoder();
            if (areInline)
            {
                await RunAsync(CypherLibrary.Get("read/entities").With(range), row => Opened(decoder.ReadEntity(row)), cancellationToken).ConfigureAwait(false);
                await RunAsync(CypherLibrary.Get("read/relations").With(range), row => Opened(decoder.ReadRelation(row)), cancellationToken).ConfigureAwait(false);
            }

            await RunAsync(CypherLibrary.Get("read/claims").With(range), row => Opened(decoder.ReadClaim(row)), cancellationToken).ConfigureAwait(false);
            await RunAsync(CypherLibrary.Get("read/ended-claims").With(range), row => Closed(decoder.ReadClaim(row)), cancellationToken).ConfigureAwait(false);
            return changes.Select(c => c.Value.ToDelta(c.Key)).ToList();

            void Opened(StoredRow row) => Of(row.From).Opened.Add(row.Fact);

            void Closed(StoredRow row)
            {
                if (row.From > since) Opened(row);
                Of(row.Until).Closed.Add(new RowKey(row.Fact.Key, row.Fact.Origin));
            }

            ChangeRows Of(long revision) => changes.TryGetValue(revision, out var rows) ? rows : throw new FormatException($"revision {revision} has no change set");
        },
        cancellationToken);

    private async Task<T> ReadUnmovedAsync<T>(Func<long, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var before = await ReadRevisionAsync(cancellationToken).ConfigureAwait(false); ;)
        {
            T? result = default;
            Exception? torn = null;
            try
            {
                result = await read(before).ConfigureAwait(false);
            }
            catch (FormatException e)
            {
                // Rows that do not fit together are damage only if nobody has moved them meanwhile.
                torn = e;
            }

            var after = await ReadRevisionAsync(cancellationToken).ConfigureAwait(false);
            if (after == before) return torn is null ? result! : throw torn;
            before = after;
        }
    }

    private Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow, CancellationToken cancellationToken) =>
        transport.RunAsync(statement, AccessMode.Read, onRow, cancellationToken);

    private long KnownRevision(long revision, long newest) =>
        revision >= 0 && revision <= newest
            ? revision
            : throw new StoreException(StoreErrorCode.UnknownRevision, $"'{location}' has no revision {revision}; its revisions are 0 to {newest}");

    private sealed class ChangeRows(string id, BundleManifest? manifest)
    {
        public List<RowKey> Closed { get; } = [];

        public List<Fact> Opened { get; } = [];

        public RevisionDelta ToDelta(long revision) => new() { Revision = revision, ChangeSetId = id, Closed = Closed, Opened = Opened, Manifest = manifest };
    }
}
