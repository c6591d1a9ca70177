using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Filters;

/// <summary>How a value is compared.</summary>
public enum ValueOperator
{
    /// <summary>Equal; of dates: the value lies in the operand. <c>null</c> equals null.</summary>
    Eq,

    /// <summary>Not equal.</summary>
    Neq,

    /// <summary>One of several, each compared as <see cref="Eq"/> does.</summary>
    In,

    /// <summary>None of several.</summary>
    Nin,

    /// <summary>Greater; of dates: wholly after.</summary>
    Gt,

    /// <summary>Greater or equal; of dates: does not start before.</summary>
    Gte,

    /// <summary>Less; of dates: wholly before.</summary>
    Lt,

    /// <summary>Less or equal; of dates: does not end after.</summary>
    Lte,

    /// <summary>The text contains the operand, both folded (<see cref="Names.Fold"/>); of lists: an item equals it.</summary>
    Contains,

    /// <summary>The text starts with the operand, both folded.</summary>
    StartsWith,

    /// <summary>The text ends with the operand, both folded.</summary>
    EndsWith,

    /// <summary>The list has an item that is among the operands.</summary>
    ContainsAny,

    /// <summary>The list has all of the operands.</summary>
    ContainsAll,
}

/// <summary>One or several comparisons with one value, all of which must hold.</summary>
/// <param name="Comparisons">The comparisons.</param>
public sealed record ValueCondition(IReadOnlyList<ValueComparison> Comparisons)
{
    /// <summary>A condition of one comparison.</summary>
    public static ValueCondition Of(ValueOperator op, object? operand) => new([new ValueComparison(op, operand)]);
}

/// <summary>A comparison with one value. A comparison of null with anything but <c>Eq</c>, <c>Neq</c>, <c>In</c>, <c>Nin</c> is false.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">
/// A value of the property's type (<see cref="string"/>, <see cref="int"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="PartialDate"/>),
/// null, or an <c>object?[]</c> for <c>In</c>, <c>Nin</c>, <c>ContainsAny</c>, <c>ContainsAll</c>. Numbers compare across their types.
/// </param>
public sealed record ValueComparison(ValueOperator Operator, object? Operand);
