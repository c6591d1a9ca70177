using System.Text.Json;

namespace EcosystemGraph.Acceptance.Tests;

/// <summary>A row of the answer: its values, and the documents that are cited beside them.</summary>
internal sealed record AnswerRow(IReadOnlyList<string> Values, IReadOnlySet<string> Documents);

/// <summary>Where in a response the rows of an answer are.</summary>
/// <param name="Path">The path, lists walked through.</param>
/// <param name="Fields">The fields of a row; empty: the value at the path is the row.</param>
internal sealed record AnswerPointer(IReadOnlyList<string> Path, IReadOnlyList<IReadOnlyList<string>> Fields)
{
    public static AnswerPointer Parse(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var path = Segments(bracket < 0 ? text : text[..bracket]);
        if (bracket < 0) return new AnswerPointer(path, []);
        if (!text.EndsWith(']')) throw new FormatException($"'{text}' has no closing bracket");
        return new AnswerPointer(path, [.. text[(bracket + 1)..^1].Split(',').Select(Segments)]);
    }

    /// <summary>The rows, in the order of the response; values that are null are left out, and rows of which nothing is left.</summary>
    public IEnumerable<AnswerRow> Rows(JsonElement data)
    {
        var start = Fields.Count == 0 ? Path.SkipLast(1).ToList() : Path;
        IReadOnlyList<IReadOnlyList<string>> fields = Fields.Count == 0 ? [[Path[^1]]] : Fields;
        foreach (var node in Walk(data, start, 0))
        {
            var documents = Documents(node).ToHashSet(StringComparer.Ordinal);
            var lists = fields.Select(f => Walk(node, f, 0).SelectMany(Leaves).ToList()).ToList();
            if (Fields.Count == 0)
            {
                foreach (var value in lists[0]) yield return new AnswerRow([value], documents);
            }
            else if (lists.Any(l => l.Count > 0))
            {
                yield return new AnswerRow([.. lists.SelectMany(l => l)], documents);
            }
        }
    }

    /// <summary>The ids of all documents that stand below a node.</summary>
    public static IEnumerable<string> Documents(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array) return node.EnumerateArray().SelectMany(Documents);
        if (node.ValueKind != JsonValueKind.Object) return [];
        return node.EnumerateObject().SelectMany(p =>
            p.Name == "document" && p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("id", out var id) ? [id.GetString()!] : Documents(p.Value));
    }

    private static IReadOnlyList<string> Segments(string path) => path.Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<JsonElement> Walk(JsonElement node, IReadOnlyList<string> path, int at)
    {
        if (node.ValueKind == JsonValueKind.Array) return node.EnumerateArray().SelectMany(item => Walk(item, path, at));
        if (at == path.Count) return node.ValueKind == JsonValueKind.Null ? [] : [node];
        if (node.ValueKind != JsonValueKind.Object) return [];
        return node.TryGetProperty(path[at], out var next) ? Walk(next, path, at + 1) : throw new FormatException($"the response has no '{path[at]}' on the way {string.Join('.', path)}");
    }

    private static IEnumerable<string> Leaves(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Null => [],
        JsonValueKind.True => ["yes"],
        JsonValueKind.False => ["no"],
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Number => [node.GetRawText()],
        _ => throw new FormatException("the answer is an object; name its fields in brackets"),
    };
}
