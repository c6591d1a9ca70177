using System.Globalization;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Others;

/// <summary>Reads properties that people have set in the database as the ontology declares them.</summary>
internal static class NaturalReader
{
    /// <summary>The value of a declared property; null with what is wrong.</summary>
    public static object? Read(PropertyDefinition definition, object value, out string? problem)
    {
        var text = value is IReadOnlyList<object?> list ? string.Join('|', list.Select(Text)) : Text(value);
        return definition.TryParse(text, out var parsed, out problem) ? parsed : null;
    }

    /// <summary>A text; null with what is wrong.</summary>
    public static string? ReadText(string name, object value, out string? problem)
    {
        problem = value is string ? null : $"{name}: '{Text(value)}' is not a text";
        return value as string;
    }

    /// <summary>The citations of a <c>cite</c> property, as a bundle writes them; empty with what is wrong.</summary>
    public static Citation[] ReadCitations(object? cite, out string? problem)
    {
        problem = null;
        if (cite is not string { Length: > 0 } text)
        {
            problem = "it has no citation; set its property 'cite' to document#locator";
            return [];
        }

        var citations = new List<Citation>();
        foreach (var part in text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Citation.TryParse(part, out var citation)) citations.Add(citation);
            else problem = $"cite: '{part}' is not a citation; expected document#locator";
        }

        return problem is null ? [.. citations] : [];
    }

    /// <summary>True if two values of a property are the same.</summary>
    public static bool AreSame(object? a, object? b) => (a, b) switch
    {
        (IReadOnlyList<object?> x, IReadOnlyList<object?> y) => x.Count == y.Count && x.Zip(y).All(pair => AreSame(pair.First, pair.Second)),
        (int x, long y) => x == y,
        (long x, int y) => x == y,
        _ => Equals(a, b),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        CypherLiteral literal => literal.Text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
