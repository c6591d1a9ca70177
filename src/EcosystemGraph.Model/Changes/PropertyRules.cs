using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What the properties of a statement must meet: declared by the kind, with a value of their type.</summary>
internal static class PropertyRules
{
    public static void Check(Statement statement, PropertyBag properties, string owner, Func<string, PropertyDefinition?> find, FactProblems problems)
    {
        foreach (var (name, value) in properties)
        {
            if (find(name) is not { } definition)
                problems.Add(ProblemCode.UnknownProperty, statement, name, $"'{name}' is not a property of {owner}");
            else if (!Accepts(definition, value))
                problems.Add(ProblemCode.InvalidValue, statement, name, $"{name}: '{PropertyText.Format(value)}' is not of type {definition.TypeText}");
        }
    }

    private static bool Accepts(PropertyDefinition definition, object value)
    {
        if (!definition.IsList) return AcceptsOne(definition, value);
        return value is object[] items && items.All(i => AcceptsOne(definition, i));
    }

    private static bool AcceptsOne(PropertyDefinition definition, object value) => definition.Type switch
    {
        PropertyType.String => value is string,
        PropertyType.Id => value is string id && Names.IsSlug(id),
        PropertyType.Int => value is int,
        PropertyType.Float => value is double real && double.IsFinite(real),
        PropertyType.Decimal => value is decimal,
        PropertyType.Boolean => value is bool,
        PropertyType.Date => value is PartialDate,
        _ => value is string name && definition.Enum!.Values.Any(v => v.Name == name),
    };
}
