using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>An input type that is read at once into what it means, so that resolvers see filters and sorts and no dictionaries.</summary>
internal sealed class ReadInput : InputObjectGraphType
{
    private readonly Func<IDictionary<string, object?>, object> _read;

    public ReadInput(string name, Func<IDictionary<string, object?>, object> read)
    {
        Name = name;
        _read = read;
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => _read(value);
}

/// <summary>Values of an input's fields.</summary>
internal static class InputValues
{
    /// <summary>The value of a field, or the default of the type where the field was not given or is null.</summary>
    public static T? Get<T>(this IDictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out var value) && value is T found ? found : default;

    /// <summary>The items of a list field; null where it was not given or is null.</summary>
    public static IReadOnlyList<T>? List<T>(this IDictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out var value) && value is object?[] items ? [.. items.OfType<T>()] : null;
}
