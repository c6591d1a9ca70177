using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>A figure or set that was computed from others, and whether it agrees with the figure that is stated.</summary>
/// <param name="Derivation">The derivation; null for an expression that was given with a query.</param>
/// <param name="Expression">How the figure was got: the rule and what it was applied to.</param>
public sealed record DerivationResult(DerivationFact? Derivation, string Expression)
{
    /// <summary>The derivation's id; null for an expression that was given with a query.</summary>
    public string? Id => Derivation?.Id;

    /// <summary>The computed figure, to six decimals; null if it could not be computed, see <see cref="Undetermined"/>, or is only bounded.</summary>
    public decimal? Value { get; init; }

    /// <summary>The least that the figure can be, to six decimals; null for no bound.</summary>
    public decimal? Low { get; init; }

    /// <summary>The most that the figure can be, to six decimals; null for no bound.</summary>
    public decimal? High { get; init; }

    /// <summary>The unit of the figure; null if it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The computed figure in words, also where it is only bounded (<c>≥ 150</c>); null if there is none.</summary>
    public string? Computed { get; init; }

    /// <summary>The observation that states the figure; null if none does, or the view does not see it.</summary>
    public Observation? Stated { get; init; }

    /// <summary>The observation that the derivation gives where no document states the figure; null if one does, or there is no figure.</summary>
    public Observation? Given { get; init; }

    /// <summary>The number that the figure must be, where the derivation names a number in place of an observation.</summary>
    public decimal? Expected { get; init; }

    /// <summary>The computed figure less the stated one; null unless both are.</summary>
    public decimal? Difference => Value - (Expected ?? Stated?.Preferred.Value);

    /// <summary>False if the two disagree by more than the tolerance. What cannot be computed or compared disagrees with nothing.</summary>
    public bool Holds { get; init; } = true;

    /// <summary>Why there is no figure, or none to compare with; null if there is.</summary>
    public string? Undetermined { get; init; }

    /// <summary>The figures that the rule was applied to, where it goes through several.</summary>
    public IReadOnlyList<DerivationPart> Parts { get; init; } = [];

    /// <summary>The observations that it was computed from, by id.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>The entities that were counted or read, by id; of a set its members.</summary>
    public IReadOnlyList<int> Entities { get; init; } = [];

    /// <summary>The relations that were counted or read, by id.</summary>
    public IReadOnlyList<int> Relations { get; init; } = [];

    /// <summary>Where what it was computed from is cited, each place once.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>True if the derivation gives a result for each of several figures.</summary>
    internal bool IsOneOfSeveral { get; init; }

    /// <summary>What the result is about: a check against a number is about what its parts are about.</summary>
    internal Observation? About => Stated ?? Given ?? (Observations.Count > 0 ? Observations[0] : null);
}
