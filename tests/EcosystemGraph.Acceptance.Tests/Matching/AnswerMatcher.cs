using System.Text.RegularExpressions;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>
/// Holds rows against an expected answer: every number of the answer must be among the row's, as it is written; what is not a number must be
/// a name or text of the row, by any name of the entity. Sets are matched as sets, lists in their order.
/// </summary>
internal sealed class AnswerMatcher(KnownNames names)
{
    /// <summary>Why the rows are not the answer; null if they are.</summary>
    public string? Mismatch(Question question, IReadOnlyList<AnswerRow> rows)
    {
        switch (question.AnswerType)
        {
            case "set":
                return SetMismatch([.. question.Answers.Select(a => Scaled(question, a))], rows);
            case "list":
                if (rows.Count != question.Answers.Count) return $"{rows.Count} rows, {question.Answers.Count} expected: {Show(rows)}";
                var wrong = Enumerable.Range(0, rows.Count).FirstOrDefault(i => !Fits(question.Answers[i], rows[i]), -1);
                return wrong < 0 ? null : $"in place {wrong + 1} '{question.Answers[wrong]}' is expected: {Show(rows)}";
            case "claims":
                var sides = new ClaimMatcher(names);
                var unsaid = question.Answers.Select(a => (Side: a, Why: sides.Mismatch(a, rows))).Where(s => s.Why is not null).Select(s => $"'{s.Side}': {s.Why}").ToList();
                return unsaid.Count == 0 ? null : $"{string.Join('\n', unsaid)}\n{Show(rows)}";
            default:
                if (rows.Count == 0) return Names.Fold(question.Answers[0]) == "not stated" ? null : "no rows";
                var whole = new AnswerRow([.. rows.SelectMany(r => r.Values)], rows.SelectMany(r => r.Documents).ToHashSet(StringComparer.Ordinal));
                if (question.AnswerType == "number" && whole.Values.Distinct().Count() != 1) return $"one number is expected: {Show(rows)}";
                return Fits(Scaled(question, question.Answers[0]), whole) ? null : $"'{question.Answers[0]}' is expected: {Show(rows)}";
        }
    }

    private string? SetMismatch(IReadOnlyList<string> expected, IReadOnlyList<AnswerRow> rows)
    {
        var different = rows.DistinctBy(r => string.Join('\n', r.Values)).ToList();
        // Each expected item takes a row that no other needs: the items that fit the fewest rows choose first.
        var free = different.ToHashSet();
        foreach (var item in expected.OrderBy(e => different.Count(r => Fits(e, r))))
        {
            if (free.FirstOrDefault(r => Fits(item, r)) is not { } row) return $"'{item}' is missing: {Show(different)}";
            free.Remove(row);
        }

        return free.Count == 0 ? null : $"too much: {Show([.. free])}";
    }

    private bool Fits(string expected, AnswerRow row)
    {
        if (row.Values.Any(v => names.Of(v).Contains(Names.Fold(expected)))) return true;
        var (numbers, rest) = NumberText.Split(expected);
        var have = row.Values.SelectMany(v => NumberText.Split(v).Numbers).ToList();
        if (!numbers.All(n => have.Any(n.Fits))) return false;
        var parts = Regex.Split(rest, @"[;:,()/]| and | in | by ").Select(Names.Fold).Where(p => p.Any(char.IsLetter)).ToList();
        if (parts.Count == 0) return numbers.Count > 0;
        var named = parts.Count(p => row.Values.Any(v => SameName(p, v) || Overlaps(p, v)));
        // Without numbers every part is a name or text of the row; beside numbers, which are the answer, one word in common shows that the row is about the same.
        return numbers.Count == 0 ? named == parts.Count : named > 0 || parts.All(p => IsUnits(p, rest)) || parts.Any(p => row.Values.Any(v => Words(p).Overlaps(Words(Names.Fold(v)))));
    }

    /// <summary>An answer that ends with a number, in the scale that the question wants it in: "in million US dollars".</summary>
    private static string Scaled(Question question, string answer) =>
        char.IsAsciiDigit(answer[^1]) && Regex.Match(question.Text, @"\bin (thousand|million|billion|trillion)\b") is { Success: true } scale ? $"{answer} {scale.Groups[1].Value}" : answer;

    private bool SameName(string folded, string value) =>
        names.Of(value).Any(n => n == folded || (n.Length > 3 && folded.Length > 3 && ($" {n} ".Contains($" {folded} ", StringComparison.Ordinal) || $" {folded} ".Contains($" {n} ", StringComparison.Ordinal))));

    /// <summary>True if most words of the shorter text are in the longer.</summary>
    private static bool Overlaps(string folded, string value)
    {
        var (a, b) = (Words(folded), Words(Names.Fold(value)));
        if (a.Count == 0 || b.Count == 0) return false;
        var shared = a.Intersect(b).Count();
        return shared >= 2 && shared >= .6 * Math.Min(a.Count, b.Count);
    }

    /// <summary>Units, and acronyms as the text writes them (OIPs), say what the number counts, not whose it is.</summary>
    private static bool IsUnits(string part, string text) => Words(part).All(w => Regex.IsMatch(text, $@"\b{Regex.Escape(w.TrimEnd('s').ToUpperInvariant())}s?\b") || w is "yuan" or "rmb" or "usd" or "percent" or "days" or "members" or "us" or "dollars" or "cny");

    private static HashSet<string> Words(string folded) =>
        [.. folded.Split(' ').Where(w => w.Length > 0 && w is not ("the" or "of" or "and" or "in" or "for" or "to" or "a" or "as" or "by" or "on" or "at" or "s"))];

    private static string Show(IReadOnlyList<AnswerRow> rows) =>
        rows.Count == 0 ? "nothing was found" : string.Join(" | ", rows.Take(60).Select(r => $"{string.Join(", ", r.Values)} [{string.Join(' ', r.Documents)}]"));
}
