using System.Globalization;
using System.Text;

namespace EcosystemGraph.Analytics.Measures;

/// <summary>The catalogue as a page to read.</summary>
public static class MeasureDocumentation
{
    private static readonly (MeasureScope Scope, string Heading)[] Sections =
    [
        (MeasureScope.Entity, "Measures of entities"),
        (MeasureScope.Edge, "Measures of edges"),
        (MeasureScope.Pair, "Measures of pairs"),
        (MeasureScope.Partition, "Components and communities"),
        (MeasureScope.Graph, "Measures of graphs"),
        (MeasureScope.Path, "Paths"),
    ];

    /// <summary>The catalogue in Markdown, by scope.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("# Measures\n\nMade from the catalogue of the program: `ecosystem-graph measures NAME` says the same of one. n is the number of vertices, m that of edges; memory is what a run takes at most beside its graph.\n");
        foreach (var (scope, heading) in Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n");
            foreach (var measure in MeasureCatalog.Of(scope)) Append(page, measure);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, MeasureInfo measure)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {measure.Name}\n\n{measure.Description}\n\n");
        foreach (var parameter in measure.Parameters)
        {
            var value = parameter.IsRequired ? "required" : parameter.Default is null ? "not given" : string.Create(CultureInfo.InvariantCulture, $"`{parameter.Default}`");
            page.Append(CultureInfo.InvariantCulture, $"- `{parameter.Name}`: {parameter.Expected}; {value}. {parameter.Description}\n");
        }

        if (measure.Parameters.Count > 0) page.Append('\n');
        page.Append(CultureInfo.InvariantCulture, $"Time {measure.Cost}; memory {measure.Memory}; version {measure.Version}. {measure.Paper}\n");
    }
}
