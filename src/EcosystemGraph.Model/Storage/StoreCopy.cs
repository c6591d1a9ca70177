using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Storage;

/// <summary>What a copy did.</summary>
/// <param name="Revision">The revision of both stores.</param>
/// <param name="Copied">How many revisions were copied; the others were there already.</param>
/// <param name="Digest">The <see cref="GraphDigest"/> of both.</param>
public sealed record CopyResult(long Revision, long Copied, string Digest);

/// <summary>Copies one store into another, revision by revision, history and all. A copy that was interrupted is gone on with by copying again.</summary>
public static class StoreCopy
{
    /// <summary>Copies. O(rows of all revisions).</summary>
    /// <param name="source">The store to copy from; it is only read.</param>
    /// <param name="target">An empty store, or one that holds a first part of what the source holds.</param>
    /// <param name="progress">Is told how many of the source's revisions the target has.</param>
    /// <param name="cancellationToken">Stops after the revision that is being copied.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreErrorCode.Foreign"/>: the target holds something else; nothing was written. <see cref="StoreErrorCode.Corrupt"/>: what was copied is not what the source holds.
    /// </exception>
    public static async Task<CopyResult> RunAsync(IGraphStore source, IGraphStore target, IProgress<(long Done, long Total)>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var total = await source.GetRevisionAsync(cancellationToken).ConfigureAwait(false);
        var begun = await target.GetRevisionAsync(cancellationToken).ConfigureAwait(false);
        if (begun > total || (begun > 0 && await DigestAsync(source, begun, cancellationToken).ConfigureAwait(false) != await DigestAsync(target, begun, cancellationToken).ConfigureAwait(false)))
        {
            throw new StoreException(
                StoreErrorCode.Foreign,
                $"'{target.Description.Location}' is at revision {begun} and does not hold what '{source.Description.Location}' held then; copy into an empty store");
        }

        progress?.Report((begun, total));
        await foreach (var delta in source.ReadChangesAsync(begun, cancellationToken).ConfigureAwait(false))
        {
            if (delta.Revision > total) break;
            var result = await target.ApplyAsync(ToChangeSet(delta), cancellationToken).ConfigureAwait(false);
            if (result.Revision != delta.Revision) throw Differs(source, target, delta.Revision);
            progress?.Report((delta.Revision, total));
        }

        var digest = await DigestAsync(target, total, cancellationToken).ConfigureAwait(false);
        return digest == await DigestAsync(source, total, cancellationToken).ConfigureAwait(false)
            ? new CopyResult(total, total - begun, digest)
            : throw Differs(source, target, total);
    }

    /// <summary>The change set that makes of the state before a revision the state at it.</summary>
    private static ChangeSet ToChangeSet(RevisionDelta delta)
    {
        Fact[] upserts = [.. delta.Opened.Where(f => f is not Retraction)];
        var written = upserts.Select(f => f.Key).ToHashSet();
        return new ChangeSet
        {
            Id = delta.ChangeSetId,

            // A revision is one change set's, which is all of one origin.
            Origin = delta.Opened.Count > 0 ? delta.Opened[0].Origin : delta.Closed.Count > 0 ? delta.Closed[0].Origin : Origin.Bundle,
            Upserts = upserts,
            Removals = [.. delta.Closed.Select(row => row.Key).Concat(delta.Opened.Where(f => f is Retraction).Select(f => f.Key)).Where(key => !written.Contains(key)).Distinct()],
            Manifest = delta.Manifest,
        };
    }

    private static async Task<string> DigestAsync(IGraphStore store, long revision, CancellationToken cancellationToken) =>
        GraphDigest.Compute(await store.ReadAsync(revision, cancellationToken).ConfigureAwait(false));

    private static StoreException Differs(IGraphStore source, IGraphStore target, long revision) => new(
        StoreErrorCode.Corrupt,
        $"revision {revision} of '{target.Description.Location}' is not what '{source.Description.Location}' holds; somebody wrote to it meanwhile: copy into an empty store");
}
