namespace EcosystemGraph.Model.Derivations;

/// <summary>How a check recomputes a stated figure.</summary>
public enum DerivationRule
{
    /// <summary>The sum of the terms, each of which is the sum of the figures that it stands for.</summary>
    Sum,

    /// <summary>The first term less the second.</summary>
    Diff,

    /// <summary>The first term out of the second, in percent.</summary>
    Share,

    /// <summary>The first term divided by the second.</summary>
    Ratio,

    /// <summary>How many relations, entities or observations there are.</summary>
    Count,

    /// <summary>The stated ranks must fall as the figures of the term rise.</summary>
    Order,
}

/// <summary>A check, read: what is stated, and how it is recomputed.</summary>
/// <remarks>
/// <code>
/// terms      = term { " + " term } | term " - " term | term " / " term        (SUM; DIFF; SHARE and RATIO)
/// term       = number | observation [ " = " number ]                          (a condition in COUNT only)
///            | Kind | RELATION [ " where " condition { " and " condition } ]   (COUNT only)
/// condition  = ("from" | "to") ( " is " Kind | " = " pattern | " " RELATION " " pattern )
/// observation = pattern "." pattern "." pattern "." pattern "." pattern
/// pattern    = text with "*" for any run of characters | "{" text { "|" text } "}"
/// </code>
/// </remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Stated">The figure that is checked; for <see cref="DerivationRule.Order"/> the ranks; null where none is stated.</param>
/// <param name="Terms">One or more terms for SUM, two for DIFF, SHARE and RATIO, one for COUNT and ORDER.</param>
public sealed record DerivationExpression(DerivationRule Rule, DerivationTerm? Stated, IReadOnlyList<DerivationTerm> Terms);

/// <summary>A part of a check.</summary>
public abstract record DerivationTerm;

/// <summary>A number.</summary>
public sealed record NumberTerm(decimal Value) : DerivationTerm;

/// <summary>Some observations.</summary>
/// <param name="Pattern">Which.</param>
/// <param name="EqualTo">Only those with this figure; null for all.</param>
public sealed record ObservationTerm(ObservationPattern Pattern, decimal? EqualTo = null) : DerivationTerm;

/// <summary>The entities of a kind or interface.</summary>
/// <param name="Kind">Its type name.</param>
public sealed record EntityTerm(string Kind) : DerivationTerm;

/// <summary>The relations of a kind that meet all conditions.</summary>
public sealed record RelationTerm(string Relation, IReadOnlyList<EndCondition> Conditions) : DerivationTerm;

/// <summary>An end of a relation.</summary>
public enum RelationEnd
{
    /// <summary>The end it starts from.</summary>
    From,

    /// <summary>The end it leads to.</summary>
    To,
}

/// <summary>What one end of a relation must be.</summary>
/// <param name="End">Which end.</param>
public abstract record EndCondition(RelationEnd End);

/// <summary>The end is of a kind or interface.</summary>
public sealed record EndIsKind(RelationEnd End, string Kind) : EndCondition(End);

/// <summary>The end has an id.</summary>
public sealed record EndIsEntity(RelationEnd End, TextPattern Id) : EndCondition(End);

/// <summary>A relation leads from the end to an entity with an id; relations that say that one thing lies in another are followed upwards.</summary>
public sealed record EndRelatesTo(RelationEnd End, string Relation, TextPattern Id) : EndCondition(End);
