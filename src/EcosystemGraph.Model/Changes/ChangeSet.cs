using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>
/// Facts to add or replace and facts to remove, taken together or not at all. Applying it makes one revision.
/// </summary>
/// <remarks>
/// A fact whose key and origin are already there with other content replaces it; with the same content it is no change.
/// A mutation's fact stands before the bundle's fact of the same key; a mutation that removes a bundle's fact hides it, and loads keep it hidden.
/// </remarks>
public sealed record ChangeSet
{
    /// <summary>The change set's own id. Applying an id a second time changes nothing and answers with the first revision: a retry is safe.</summary>
    public required string Id { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Facts to add or replace.</summary>
    public IReadOnlyList<Fact> Upserts { get; init; } = [];

    /// <summary>Facts to remove.</summary>
    public IReadOnlyList<FactKey> Removals { get; init; } = [];

    /// <summary>The new description of the bundle, with its ontology; null leaves it.</summary>
    public BundleManifest? Manifest { get; init; }

    /// <summary>Who made the change, and why, for the record.</summary>
    public string? Message { get; init; }
}

/// <summary>What a graph holds, apart from its facts.</summary>
/// <param name="Name">The bundle's name; one store holds one bundle.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Ontology">The ontology in GraphQL SDL.</param>
/// <param name="Hash">SHA-256, in hex, of the bundle's content.</param>
public sealed record BundleManifest(string Name, string Title, string Description, string Ontology, string Hash);

/// <summary>A row that a revision ended: the fact's key, in one of the two layers.</summary>
/// <param name="Key">The fact's key.</param>
/// <param name="Origin">The layer.</param>
public readonly record struct RowKey(FactKey Key, Origin Origin);

/// <summary>A mutation's mark that a bundle's fact is hidden.</summary>
/// <param name="Hidden">The key of the fact that is hidden.</param>
public sealed record Retraction(FactKey Hidden) : Fact
{
    /// <inheritdoc/>
    public override FactKey Key => Hidden;
}

/// <summary>What one revision changed, exactly: the rows that it ended and the rows that it began.</summary>
public sealed record RevisionDelta
{
    /// <summary>The revision.</summary>
    public required long Revision { get; init; }

    /// <summary>The id of the change set that made it.</summary>
    public required string ChangeSetId { get; init; }

    /// <summary>The rows that ended.</summary>
    public required IReadOnlyList<RowKey> Closed { get; init; }

    /// <summary>The rows that began; a row that was replaced is in both lists.</summary>
    public required IReadOnlyList<Fact> Opened { get; init; }

    /// <summary>The new manifest, if it changed.</summary>
    public BundleManifest? Manifest { get; init; }
}

/// <summary>The answer to an applied change set.</summary>
/// <param name="Revision">The revision at which it holds.</param>
/// <param name="AlreadyApplied">True if the id had been applied before; nothing was changed then.</param>
/// <param name="Delta">What changed; null if already applied.</param>
public sealed record ChangeResult(long Revision, bool AlreadyApplied, RevisionDelta? Delta);
