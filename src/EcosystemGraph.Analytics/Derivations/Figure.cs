using System.Globalization;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>A figure as an interval, for documents say "about", "more than" and "between".</summary>
/// <param name="Point">The figure itself; null if it is only bounded.</param>
/// <param name="Low">The least that it can be; null for no bound.</param>
/// <param name="High">The most that it can be; null for no bound.</param>
internal readonly record struct Figure(decimal? Point, decimal? Low, decimal? High)
{
    /// <summary>"About" allows a tenth either way, as where figures are compared with one another.</summary>
    private const decimal About = 0.1m;

    public static Figure Exactly(decimal value) => new(value, value, value);

    /// <summary>What a statement says; null if it names no figure.</summary>
    public static Figure? Of(ObservationStatement statement)
    {
        if (statement.Value is not { } value) return null;
        var upper = statement.High ?? value;
        return statement.Qualifier switch
        {
            Qualifier.Unquantified => null,
            Qualifier.About => new Figure(statement.High is null ? value : null, value - (Math.Abs(value) * About), upper + (Math.Abs(upper) * About)),
            Qualifier.AtLeast or Qualifier.MoreThan => new Figure(null, value, null),
            Qualifier.AtMost or Qualifier.LessThan => new Figure(null, null, upper),
            _ => statement.High is null ? Exactly(value) : new Figure(null, value, upper),
        };
    }

    public static Figure operator +(Figure a, Figure b) => new(a.Point + b.Point, a.Low + b.Low, a.High + b.High);

    public static Figure operator -(Figure a, Figure b) => new(a.Point - b.Point, a.Low - b.High, a.High - b.Low);

    public static Figure operator *(Figure a, decimal factor) => new(a.Point * factor, a.Low * factor, a.High * factor);

    /// <summary>The quotient of figures of what is counted or measured from 0; null unless the divisor is above 0 and the dividend not below.</summary>
    public static Figure? Divide(Figure a, Figure b)
    {
        if (b.Low is not > 0 || a.Low is < 0 || a.Point is < 0) return null;
        var low = b.High is null ? 0 : a.Low / b.High;
        return new Figure(a.Point / b.Point, low, a.High / b.Low);
    }

    /// <summary>The figure to six decimals, without the zeros at its end.</summary>
    public static string Text(decimal value) => decimal.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary><c>12</c>, <c>10–14</c>, <c>≥ 10</c>, <c>≤ 14</c>.</summary>
    public override string ToString() => (Point, Low, High) switch
    {
        ({ } point, _, _) => Text(point),
        (_, { } low, { } high) => $"{Text(low)}–{Text(high)}",
        (_, { } low, _) => $"≥ {Text(low)}",
        (_, _, { } high) => $"≤ {Text(high)}",
        _ => "?",
    };

    /// <summary>How far the two intervals are apart; 0 if they meet.</summary>
    public static decimal Gap(Figure a, Figure b)
    {
        if (a.High is { } aHigh && b.Low is { } bLow && aHigh < bLow) return bLow - aHigh;
        return b.High is { } bHigh && a.Low is { } aLow && bHigh < aLow ? aLow - bHigh : 0;
    }
}
