using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Trust;

/// <summary>Writes figures as text.</summary>
public static class FigureText
{
    /// <summary>A figure as text: <c>≥ 1.6 USD</c>, <c>300–2700 count</c>.</summary>
    public static string Of(ObservationStatement figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var sign = figure.Qualifier switch
        {
            Qualifier.About => "~ ",
            Qualifier.AtLeast => "≥ ",
            Qualifier.MoreThan => "> ",
            Qualifier.AtMost => "≤ ",
            Qualifier.LessThan => "< ",
            Qualifier.Unquantified => "?",
            _ => "",
        };
        var value = figure.Value is { } low ? PropertyText.Format(low) : "";
        var high = figure.High is { } upper ? "–" + PropertyText.Format(upper) : "";
        return $"{sign}{value}{high} {figure.Unit}".Trim();
    }
}
