using System.Text.Json;
using EcosystemGraph.GraphQL;
using Spectre.Console;

namespace EcosystemGraph.App.Output;

/// <summary>Shows an answer as tables: one for every list that is not within another, and a line for every single value.</summary>
internal static class AnswerTables
{
    /// <summary>Writes them.</summary>
    public static void Write(Terminal terminal, GraphQLResponse answer)
    {
        using var json = JsonDocument.Parse(AnswerJson.ToUtf8(answer).ToArray());
        if (json.RootElement.TryGetProperty("data", out var data)) Write(terminal, "", data);
    }

    private static void Write(Terminal terminal, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject()) Write(terminal, AnswerCells.Join(path, member.Name), member.Value);
                break;
            case JsonValueKind.Array:
                WriteTable(terminal, path, value);
                break;
            default:
                terminal.Output.WriteLine($"{path}: {AnswerCells.Text(value)}");
                break;
        }
    }

    private static void WriteTable(Terminal terminal, string path, JsonElement list)
    {
        var rows = list.EnumerateArray().Select(AnswerCells.Of).ToArray();
        if (rows.Length == 0)
        {
            terminal.Output.WriteLine($"{path}: none");
            return;
        }

        terminal.Output.WriteLine($"{path}:");

        // In the order of the query, also where the first row has only some of the cells.
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct()];
        var titles = AnswerCells.Titles(columns);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(titles[column])));
        foreach (var row in rows) table.AddRow(columns.Select(column => new Text(row.GetValueOrDefault(column, ""))));
        terminal.Canvas().Write(table);
    }
}
