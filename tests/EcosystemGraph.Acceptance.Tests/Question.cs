using System.Text.Json;

namespace EcosystemGraph.Acceptance.Tests;

/// <summary>A question with its answer and the documents that have it; a line of <c>questions.jsonl</c>.</summary>
internal sealed record Question(string Id, string Text, string Kind, string AnswerType, IReadOnlyList<string> Answers, IReadOnlySet<string> Documents)
{
    public static IReadOnlyList<Question> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "questions.jsonl")).Where(l => l.Length > 0).Select(Read)];

    /// <summary>Questions that are wrong against the documents, with the reason: <c>disputed.md</c>, one <c>- **CQ…**</c> a line.</summary>
    public static IReadOnlySet<string> Disputed { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "disputed.md"))
        .Where(l => l.StartsWith("- **CQ", StringComparison.Ordinal)).Select(l => l[4..l.IndexOf("**", 4, StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);

    private static Question Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var answer = root.GetProperty("answer");
        IReadOnlyList<string> answers = answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray().Select(Text)] : [Text(answer)];
        return new Question(root.GetProperty("id").GetString()!, root.GetProperty("question").GetString()!, root.GetProperty("kind").GetString()!,
            root.GetProperty("answer_type").GetString()!, answers,
            root.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("doc").GetString()!).ToHashSet(StringComparer.Ordinal));

        static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }
}
