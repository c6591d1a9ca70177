namespace EcosystemGraph.Acceptance.Tests;

/// <summary>
/// One question, asked in GraphQL: a file <c>Cases/CQ004.graphql</c> whose comments say where in the response the answer is.
/// </summary>
/// <remarks>
/// <code>
/// # CQ212 What rank did Sichuan have in each year from 2018 to 2022?
/// # answer: observations.nodes [period.text, value]
/// { observations(where: …) { nodes { period { text } value citations { document { id } } } } }
/// </code>
/// <para><c>answer</c> is a path into the response, lists walked through. With fields in brackets each thing at the path is a row of those fields; without,
/// each value is a row. Several <c>answer</c> lines give several lists of rows: operands of the one <c>compare</c> operator, or parts of one answer.</para>
/// <para><c>compare</c>: <c>difference</c>, <c>intersection</c>, <c>equal</c>, <c>days</c>, <c>count</c>, <c>min</c>, <c>max</c>.</para>
/// </remarks>
internal sealed record AcceptanceCase(string Id, string Question, string Query, IReadOnlyList<AnswerPointer> Answers, CompareOperator Compare)
{
    public static IReadOnlyDictionary<string, AcceptanceCase> All { get; } =
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.graphql").Select(Read).ToDictionary(c => c.Id, StringComparer.Ordinal);

    private static AcceptanceCase Read(string file)
    {
        var text = File.ReadAllText(file);
        var comments = text.Split('\n').TakeWhile(l => l.StartsWith('#')).Select(l => l[1..].Trim()).ToList();
        var id = Path.GetFileNameWithoutExtension(file);
        if (comments.Count == 0 || !comments[0].StartsWith(id + " ", StringComparison.Ordinal))
            throw new FormatException($"{id}: the first line must be '# {id} ' and the question");
        var answers = Values(comments, "answer:").Select(AnswerPointer.Parse).ToList();
        if (answers.Count == 0) throw new FormatException($"{id}: no '# answer:' line");
        var compare = Values(comments, "compare:").SingleOrDefault() ?? "none";
        if (!Enum.TryParse<CompareOperator>(compare, ignoreCase: true, out var op))
            throw new FormatException($"{id}: '{compare}' is no operator; expected {string.Join(", ", Enum.GetNames<CompareOperator>()).ToLowerInvariant()}");
        return new AcceptanceCase(id, comments[0][(id.Length + 1)..], text, answers, op);
    }

    private static IEnumerable<string> Values(List<string> comments, string label) =>
        comments.Where(c => c.StartsWith(label, StringComparison.Ordinal)).Select(c => c[label.Length..].Trim());
}

/// <summary>What is done with the rows before they are held against the answer; one step at most.</summary>
internal enum CompareOperator
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Rows of the first list that are not in the others; of two numbers, the first less the second.</summary>
    Difference,

    /// <summary>Rows that are in every list.</summary>
    Intersection,

    /// <summary>Yes if all lists have the same rows, else no.</summary>
    Equal,

    /// <summary>Days from the date of the first list to that of the second; further lists are parts of the answer.</summary>
    Days,

    /// <summary>The number of different rows.</summary>
    Count,

    /// <summary>The rows with the smallest last value.</summary>
    Min,

    /// <summary>The rows with the largest last value.</summary>
    Max,
}
