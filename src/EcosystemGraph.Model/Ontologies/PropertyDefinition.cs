using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Ontologies;

/// <summary>The type of a property, before lists.</summary>
public enum PropertyType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>An id: a slug.</summary>
    Id,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A double.</summary>
    Float,

    /// <summary>A decimal, for numbers that came from documents.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A <see cref="PartialDate"/>.</summary>
    Date,

    /// <summary>One of an enum's values, kept as its name.</summary>
    Enum,
}

/// <summary>A property that a kind of entity or relation declares. One name has one type in the whole ontology.</summary>
public sealed record PropertyDefinition
{
    /// <summary>The property's name, in camel case.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required PropertyType Type { get; init; }

    /// <summary>The enum, where the type is one.</summary>
    public EnumDefinition? Enum { get; init; }

    /// <summary>True for a list of the type.</summary>
    public bool IsList { get; init; }

    /// <summary>True if every entity of the kind must have it.</summary>
    public bool Required { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>The type as SDL writes it: <c>[String!]</c>, <c>Tier</c>.</summary>
    public string TypeText
    {
        get
        {
            var name = Type switch { PropertyType.Enum => Enum!.Name, PropertyType.Id => "ID", _ => Type.ToString() };
            return IsList ? $"[{name}!]" : name;
        }
    }

    /// <summary>True for <c>Int</c>, <c>Float</c> and <c>Decimal</c> that are not lists.</summary>
    public bool IsNumber => !IsList && Type is PropertyType.Int or PropertyType.Float or PropertyType.Decimal;

    /// <summary>Reads a value from text, as a CSV cell has it; the items of a list are joined by <c>|</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value, of the type that <see cref="Facts.PropertyBag"/> documents.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public bool TryParse(string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        if (!IsList) return TryParseOne(Names.Normalize(text), out value, out problem);
        var items = text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var values = new object[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryParseOne(Names.Normalize(items[i]), out var item, out problem)) return false;
            values[i] = item;
        }

        value = values;
        return true;
    }

    private bool TryParseOne(string text, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        switch (Type)
        {
            case PropertyType.String:
                value = text;
                break;
            case PropertyType.Id:
                if (Names.IsSlug(text)) value = text;
                break;
            case PropertyType.Int:
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) value = whole;
                break;
            case PropertyType.Float:
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)) value = real;
                break;
            case PropertyType.Decimal:
                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) value = number;
                break;
            case PropertyType.Boolean:
                if (bool.TryParse(text, out var flag)) value = flag;
                break;
            case PropertyType.Date:
                if (!PartialDate.TryParse(text, out var date, out problem))
                {
                    problem = $"{Name}: {problem}";
                    return false;
                }

                value = date;
                break;
            case PropertyType.Enum:
                foreach (var known in Enum!.Values)
                {
                    if (known.Name == text) value = known.Name;
                }

                break;
        }

        if (value is not null) return true;
        var expected = Type == PropertyType.Enum ? $"{Enum!.Name}, one of {string.Join(", ", Enum.Values.Select(v => v.Name))}" : Type.ToString();
        problem = $"{Name}: '{text}' is not of type {expected}";
        return false;
    }
}

/// <summary>An enum of the ontology.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values, in the order of the ontology, which is also their sort order.</param>
/// <param name="Description">What it tells apart.</param>
public sealed record EnumDefinition(string Name, IReadOnlyList<EnumValue> Values, string? Description);

/// <summary>A value of an enum.</summary>
/// <param name="Name">The value, in upper snake case.</param>
/// <param name="Description">What it means.</param>
public sealed record EnumValue(string Name, string? Description);
