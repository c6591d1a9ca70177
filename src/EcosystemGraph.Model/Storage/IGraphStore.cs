using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Storage;

/// <summary>
/// The system of record. It keeps rows with their origin and the revisions from and to which they hold, and overwrites nothing.
/// It knows nothing of names, filters or sorts: those are the snapshot's.
/// </summary>
/// <remarks>All members may be called from any thread. Errors are <see cref="StoreException"/>s.</remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>The kind of store (<c>sqlite</c>, <c>neo4j</c>) and where it is, without secrets.</summary>
    StoreDescription Description { get; }

    /// <summary>The newest revision; 0 if nothing was ever applied.</summary>
    Task<long> GetRevisionAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies a change set in one transaction as one revision. When the task completes it is durable.
    /// The change set has been validated; the store checks only what it alone can know. A change set that changes nothing makes no revision.
    /// </summary>
    /// <exception cref="StoreException">Nothing was applied; <see cref="StoreErrorCode.Foreign"/> if the store holds another bundle than the manifest's.</exception>
    /// <exception cref="InvalidInputException">The change set names one key twice; nothing was applied.</exception>
    Task<ChangeResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken = default);

    /// <summary>Reads everything that held at one revision, the newest if null. O(rows).</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.UnknownRevision"/> if there is no such revision.</exception>
    Task<GraphContent> ReadAsync(long? revision = null, CancellationToken cancellationToken = default);

    /// <summary>What changed after a revision, one delta for each later revision, oldest first.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.UnknownRevision"/> if there is no such revision.</exception>
    IAsyncEnumerable<RevisionDelta> ReadChangesAsync(long since, CancellationToken cancellationToken = default);
}

/// <summary>What a store is and where.</summary>
/// <param name="Kind"><c>sqlite</c>, <c>neo4j</c> …</param>
/// <param name="Location">A path or address, without secrets.</param>
public sealed record StoreDescription(string Kind, string Location);

/// <summary>Everything that held at one revision.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Manifest">The bundle's description; null in an empty store.</param>
/// <param name="Facts">All rows of both layers, retractions among them, in no particular order.</param>
public sealed record GraphContent(long Revision, BundleManifest? Manifest, IReadOnlyList<Fact> Facts);

/// <summary>The codes of <see cref="StoreException"/>.</summary>
public enum StoreErrorCode
{
    /// <summary>The store cannot be reached, is locked or read-only, or its disk is full.</summary>
    Unavailable,

    /// <summary>What is there is damaged.</summary>
    Corrupt,

    /// <summary>What is there was written by a newer version.</summary>
    NewerVersion,

    /// <summary>What is there is not ours, or holds another bundle.</summary>
    Foreign,

    /// <summary>There is no such revision.</summary>
    UnknownRevision,
}

/// <summary>A store's failure, in one sentence that names the store and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreException(StoreErrorCode code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>What went wrong.</summary>
    public StoreErrorCode Code { get; }
}
