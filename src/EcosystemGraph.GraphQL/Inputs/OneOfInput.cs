using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>An input of exactly one of its fields: a sort, or a key to group by.</summary>
/// <typeparam name="T">What each field is read into.</typeparam>
internal sealed class OneOfInput<T> : InputObjectGraphType where T : class
{
    private readonly Dictionary<string, Func<object, T>> _readers = new(StringComparer.Ordinal);

    public OneOfInput(string name)
    {
        Name = name;
        IsOneOf = true;
    }

    public void Add(string name, IGraphType type, string? description, Func<object, T> read)
    {
        AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
        _readers.Add(name, read);
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var (name, item) = value.Single();
        return _readers[name](item!);
    }
}
