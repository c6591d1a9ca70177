using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Regions side by side.</summary>
/// <param name="Regions">The regions, in the order asked for, else by id.</param>
/// <param name="Agreement">The mean of Kendall's tau-b between each two measures over the members of the regions; null with fewer than two measures or members.</param>
/// <param name="AgreementCount">The number of members over which the measures were compared.</param>
/// <param name="Specifications">The number of specifications over which <see cref="HubMeasure.RankMin"/>, <see cref="HubMeasure.RankMax"/> and <see cref="HubMeasure.FirstShare"/> are taken.</param>
/// <param name="Caveats">What a reader must know before citing any of it, as far as the data show it.</param>
/// <param name="Record">How it was made.</param>
public sealed record HubResult(
    IReadOnlyList<HubRegion> Regions, double? Agreement, int AgreementCount, int Specifications, IReadOnlyList<string> Caveats, RunRecord Record);

/// <summary>A region: what the documents say it is, what it holds and how that is tied.</summary>
public sealed record HubRegion
{
    /// <summary>The region.</summary>
    public required int Region { get; init; }

    /// <summary>The places of which it consists, each with the documents that say so, and a version that changes with them.</summary>
    public required string Definition { get; init; }

    /// <summary>The projection's entities that lie in it.</summary>
    public required int Members { get; init; }

    /// <summary>Of these, those that a document puts in the region itself, rather than in a place of it.</summary>
    public required int StatedMembers { get; init; }

    /// <summary>The projection's entities of which it is known whether they lie in a compared region: the base of every share.</summary>
    public required int Located { get; init; }

    /// <summary>The projection's other entities; they count in no region and in no complement.</summary>
    public required int Unlocated { get; init; }

    /// <summary>The members by kind, most first.</summary>
    public required IReadOnlyList<KindCount> Counts { get; init; }

    /// <summary>Members out of located entities, from 0 to 1; 0 if none is located.</summary>
    public required double Share { get; init; }

    /// <summary>Edges between two members; loops do not count, parallels do.</summary>
    public required int Within { get; init; }

    /// <summary>Edges between a member and a located entity that is none.</summary>
    public required int Across { get; init; }

    /// <summary>(across − within) / (across + within), from −1 to 1; null without edges.</summary>
    public double? EiIndex { get; init; }

    /// <summary><see cref="EiIndex"/> against rewired graphs, in either direction; null without edges or draws.</summary>
    public HubNull? EiNull { get; init; }

    /// <summary>The measures, in the order asked for.</summary>
    public required IReadOnlyList<HubMeasure> Measures { get; init; }

    /// <summary>The edges across that carry most: by edge betweenness, or on large projections by the product of their ends' degrees.</summary>
    public required IReadOnlyList<EdgeScore> Gateways { get; init; }
}

/// <summary>How many members are of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record KindCount(EntityKind Kind, int Count);

/// <summary>A measure over a region's members, against the located entities that are none.</summary>
public sealed record HubMeasure
{
    /// <summary>The measure.</summary>
    public required MeasureInfo Measure { get; init; }

    /// <summary>The sum of the members' scores.</summary>
    public required double Sum { get; init; }

    /// <summary>Their mean; null without members that have a score.</summary>
    public double? Mean { get; init; }

    /// <summary>Their median.</summary>
    public double? Median { get; init; }

    /// <summary>The members' share of the tenth of the located entities that scores highest (those that tie with its last among it); null if all score alike.</summary>
    public double? TopDecile { get; init; }

    /// <summary>The members' share of all located entities' scores, divided by their share of these entities: 1 is what their number would give.</summary>
    public double? Lift { get; init; }

    /// <summary>The lift without the member that scores highest.</summary>
    public double? WithoutTop { get; init; }

    /// <summary>Competition rank among the regions by <see cref="Lift"/>.</summary>
    public int? Rank { get; init; }

    /// <summary>The best rank over specifications; null if it has a rank in none.</summary>
    public int? RankMin { get; init; }

    /// <summary>The worst rank over specifications; null as <see cref="RankMin"/>.</summary>
    public int? RankMax { get; init; }

    /// <summary>The share of specifications in which the region is first, from 0 to 1, of those in which it has a rank; null as <see cref="RankMin"/>.</summary>
    public double? FirstShare { get; init; }

    /// <summary>The members' mean against each null model; empty without scores or draws.</summary>
    public IReadOnlyList<HubNull> Nulls { get; init; } = [];

    /// <summary>The model that explains the mean best: the one with the largest p, of equals the first.</summary>
    internal HubNull? Hardest => Nulls.MaxBy(n => n.P);

    /// <summary>The mean's distance from the draws' mean in standard deviations, in the null model that explains it best.</summary>
    public double? Z => Hardest?.Z;

    /// <summary>The probability of such a mean in that null model, corrected for the number of regions and measures by Holm's procedure.</summary>
    public double? P { get; init; }

    /// <summary>What can be said of the region being first.</summary>
    public HubVerdict Verdict { get; init; } = HubVerdict.Undetermined;

    /// <summary>The members that score highest, with their ranks in the whole projection.</summary>
    public required IReadOnlyList<EntityScore> Top { get; init; }
}

/// <summary>Whether the data say that a region is first by a measure.</summary>
public enum HubVerdict
{
    /// <summary>They do, in nearly every specification and against the null models.</summary>
    Supported,

    /// <summary>They say that it is not.</summary>
    Contradicted,

    /// <summary>It depends on the specification.</summary>
    Mixed,

    /// <summary>They cannot tell.</summary>
    Undetermined,
}
