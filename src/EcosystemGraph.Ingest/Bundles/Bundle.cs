using System.Diagnostics.CodeAnalysis;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>
/// An ecosystem as it is written down: a folder with <c>bundle.json</c>, <c>ontology.graphql</c> and CSV files, read and validated. Immutable.
/// </summary>
public sealed class Bundle
{
    private readonly FactPlaces _places;

    internal Bundle(string folder, BundleManifest? manifest, Ontology? ontology, IReadOnlyList<Fact> facts, FactPlaces places, IReadOnlyList<Problem> problems, IReadOnlyList<Problem> warnings)
    {
        Folder = folder;
        Manifest = manifest;
        Ontology = ontology;
        Facts = facts;
        Problems = problems;
        Warnings = warnings;
        _places = places;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The bundle's description with its ontology and hash; null if one of these cannot be read.</summary>
    public BundleManifest? Manifest { get; }

    /// <summary>The ontology; null if it cannot be read.</summary>
    public Ontology? Ontology { get; }

    /// <summary>Every row as a fact, in the order of files and rows.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Everything that is wrong, by file, line and column. A bundle with problems is not loaded.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>What is suspicious and not wrong, by file, line and column; see <see cref="WarningCode"/>.</summary>
    public IReadOnlyList<Problem> Warnings { get; }

    /// <summary>True if nothing is wrong.</summary>
    [MemberNotNullWhen(true, nameof(Manifest), nameof(Ontology))]
    public bool IsValid => Problems.Count == 0 && Manifest is not null && Ontology is not null;

    /// <summary>Reads and validates a bundle folder. Whatever is wrong is among <see cref="Problems"/>, also that the folder is none. O(size of the files).</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="progress">Is told of the phases <see cref="LoadPhase.Reading"/> and <see cref="LoadPhase.Validating"/>.</param>
    public static Bundle Read(string folder, IProgress<LoadProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new BundleReader(folder, progress).Read();
    }

    /// <summary>
    /// Which bundle a folder is, and in which state, without reading its facts: a store whose manifest has the name and the hash holds it already. Null if the folder is not a bundle.
    /// </summary>
    /// <param name="folder">The folder.</param>
    public static BundleIdentity? Identify(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return BundleFiles.Read(folder, [], static (_, _) => { }) is { } files
            && files.Texts.TryGetValue(BundleFiles.Description, out var json)
            && BundleDescription.Read(json, []) is { } description
            ? new BundleIdentity(description.Name, files.Hash)
            : null;
    }

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="InvalidInputException">Lists all problems.</exception>
    [MemberNotNull(nameof(Manifest), nameof(Ontology))]
    public void ThrowIfInvalid()
    {
        if (!IsValid) throw new InvalidInputException(Problems);
    }

    /// <summary>Where a fact of this bundle was read, and the cell of one of its members; null if the fact is not of this bundle.</summary>
    /// <param name="fact">A fact, the very object of <see cref="Facts"/>.</param>
    /// <param name="member">A property, or a member of the fact in camel case; null or one without a cell gives the row's first cell.</param>
    public FactPlace? Locate(Fact fact, string? member = null) =>
        Ontology is not null && _places.TryFind(fact, member, Ontology, out var table, out var cell, out _) ? new FactPlace(table.File, cell.Line, cell.Column) : null;

    internal Problem Place(FactProblem problem) => _places.Place(problem, Ontology!);
}

/// <summary>Which bundle it is, and in which state.</summary>
/// <param name="Name">As in <see cref="BundleManifest.Name"/>.</param>
/// <param name="Hash">As in <see cref="BundleManifest.Hash"/>.</param>
public sealed record BundleIdentity(string Name, string Hash);
