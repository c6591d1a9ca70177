using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Trust;

/// <summary>Reads the sides of conflicts that editors stated.</summary>
internal static class ConflictSides
{
    private const string DerivationPrefix = "derivation:";

    /// <summary>A side of silence that names nothing is what a document does not say; any other side is said, or denied.</summary>
    public static Polarity PolarityOf(ConflictSideFact side) =>
        side.Certainty == Certainty.Denied ? Polarity.Denies
        : side.Type == ConflictType.Silence && side.Value is null ? Polarity.Silent
        : Polarity.Asserts;

    /// <summary>The claims of a side, one for each citation.</summary>
    /// <param name="side">The side.</param>
    /// <param name="entity">The entity that it is about, where this is not the subject of the conflict.</param>
    public static IEnumerable<ClaimView> ClaimsOf(ConflictSideFact side, int? entity) =>
        Claims.Of(side, side.Property, side.Value, entity, false).Select(c => c with { Polarity = PolarityOf(side) });

    /// <summary>True if a side refers to a derivation.</summary>
    public static bool RefersToDerivation(ConflictSideFact side) => side.Reference?.StartsWith(DerivationPrefix, StringComparison.Ordinal) == true;
}
