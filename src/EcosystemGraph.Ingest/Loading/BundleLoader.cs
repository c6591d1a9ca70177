using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;

namespace EcosystemGraph.Ingest.Loading;

/// <summary>What a load did.</summary>
/// <param name="Revision">The revision at which the bundle holds.</param>
/// <param name="Upserts">How many facts are new or changed.</param>
/// <param name="Removals">How many facts went.</param>
/// <param name="Change">The store's answer; null if the store held the bundle already and nothing was written.</param>
public sealed record LoadResult(long Revision, int Upserts, int Removals, ChangeResult? Change);

/// <summary>Brings a store to what a bundle says, by the difference to what came from it before. Mutations are kept.</summary>
public static class BundleLoader
{
    /// <summary>Loads a bundle. Loading what is there already writes nothing. O(facts of the bundle and of the store).</summary>
    /// <param name="store">The store.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="progress">Is told of the phases <see cref="LoadPhase.Validating"/> (only if there are mutations), <see cref="LoadPhase.Comparing"/> and <see cref="LoadPhase.Writing"/>.</param>
    /// <param name="cancellationToken">Stops the load; nothing is half-written.</param>
    /// <exception cref="InvalidInputException">The bundle is not valid, or not together with the mutations that the store keeps. Nothing was written.</exception>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Foreign"/> if the store holds another bundle.</exception>
    public static async Task<LoadResult> LoadAsync(IGraphStore store, Bundle bundle, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(bundle);
        bundle.ThrowIfInvalid();
        var content = await store.ReadAsync(null, cancellationToken).ConfigureAwait(false);
        RefuseOther(content, bundle.Manifest, store.Description);
        RefuseBrokenMutations(bundle, content, progress);
        progress?.Report(new LoadProgress(LoadPhase.Comparing, 0, bundle.Facts.Count));
        var changes = Compare(bundle, content);
        progress?.Report(new LoadProgress(LoadPhase.Comparing, bundle.Facts.Count, bundle.Facts.Count));
        if (changes is null) return new LoadResult(content.Revision, 0, 0, null);
        var count = changes.Upserts.Count + changes.Removals.Count;
        progress?.Report(new LoadProgress(LoadPhase.Writing, 0, count));
        var result = await store.ApplyAsync(changes, cancellationToken).ConfigureAwait(false);
        progress?.Report(new LoadProgress(LoadPhase.Writing, count, count));
        return new LoadResult(result.Revision, changes.Upserts.Count, changes.Removals.Count, result);
    }

    /// <summary>The change set that brings what a store holds of a bundle to what the bundle says; null if it says nothing new. O(facts of both).</summary>
    /// <param name="bundle">A valid bundle.</param>
    /// <param name="content">What the store holds.</param>
    /// <exception cref="InvalidInputException">The bundle is not valid.</exception>
    public static ChangeSet? Compare(Bundle bundle, GraphContent content)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(content);
        bundle.ThrowIfInvalid();
        var gone = new Dictionary<FactKey, Fact>();
        foreach (var fact in content.Facts)
        {
            if (fact.Origin == Origin.Bundle) gone.Add(fact.Key, fact);
        }

        var upserts = new List<Fact>();
        foreach (var fact in bundle.Facts)
        {
            if (!gone.Remove(fact.Key, out var held) || !held.Equals(fact)) upserts.Add(fact);
        }

        var manifest = bundle.Manifest == content.Manifest ? null : bundle.Manifest;
        if (upserts.Count == 0 && gone.Count == 0 && manifest is null) return null;
        return new ChangeSet
        {
            Id = $"bundle:{bundle.Manifest.Hash}@{content.Revision}",
            Origin = Origin.Bundle,
            Upserts = upserts,
            Removals = [.. gone.Keys.Order()],
            Manifest = manifest,
            Message = $"Load the bundle '{bundle.Manifest.Name}'",
        };
    }

    private static void RefuseOther(GraphContent content, BundleManifest manifest, StoreDescription store)
    {
        if (content.Manifest is null || content.Manifest.Name == manifest.Name) return;
        throw new StoreException(StoreErrorCode.Foreign,
            $"'{store.Location}' holds the bundle '{content.Manifest.Name}', not '{manifest.Name}'; a store holds one bundle: give each its own");
    }

    /// <summary>Judges the bundle together with the mutations that stay: one may name what the bundle no longer has.</summary>
    private static void RefuseBrokenMutations(Bundle bundle, GraphContent content, IProgress<LoadProgress>? progress)
    {
        var mutations = content.Facts.Where(f => f.Origin == Origin.Mutation).ToDictionary(f => f.Key);
        if (mutations.Count == 0) return;
        List<Fact> facts = [.. bundle.Facts.Where(f => !mutations.ContainsKey(f.Key)), .. mutations.Values.Where(f => f is not Retraction)];
        progress?.Report(new LoadProgress(LoadPhase.Validating, 0, facts.Count));
        var changes = new ChangeSet { Id = bundle.Manifest!.Hash, Origin = Origin.Bundle, Upserts = facts };
        var problems = ChangeSetValidator.Validate(bundle.Ontology!, changes, EmptyLookup.Instance);
        if (problems.Count > 0) throw new InvalidInputException([.. problems.Select(p => Describe(p, bundle))]);
        progress?.Report(new LoadProgress(LoadPhase.Validating, facts.Count, facts.Count));
    }

    private static Problem Describe(FactProblem problem, Bundle bundle)
    {
        var placed = bundle.Place(problem);
        var message = problem.Fact!.Origin == Origin.Mutation
            ? $"{placed.Message} (in the mutation of '{problem.Key.Subject}', which the store keeps)"
            : $"{placed.Message} (together with the mutations that the store keeps)";
        return placed with { Message = message };
    }
}
