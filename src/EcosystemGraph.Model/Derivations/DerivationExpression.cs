using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Derivations;

/// <summary>How a figure or set is computed, read.</summary>
/// <remarks>
/// <code>
/// expression  = SUM term { " + " term } | DIFF term " - " term | PRODUCT term " * " term
///             | SHARE term " / " term | RATIO term " / " term | COUNT things
///             | ( MEAN | MEDIAN | MIN | MAX ) term { ", " term }
///             | ( DAYS | MONTHS | YEARS ) date " to " date [ " of " selection ]
///             | ( UNION | INTERSECTION | EXCEPT ) things { ", " things } | ORDER observation
/// term        = number | things | property " of " selection | "(" expression ")"
/// things      = selection | end " of " selection | "(" expression of a set ")"
/// selection   = ( observation | Kind | RELATION ) [ " where " condition { " and " condition } ]
/// condition   = [ "not " ] ( [ end " " ] "is " Kind | ( end | "id" ) " = " pattern | [ end " " ] [ "&lt;-" ] RELATION " " pattern
///             | [ end " " ] "within " pattern
///             | property ( " = " | " != " | " &lt; " | " &lt;= " | " > " | " >= " | " ~ " ) value | "has " property | "cites " pattern )
/// date        = EDTF | property | entity id "." property
/// property    = [ end "." ] name
/// end         = "from" | "to" (of relations) | "subject" | "by" (of observations)
/// observation = pattern "." pattern "." pattern "." pattern "." pattern       (subject, indicator, by, period, unit)
/// pattern     = text with "*" for any run of characters | "{" text { "|" text } "}"
/// value       = word | "'" text with "''" for a quote "'"
/// </code>
/// <para>Observations stand for their figures, which are intervals where they are vague or bounds; <c>value of</c> them for the figures as printed.</para>
/// </remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Terms">One or more terms; two for DIFF, PRODUCT, SHARE, RATIO, DAYS, MONTHS and YEARS, one for COUNT and ORDER.</param>
/// <param name="Over">The things of each of which the dates of DAYS, MONTHS and YEARS are; null for two dates alone.</param>
public sealed record DerivationExpression(DerivationRule Rule, IReadOnlyList<DerivationTerm> Terms, Selection? Over = null)
{
    /// <summary>True if the expression gives a set of entities, and its size as the figure.</summary>
    public bool IsSet => Rule is DerivationRule.Union or DerivationRule.Intersection or DerivationRule.Except;
}

/// <summary>A part of an expression.</summary>
public abstract record DerivationTerm;

/// <summary>A number.</summary>
/// <param name="Value">The number.</param>
public sealed record NumberTerm(decimal Value) : DerivationTerm;

/// <summary>What another expression gives.</summary>
/// <param name="Expression">The expression.</param>
public sealed record ExpressionTerm(DerivationExpression Expression) : DerivationTerm;

/// <summary>Some observations, which stand for their figures, or some entities or relations, which stand for their number.</summary>
/// <param name="Selection">Which.</param>
public sealed record SelectionTerm(Selection Selection) : DerivationTerm;

/// <summary>A property of each of some things, or the entities at an end of each.</summary>
/// <param name="Path">The property or end.</param>
/// <param name="Selection">The things.</param>
public sealed record ValuesTerm(PropertyPath Path, Selection Selection) : DerivationTerm;

/// <summary>A date that is given.</summary>
/// <param name="Date">The date.</param>
public sealed record DateTerm(PartialDate Date) : DerivationTerm;

/// <summary>A date that is a property, of an entity or of each of the things that are gone through.</summary>
/// <param name="Path">The property.</param>
public sealed record PropertyTerm(PropertyPath Path) : DerivationTerm;

/// <summary>An end of a relation or of an observation.</summary>
public enum SelectionEnd
{
    /// <summary>The thing itself.</summary>
    Itself,

    /// <summary>The entity that a relation starts from.</summary>
    From,

    /// <summary>The entity that a relation leads to.</summary>
    To,

    /// <summary>The entity that an observation is about.</summary>
    Subject,

    /// <summary>The entity by which an observation is broken down.</summary>
    By,
}

/// <summary>A property of a thing, of an entity at one of its ends, or of an entity that is named.</summary>
/// <param name="Entity">The id of the entity whose property it is; null for the thing or one of its ends.</param>
/// <param name="End">The end whose property it is.</param>
/// <param name="Property">The property's name; empty for the end itself.</param>
public sealed record PropertyPath(string? Entity, SelectionEnd End, string Property)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Entity, End, Property) switch
        {
            ({ } entity, _, _) => $"{entity}.{Property}",
            (_, SelectionEnd.Itself, _) => Property,
            (_, _, "") => Selection.Word(End),
            _ => $"{Selection.Word(End)}.{Property}",
        };
}
