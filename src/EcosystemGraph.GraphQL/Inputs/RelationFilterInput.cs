using EcosystemGraph.Query.Filters;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>The filter of a kind of relation, read into a <see cref="RelationFilter"/>.</summary>
internal sealed class RelationFilterInput : InputObjectGraphType
{
    private readonly Dictionary<string, Func<object, RelationFilter>> _readers = new(StringComparer.Ordinal);

    public RelationFilterInput(string name) => Name = name;

    public void Add(string name, IGraphType type, string? description, Func<object, RelationFilter> read)
    {
        AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
        _readers.Add(name, read);
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var filters = new List<RelationFilter>(value.Count);
        foreach (var (name, item) in value)
        {
            if (item is not null) filters.Add(_readers[name](item));
        }

        return filters.Count == 1 ? filters[0] : new AllOfRelations(filters);
    }
}
