using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.GraphQL.Inputs;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Generation;

/// <summary>Generates the input of the measures' parameters from the measures' catalogue. A measure refuses what it does not have.</summary>
internal static class MeasureParameterTypes
{
    public static void Declare(TypeCatalog types)
    {
        var input = types.Declare(new ReadInput("MeasureParameters", Read) { Description = "Parameters of measures; each measure says which it has." });
        foreach (var parameter in MeasureCatalog.All.SelectMany(m => m.Parameters).GroupBy(p => p.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            input.AddField(new FieldType
            {
                Name = parameter.Key,
                Description = string.Join(" ", parameter.Select(p => p.Description).Distinct()),
                ResolvedType = types.Of(TypeOf(parameter.Select(p => p.Type).Distinct().ToArray())),
            });
        }

        types.Later(() =>
        {
            // An input must have a field, and a catalogue without parameters has none.
            if (input.Fields.Count == 0) input.AddField(new FieldType { Name = "none", ResolvedType = types.Of("Boolean"), Description = "No measure has parameters." });
        });
    }

    private static Dictionary<string, object?> Read(IDictionary<string, object?> fields) =>
        fields.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    private static string TypeOf(MeasureParameterType[] types) => types switch
    {
        [MeasureParameterType.Boolean] => "Boolean",
        [MeasureParameterType.Integer] => "Int",
        [MeasureParameterType.Number] => "Float",
        [MeasureParameterType.Choice] => "String",
        [MeasureParameterType.Vertex] => "ID",
        _ => "JSON",
    };
}
