using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Trust;

/// <summary>Whether two statements can both hold.</summary>
internal static class Compatibility
{
    /// <summary>How far "about" reaches, to either side.</summary>
    private const decimal About = .1m;

    /// <summary>
    /// Two values of a property: dates if they share a day, texts if they fold alike, Chinese names if one contains the other, everything else if equal.
    /// </summary>
    public static bool Agree(string property, object a, object b) => (a, b) switch
    {
        (PartialDate x, PartialDate y) => x.Overlaps(y),
        (string x, string y) when property == "nameZh" => Contains(Names.Fold(x), Names.Fold(y)),
        (string x, string y) => x == y || Names.Fold(x) == Names.Fold(y),
        _ => PropertyBag.ValueEquals(a, b),
    };

    /// <summary>Two figures: if their intervals meet. A figure without a value agrees with all.</summary>
    public static bool Agree(ObservationStatement a, ObservationStatement b)
    {
        var (low, high) = Interval(a);
        var (otherLow, otherHigh) = Interval(b);
        return low <= otherHigh && otherLow <= high;
    }

    private static bool Contains(string a, string b) =>
        a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    private static (decimal Low, decimal High) Interval(ObservationStatement figure)
    {
        if (figure.Value is not { } value) return (decimal.MinValue, decimal.MaxValue);
        var high = figure.High ?? value;
        return figure.Qualifier switch
        {
            Qualifier.About => (value - (Math.Abs(value) * About), high + (Math.Abs(high) * About)),
            Qualifier.AtLeast or Qualifier.MoreThan => (value, decimal.MaxValue),
            Qualifier.AtMost or Qualifier.LessThan => (decimal.MinValue, high),
            Qualifier.Unquantified => (decimal.MinValue, decimal.MaxValue),
            _ => (value, high),
        };
    }
}
