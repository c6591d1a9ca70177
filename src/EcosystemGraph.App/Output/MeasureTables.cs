using System.Collections;
using System.Globalization;
using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output;

/// <summary>Shows the catalogue of measures.</summary>
internal static class MeasureTables
{
    private const int Width = 110;
    private const string Indent = "  ";

    /// <summary>Writes all measures, a line each.</summary>
    public static void WriteAll(Terminal terminal)
    {
        var table = new TextTable("measure", "of", "parameters");
        foreach (var measure in MeasureCatalog.All) table.Add(measure.Name, Of(measure), string.Join(' ', measure.Parameters.Select(p => p.Default is null ? p.Name : $"{p.Name}={Text(p.Default)}")));
        table.Write(terminal.Output);
    }

    /// <summary>Writes everything about a measure.</summary>
    public static void Write(Terminal terminal, MeasureInfo measure)
    {
        var output = terminal.Output;
        output.WriteLine($"{measure.Name}, of {Of(measure)}; {measure.EnumName} in the API");
        output.WriteLine();
        WriteParagraph(output, measure.Description, Indent);
        if (measure.Parameters.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Parameters:");
        }

        foreach (var parameter in measure.Parameters)
        {
            output.WriteLine($"{Indent}{parameter.Name}: {parameter.Expected}{(parameter.Default is null ? "" : $" [default: {Text(parameter.Default)}]")}");
            WriteParagraph(output, parameter.Description, Indent + Indent);
        }

        output.WriteLine();
        WriteParagraph(output, $"Time {measure.Cost}.", Indent);
        WriteParagraph(output, measure.Paper, Indent);
    }

    private static string Of(MeasureInfo measure) => measure.Scope switch
    {
        MeasureScope.Entity => "vertices",
        MeasureScope.Edge => "edges",
        MeasureScope.Pair => "pairs",
        MeasureScope.Partition => "communities",
        MeasureScope.Path => "paths",
        _ => "the graph",
    };

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => text,
        IEnumerable list => string.Join(',', list.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void WriteParagraph(TextWriter output, string text, string indent)
    {
        var line = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length + 1 > Width && line.Length > indent.Length)
            {
                output.WriteLine(line);
                line = indent;
            }

            line += line.Length > indent.Length ? " " + word : word;
        }

        output.WriteLine(line);
    }
}
