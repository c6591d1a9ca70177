using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Storage.Neo4j.Rows;

/// <summary>How claims name what they are about.</summary>
internal static class FactTypes
{
    /// <summary>The name: <c>Entity</c>, <c>Relation</c>, <c>Observation</c> …</summary>
    public static string Word(this FactType type) => type.ToString();

    /// <summary>The inverse of <see cref="Word"/>.</summary>
    /// <exception cref="FormatException">There is no such type.</exception>
    public static FactType Parse(string word) =>
        Enum.TryParse<FactType>(word, out var type) && Enum.IsDefined(type) ? type : throw new FormatException($"'{word}' is not a type of fact");
}

/// <summary>How rows name their origin: what came from the bundle does not say so.</summary>
internal static class Origins
{
    private const string Mutation = "mutation";

    /// <summary>The name; null for the bundle.</summary>
    public static string? Word(this Origin origin) => origin == Origin.Mutation ? Mutation : null;

    /// <summary>The inverse of <see cref="Word"/>.</summary>
    /// <exception cref="FormatException">There is no such origin.</exception>
    public static Origin Parse(string? word) => word switch
    {
        null => Origin.Bundle,
        Mutation => Origin.Mutation,
        _ => throw new FormatException($"'{word}' is not an origin"),
    };
}
