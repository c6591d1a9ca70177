using System.Text.Json;

namespace EcosystemGraph.App.Output;

/// <summary>The cells of a row of an answer: objects within it give columns of their own, lists within it one cell each.</summary>
internal static class AnswerCells
{
    // What every connection has between a field and what it leads to.
    private static readonly string[] Scaffold = ["nodes", "edges", "node"];

    /// <summary>The cells, by their full path.</summary>
    public static Dictionary<string, string> Of(JsonElement row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(cells, "", row);
        return cells;
    }

    /// <summary>Short titles for columns: without the scaffold, unless two would be the same.</summary>
    public static Dictionary<string, string> Titles(IReadOnlyList<string> columns)
    {
        var clashes = columns.CountBy(Shorten).Where(title => title.Value > 1).Select(title => title.Key).ToHashSet(StringComparer.Ordinal);
        return columns.ToDictionary(column => column, column => clashes.Contains(Shorten(column)) ? column : Shorten(column), StringComparer.Ordinal);
    }

    /// <summary>A value as one text: the values of an object by commas, those of a list by semicolons.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(member => Text(member.Value)).Where(text => text.Length > 0)),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>The path of a member.</summary>
    public static string Join(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private static void Collect(Dictionary<string, string> cells, string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) cells[path.Length == 0 ? "value" : path] = Text(value);
        else foreach (var member in value.EnumerateObject()) Collect(cells, Join(path, member.Name), member.Value);
    }

    private static string Shorten(string path) => string.Join('.', path.Split('.').Where(part => !Scaffold.Contains(part)));
}
