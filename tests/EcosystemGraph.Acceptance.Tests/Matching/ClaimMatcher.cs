using System.Globalization;
using System.Text.RegularExpressions;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>
/// Holds rows against one side of a disagreement, such as <c>17 in December 2021 [sceri-2022 l.357]</c>. Only rows that cite a document of the side speak for it.
/// Every number and date of the side must be said by them, compared as numbers; a side without numbers must be named: each part of an enumeration by a name
/// of an entity, or by a row that has most of its words.
/// </summary>
internal sealed class ClaimMatcher(KnownNames names)
{
    private static readonly Regex Weeks = new(@"\b(\w+)(?:\s+to\s+(\w+))?\s+weeks?\b", RegexOptions.IgnoreCase);

    /// <summary>A range whose scale word stands behind its end only.</summary>
    private static readonly Regex Range = new(@"\bbetween ([\d.]+) and ([\d.]+) (thousand|million|billion|trillion)\b", RegexOptions.IgnoreCase);

    private static readonly HashSet<string> Stop = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "in", "for", "to", "a", "an", "as", "by", "on", "at", "s", "is", "are", "was", "it", "its", "or", "with", "that", "this", "be", "up",
    };

    /// <summary>Why no row says it; null if some do.</summary>
    public string? Mismatch(string claim, IReadOnlyList<AnswerRow> rows)
    {
        var documents = Regex.Matches(claim, @"[a-z]+(?:-[a-z]+)*-\d{4}|oip-piz-brief").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var speaking = documents.Count == 0 ? rows : [.. rows.Where(r => documents.Overlaps(r.Documents))];
        if (speaking.Count == 0) return "no row cites its document";
        var text = InDays(Range.Replace(Regex.Replace(claim, @"\[[^\]]*\]|\b(Figure|Table) \d+", " "), "$1 $3 and $2 $3"));
        var said = speaking.SelectMany(r => r.Values).ToList();
        // Remarks in brackets belong to a name only in so far as they are figures.
        var bare = Regex.Replace(text, @"\([^)]*\)", " ");
        if (said.Any(v => names.Of(v).Contains(Names.Fold(text)) || (!bare.Any(char.IsAsciiDigit) && Names.Fold(v) == Names.Fold(bare)))) return null;
        // The 360 of Qihoo 360 is a name, not a figure.
        var (numbers, _) = NumberText.Split(names.NumberedIn(text).Aggregate(text, (t, n) => Regex.Replace(t, Regex.Escape(n), " ", RegexOptions.IgnoreCase)), ones: false);
        if (numbers.Count > 0)
        {
            var have = said.SelectMany(v => NumberText.Split(v).Numbers).ToList();
            var unsaid = numbers.Where(n => !have.Any(n.Fits) && !said.Any(v => IsWithin(n, v))).ToList();
            return unsaid.Count == 0 ? null : $"nobody says {string.Join(", ", unsaid.Select(n => n.Value))}";
        }

        var parts = bare.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unnamed = parts.Where(p => !speaking.Any(r => IsNamed(p, r))).ToList();
        return unnamed.Count == 0 ? null : $"nobody says '{string.Join("', '", unnamed)}'";
    }

    /// <summary>True of a year that lies in a window or period: 2021 in [2020..2022].</summary>
    private static bool IsWithin(NumberText year, string value) =>
        Regex.Match(value, @"^\[?(\d{4})\S*(?:\.\.|/)(\d{4})") is { Success: true } window
        && year.Value >= int.Parse(window.Groups[1].Value, CultureInfo.InvariantCulture) && year.Value <= int.Parse(window.Groups[2].Value, CultureInfo.InvariantCulture);

    private bool IsNamed(string part, AnswerRow row)
    {
        var folded = $" {Names.Fold(part)} ";
        // A name of one letter is too short to be looked for in a text; it must be the whole part.
        if (row.Values.SelectMany(names.Of).Any(n => n.Length > 1 ? folded.Contains($" {n} ", StringComparison.Ordinal) : folded.Trim() == n)) return true;
        var (wanted, have) = (Words(folded), Words(string.Join(' ', row.Values.Select(Names.Fold))));
        return wanted.Count > 0 && wanted.Count(have.Contains) >= Math.Max(Math.Min(2, wanted.Count), .6 * wanted.Count);
    }

    /// <summary>Words that mean something, cut to their stem: private and privately are one.</summary>
    private static HashSet<string> Words(string folded) =>
        [.. folded.Split(' ').Where(w => w.Length > 0 && !Stop.Contains(w)).Select(w => w.Length > 5 ? w[..5] : w)];

    private static string InDays(string text) => Weeks.Replace(text, m =>
        NumberText.Word(m.Groups[1].Value) is not { } low ? m.Value : m.Groups[2].Success && NumberText.Word(m.Groups[2].Value) is { } high ? $"{low * 7} to {high * 7} days" : $"{low * 7} days");
}
