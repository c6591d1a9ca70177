using System.Globalization;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Facts;

/// <summary>Property values as text, in the form that <see cref="Ontologies.PropertyDefinition.TryParse"/> reads.</summary>
public static class PropertyText
{
    /// <summary>The value as text: numbers in the invariant form, dates in EDTF, the items of a list joined by <c>|</c>.</summary>
    public static string Format(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        PartialDate date => date.Text,
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        object[] items => string.Join('|', items.Select(Format)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
