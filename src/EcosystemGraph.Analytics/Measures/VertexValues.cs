using System.Globalization;
using EcosystemGraph.Query;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>Numbers of vertices that a parameter names.</summary>
internal static class VertexValues
{
    public static double?[] Read(MeasureInput input, string parameter)
    {
        var name = input.Arguments.Text(parameter)!;
        if (input.Measured.GroupOf(name) is { } texts) return [.. texts.Select(Number)];
        if (MeasureCatalog.Definition(name) is not { Info.Scope: MeasureScope.Entity } definition || definition.Info.Parameters.Any(p => p.IsRequired))
        {
            throw new QueryException(QueryErrorCode.BadArgument,
                $"{input.Measure.Name}: the parameter {parameter} is '{name}', which is no attribute of {input.Measured.Name} ({string.Join(", ", input.Measured.Attributes)}) and no measure of entities that needs nothing more");
        }

        var scores = ((EntityResult)definition.Compute(input.For(definition.Info))).Scores;
        return Array.ConvertAll(scores, static s => double.IsNaN(s) ? (double?)null : s);

        double? Number(string? text) => text is null ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw new QueryException(QueryErrorCode.BadArgument, $"{input.Measure.Name}: the attribute {name} is '{text}' somewhere, expected numbers");
    }
}
