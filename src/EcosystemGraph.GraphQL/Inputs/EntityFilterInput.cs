using EcosystemGraph.Query.Filters;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>The filter of a type of entity. It is read into an <see cref="EntityFilter"/>: all that its fields ask for.</summary>
internal sealed class EntityFilterInput : InputObjectGraphType
{
    private readonly Dictionary<string, Func<object, EntityFilter>> _readers = new(StringComparer.Ordinal);

    public EntityFilterInput(string name) => Name = name;

    public void Add(string name, IGraphType type, string? description, Func<object, EntityFilter> read)
    {
        AddField(new FieldType { Name = name, ResolvedType = type, Description = description });
        _readers.Add(name, read);
    }

    /// <summary>Reads the fields that are filters of entities; others are passed over.</summary>
    public EntityFilter? Read(IDictionary<string, object?> fields)
    {
        var filters = new List<EntityFilter>(fields.Count);
        foreach (var (name, value) in fields)
        {
            if (value is not null && _readers.TryGetValue(name, out var read)) filters.Add(read(value));
        }

        return filters.Count switch { 0 => null, 1 => filters[0], _ => new AllOf(filters) };
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) => Read(value) ?? new AllOf([]);
}

/// <summary>The filter of a relation and of the entity on its other end, read into a <see cref="RelatedSelection"/>.</summary>
internal sealed class RelatedFilterInput : InputObjectGraphType
{
    private readonly EntityFilterInput _target;

    public RelatedFilterInput(string name, EntityFilterInput target)
    {
        Name = name;
        _target = target;
    }

    /// <inheritdoc/>
    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new RelatedSelection(_target.Read(value), value.Get<RelationFilter>("edge"));
}

/// <summary>Which relations of a field are meant.</summary>
/// <param name="Target">The filter of the other end.</param>
/// <param name="Edge">The filter of the relation.</param>
internal sealed record RelatedSelection(EntityFilter? Target, RelationFilter? Edge);
