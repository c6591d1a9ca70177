using EcosystemGraph.Model;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>
/// The types of a schema by name. All of them are declared before any of them is filled, so that types may refer to one another in any order.
/// </summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);
    private readonly List<Action> _fill = [];

    public TypeCatalog()
    {
        foreach (var scalar in new ScalarGraphType[] { new StringGraphType(), new IntGraphType(), new FloatGraphType(), new BooleanGraphType(), new IdGraphType() }) Declare(scalar);
    }

    public IReadOnlyCollection<string> Names => _types.Keys;

    public IEnumerable<IGraphType> All => _types.Values;

    /// <summary>Adds a type.</summary>
    /// <exception cref="InvalidInputException">The name is taken: the ontology has a name that another of its names leads to.</exception>
    public T Declare<T>(T type) where T : IGraphType
    {
        if (!_types.TryAdd(type.Name, type))
            throw new InvalidInputException([new Problem(ProblemCode.NameCollision, $"two parts of the ontology lead to the API type '{type.Name}'; rename one of them")]);
        return type;
    }

    public bool Has(string name) => _types.ContainsKey(name);

    /// <summary>Puts off what needs other types until all are declared.</summary>
    public void Later(Action fill) => _fill.Add(fill);

    public void Fill()
    {
        // What is filled may put off more.
        for (var i = 0; i < _fill.Count; i++) _fill[i]();
        _fill.Clear();
    }

    /// <summary>The type that a text such as <c>[Citation!]!</c> means.</summary>
    public IGraphType Of(string text)
    {
        if (text.EndsWith('!')) return new NonNullGraphType(Of(text[..^1]));
        return text.StartsWith('[') ? new ListGraphType(Of(text[1..^1])) : Named<IGraphType>(text);
    }

    public IGraphType Of(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => new NonNullGraphType(Of(nonNull.Type)),
        GraphQLListType list => new ListGraphType(Of(list.Type)),
        GraphQLNamedType named => Named<IGraphType>(named.Name.StringValue),
        _ => throw new InvalidOperationException($"'{type}' is not a type"),
    };

    public T Named<T>(string name) where T : class, IGraphType =>
        _types.TryGetValue(name, out var type) && type is T found ? found : throw new InvalidOperationException($"the schema has no {typeof(T).Name} '{name}'");
}
