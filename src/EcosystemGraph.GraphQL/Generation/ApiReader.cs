using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Reads the API's fixed part, <c>api.graphql</c>, into types, and attaches what answers its fields.</summary>
internal sealed class ApiReader(TypeCatalog types, ResolverTable resolvers, Func<string, InputObjectGraphType> input)
{
    private readonly GraphQLDocument _document = Parser.Parse(Text(), new ParserOptions { Ignore = IgnoreOptions.Comments });

    /// <summary>The text of the fixed part.</summary>
    public static string Text()
    {
        using var reader = new StreamReader(typeof(ApiReader).Assembly.GetManifestResourceStream("api.graphql")!);
        return reader.ReadToEnd();
    }

    /// <summary>Declares the types; they are filled when the catalogue is.</summary>
    /// <param name="scalars">The scalars by name.</param>
    /// <param name="left">True for a field that this schema leaves out.</param>
    public void Declare(IReadOnlyDictionary<string, ScalarGraphType> scalars, Func<string, string, bool> left)
    {
        foreach (var definition in _document.Definitions)
        {
            switch (definition)
            {
                case GraphQLScalarTypeDefinition node:
                    Describe(types.Declare(scalars[node.Name.StringValue]), node);
                    break;
                case GraphQLEnumTypeDefinition node:
                    DeclareEnum(node);
                    break;
                case GraphQLObjectTypeDefinition node:
                    var type = Describe(types.Declare(new ObjectGraphType { Name = node.Name.StringValue }), node);
                    types.Later(() => FillOutput(type, node.Fields!, left));
                    break;
                case GraphQLInterfaceTypeDefinition node:
                    var shared = Describe(types.Declare(new InterfaceGraphType { Name = node.Name.StringValue }), node);
                    types.Later(() => FillOutput(shared, node.Fields!, left));
                    break;
                case GraphQLInputObjectTypeDefinition node:
                    DeclareInput(node);
                    break;
                default:
                    throw new InvalidOperationException($"api.graphql: {definition.Kind} is not expected");
            }
        }
    }

    private static T Describe<T>(T type, IHasDescriptionNode node) where T : IGraphType
    {
        type.Description = node.Description?.Value.ToString();
        return type;
    }

    private void DeclareEnum(GraphQLEnumTypeDefinition node)
    {
        var type = Describe(types.Declare(new EnumerationGraphType { Name = node.Name.StringValue }), node);
        foreach (var item in node.Values!)
            type.Add(item.Name.StringValue, item.Name.StringValue, item.Description?.Value.ToString());
    }

    private void DeclareInput(GraphQLInputObjectTypeDefinition node)
    {
        var type = Describe(types.Declare(input(node.Name.StringValue)), node);
        type.IsOneOf = node.Directives?.Items.Any(d => d.Name.StringValue == "oneOf") ?? false;
        types.Later(() =>
        {
            foreach (var field in node.Fields!)
            {
                var fieldType = types.Of(field.Type);
                type.AddField(new FieldType
                {
                    Name = field.Name.StringValue,
                    Description = field.Description?.Value.ToString(),
                    ResolvedType = fieldType,
                    DefaultValue = Default(fieldType, field.DefaultValue),
                });
            }
        });
    }

    private void FillOutput(IComplexGraphType type, GraphQLFieldsDefinition fields, Func<string, string, bool> left)
    {
        foreach (var node in fields)
        {
            var name = node.Name.StringValue;
            // The fields of interfaces are answered by their implementers.
            var resolver = type is IObjectGraphType ? resolvers.Take(type.Name, name) : null;
            if (left(type.Name, name)) continue;
            var field = new FieldType
            {
                Name = name,
                Description = node.Description?.Value.ToString(),
                ResolvedType = types.Of(node.Type),
                Arguments = [.. (node.Arguments?.Items ?? []).Select(Argument)],
                Resolver = resolver,
            };
            type.AddField(field);
        }
    }

    private QueryArgument Argument(GraphQLInputValueDefinition node)
    {
        var type = types.Of(node.Type);
        return new QueryArgument(type) { Name = node.Name.StringValue, Description = node.Description?.Value.ToString(), DefaultValue = Default(type, node.DefaultValue) };
    }

    private static object? Default(IGraphType type, GraphQLValue? value) => value is null ? null : ExecutionHelper.CoerceValue(type, value).Value;
}
