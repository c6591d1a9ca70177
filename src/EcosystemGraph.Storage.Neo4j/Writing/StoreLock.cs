using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Statements;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>What a writer finds when it has the lock.</summary>
/// <param name="Revision">The newest revision.</param>
/// <param name="Applied">The revision of the change set that it brings, if that was applied before.</param>
/// <param name="Writer">Who writes a large change set in parts; null if nobody does.</param>
/// <param name="Idle">How long that writer has been silent.</param>
internal readonly record struct StoreLock(long Revision, long? Applied, string? Writer, TimeSpan Idle)
{
    /// <summary>Takes the lock for the rest of the transaction.</summary>
    public static async Task<StoreLock> TakeAsync(RunStatement run, string changeSet, string location, CancellationToken cancellationToken)
    {
        StoreLock? taken = null;
        await run(
            CypherLibrary.Get("write/lock").With(("id", changeSet)),
            row => taken = new StoreLock(row.Get<long>(0), row[1] as long?, row.Find<string>(2), TimeSpan.FromMilliseconds(row[3] is long idle ? idle : 0)),
            cancellationToken).ConfigureAwait(false);
        return taken ?? throw new StoreException(
            StoreErrorCode.Foreign, $"'{location}' does not hold this program's graph any more; somebody has emptied it or put another database in its place");
    }

    /// <summary>The failure of a writer whose place another has taken.</summary>
    public static StoreException TakenOver(string location) =>
        new(StoreErrorCode.Unavailable, $"'{location}' was written by another program meanwhile; nothing was applied; try again");
}
