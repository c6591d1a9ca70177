namespace EcosystemGraph.Analytics.Measures;

/// <summary>The type of a measure's parameter.</summary>
public enum MeasureParameterType
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of <see cref="MeasureParameter.Choices"/>.</summary>
    Choice,

    /// <summary>Entities with weights: an object of ids and numbers, or a list of ids that weigh alike.</summary>
    Weights,

    /// <summary>An entity, by its id or an alias.</summary>
    Vertex,

    /// <summary>A list of entities, by their ids or aliases.</summary>
    Vertices,

    /// <summary>A number for each entity: the name of a measure of entities, or of an attribute whose values are numbers.</summary>
    Values,

    /// <summary>
    /// A grouping of entities: the name of an attribute or of a measure that gives a partition, a list of ids of places that contain them, or an object of ids and
    /// the names of their groups.
    /// </summary>
    Grouping,
}

/// <summary>A parameter of a measure.</summary>
/// <param name="Name">Its name, in camel case.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">What it is where it is not given.</param>
/// <param name="Description">What it does.</param>
public sealed record MeasureParameter(string Name, MeasureParameterType Type, object? Default, string Description)
{
    /// <summary>The name of the parameter that seeds what is drawn.</summary>
    public const string SeedName = "seed";

    /// <summary>True if it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The least number; null for none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest number; null for none.</summary>
    public double? Maximum { get; init; }

    /// <summary>True if the number must be above <see cref="Minimum"/>.</summary>
    public bool AboveMinimum { get; init; }

    /// <summary>True if the number must be below <see cref="Maximum"/>.</summary>
    public bool BelowMaximum { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is expected, in words: <c>a number from 0 to below 1</c>.</summary>
    public string Expected => Type switch
    {
        MeasureParameterType.Boolean => "true or false",
        MeasureParameterType.Choice => $"one of {string.Join(", ", Choices)}",
        MeasureParameterType.Weights => "an object of entity ids and numbers of at least 0, not all 0, or a list of entity ids",
        MeasureParameterType.Vertex => "the id of an entity",
        MeasureParameterType.Vertices => "a list of entity ids",
        MeasureParameterType.Values => "the name of a measure of entities or of an attribute whose values are numbers",
        MeasureParameterType.Grouping => "the name of an attribute or of a measure that gives a partition, a list of ids of places, or an object of entity ids and names of groups",
        MeasureParameterType.Integer => $"a whole number{Range}",
        _ => $"a number{Range}",
    };

    private string Range => (Minimum, Maximum) switch
    {
        (null, null) => "",
        ({ } least, null) => AboveMinimum ? $" above {least:R}" : $" of at least {least:R}",
        (null, { } most) => BelowMaximum ? $" below {most:R}" : $" of at most {most:R}",
        ({ } least, { } most) => $"{(AboveMinimum ? " above" : " from")} {least:R} {(BelowMaximum ? "to below" : "to")} {most:R}",
    };
}
