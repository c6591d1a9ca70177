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

    /// <summary>The figure times a number that is not below 0.</summary>
    public static Figure operator *(Figure a, decimal factor) => new(a.Point * factor, a.Low * factor, a.High * factor);

    /// <summary>The product; null unless both are exact, or neither is below 0.</summary>
    public static Figure? Multiply(Figure a, Figure b)
    {
        if (a.IsExact && b.IsExact) return Exactly(a.Point!.Value * b.Point!.Value);
        return a.Low is >= 0 && b.Low is >= 0 ? new Figure(a.Point * b.Point, a.Low * b.Low, a.High * b.High) : null;
    }

    /// <summary>The quotient; null unless the divisor is above 0. A dividend below 0 is a change that went down.</summary>
    public static Figure? Divide(Figure a, Figure b)
    {
        if (b.Low is not > 0) return null;
        // The least quotient is of the least dividend: by the greatest divisor, or if it is below 0 by the least. The greatest is the other way round.
        var low = a.Low is < 0 ? a.Low / b.Low : b.High is null ? 0 : a.Low / b.High;
        var high = a.High is not < 0 ? a.High / b.Low : b.High is null ? 0 : a.High / b.High;
        return new Figure(a.Point / b.Point, low, high);
    }

    /// <summary>True if it can be nothing but its point.</summary>
    public bool IsExact => Point is not null && Low == Point && High == Point;

    /// <summary>The mean, of one figure or more.</summary>
    public static Figure Mean(IReadOnlyList<Figure> figures)
    {
        var sum = figures.Aggregate(static (a, b) => a + b);
        return new Figure(sum.Point / figures.Count, sum.Low / figures.Count, sum.High / figures.Count);
    }

    /// <summary>The figure at a place of the sorted ones, the least at 0; halfway between two it is their mean. It lies between that of the least and of the greatest possible figures.</summary>
    public static Figure At(IReadOnlyList<Figure> figures, double place)
    {
        return new Figure(
            figures.All(f => f.Point is not null) ? Of(figures.Select(f => f.Point!.Value), decimal.MinValue) : null,
            Of(figures.Select(f => f.Low ?? decimal.MinValue), decimal.MinValue),
            Of(figures.Select(f => f.High ?? decimal.MaxValue), decimal.MaxValue));

        decimal? Of(IEnumerable<decimal> values, decimal open)
        {
            var sorted = values.Order().ToList();
            var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            if (below == open || above == open) return null;
            return below == above ? below : (below + above) / 2;
        }
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
