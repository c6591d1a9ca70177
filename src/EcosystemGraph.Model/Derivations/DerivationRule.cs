namespace EcosystemGraph.Model.Derivations;

/// <summary>How a figure or set is computed from others.</summary>
public enum DerivationRule
{
    /// <summary>The sum of the terms, each of which is the sum of the figures that it stands for.</summary>
    Sum,

    /// <summary>The first term less the second.</summary>
    Diff,

    /// <summary>The first term times the second.</summary>
    Product,

    /// <summary>The first term out of the second, in percent.</summary>
    Share,

    /// <summary>The first term divided by the second.</summary>
    Ratio,

    /// <summary>How many relations, entities or observations there are.</summary>
    Count,

    /// <summary>The arithmetic mean of all figures of the terms.</summary>
    Mean,

    /// <summary>The middle one of all figures of the terms, or the mean of the two in the middle.</summary>
    Median,

    /// <summary>The least of all figures of the terms.</summary>
    Min,

    /// <summary>The greatest of all figures of the terms.</summary>
    Max,

    /// <summary>The days from one date to another, or from date to date of each of several things.</summary>
    Days,

    /// <summary>The calendar months from one date to another.</summary>
    Months,

    /// <summary>The calendar years from one date to another.</summary>
    Years,

    /// <summary>The entities that are in one of the sets; the figure is their number.</summary>
    Union,

    /// <summary>The entities that are in all of the sets; the figure is their number.</summary>
    Intersection,

    /// <summary>The entities that are in the first set and in none of the others; the figure is their number.</summary>
    Except,

    /// <summary>The stated ranks must fall as the figures of the term rise.</summary>
    Order,
}
