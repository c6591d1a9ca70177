using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>A figure that a check recomputed, and whether it agrees with the one that is stated.</summary>
/// <param name="Derivation">The derivation.</param>
/// <param name="Expression">How the figure was got: the check's rule and parts.</param>
/// <param name="Value">The recomputed figure, to six decimals; null if it could not be computed, see <see cref="Undetermined"/>, or is only bounded.</param>
/// <param name="Stated">The observation that is checked; null if the check is against a number, or the view does not see it.</param>
/// <param name="Holds">False if the two disagree by more than the check's tolerance. What cannot be computed or compared disagrees with nothing.</param>
/// <param name="Observations">The observations that it was computed from, by id.</param>
/// <param name="Entities">The entities that were counted, by id.</param>
public sealed record DerivationResult(
    DerivationFact Derivation,
    string Expression,
    decimal? Value,
    Observation? Stated,
    bool Holds,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<int> Entities)
{
    /// <summary>The recomputed figure in words, also where it is only bounded (<c>≥ 150</c>); null if there is none.</summary>
    public string? Computed { get; init; }

    /// <summary>The number that is checked, where the check names a number in place of an observation.</summary>
    public decimal? Expected { get; init; }

    /// <summary>Why there is nothing to compare; null if there is.</summary>
    public string? Undetermined { get; init; }

    /// <summary>True if the check gives a result for each of several figures.</summary>
    internal bool IsOneOfSeveral { get; init; }

    /// <summary>What the result is about: a check against a number is about what its parts are about.</summary>
    internal Observation? About => Stated ?? (Observations.Count > 0 ? Observations[0] : null);
}
