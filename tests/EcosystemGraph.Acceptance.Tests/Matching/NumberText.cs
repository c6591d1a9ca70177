using System.Globalization;
using System.Text.RegularExpressions;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>A number or date in a text, with the precision that it is written in.</summary>
/// <param name="Value">The value, scale word applied; of a date its digits, such as 20200211, 202106 or 2021.</param>
/// <param name="Precision">Half of the last place that is written.</param>
/// <param name="OfAnyYear">True of a day without a year: the value is month and day, such as 211.</param>
internal readonly record struct NumberText(decimal Value, decimal Precision, bool OfAnyYear = false)
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3m,
        ["million"] = 1e6m,
        ["billion"] = 1e9m,
        ["trillion"] = 1e12m,
    };

    private static readonly Dictionary<string, int> Words = new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen" }
        .Select((word, i) => (word, number: i + 1)).Append((word: "half", number: 50)).Append((word: "majority", number: 50)).Append((word: "double", number: 2)).Append((word: "doubled", number: 2))
        .Concat(new[] { "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth" }.Select((word, i) => (word, number: i + 3))).ToDictionary(p => p.word, p => p.number, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0)];

    private static readonly Regex IsoDate = new(@"\b(\d{4})-(\d{2})(?:[-/](\d{2}))?\b(?!\d)");
    private static readonly Regex DayOfYear = new(@"\b(\d{1,2})\s+(" + string.Join('|', Months) + @")\b", RegexOptions.IgnoreCase);
    private static readonly Regex LongDate = new(@"\b(?:(\d{1,2})\s+)?(" + string.Join('|', Months) + @")\s+(\d{4})\b", RegexOptions.IgnoreCase);
    private static readonly Regex Number = new(@"(?<!\w)(?<!\w\.)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s*-?\s*(thousand|million|billion|trillion)\b)?", RegexOptions.IgnoreCase);

    /// <summary>The number that a word means, <c>a</c> being one; null of other words.</summary>
    public static int? Word(string word) => word.Equals("a", StringComparison.OrdinalIgnoreCase) ? 1 : Words.TryGetValue(word, out var number) ? number : null;

    /// <summary>The numbers of a text, and the text without them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ones">False to leave the word one, which need not be a number, in the text.</param>
    public static (IReadOnlyList<NumberText> Numbers, string Remainder) Split(string text, bool ones = true)
    {
        var numbers = new List<NumberText>();
        var rest = IsoDate.Replace(text, m => Date(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value));
        rest = LongDate.Replace(rest, m => Date(m.Groups[3].Value, $"{Array.FindIndex(Months, x => x.Equals(m.Groups[2].Value, StringComparison.OrdinalIgnoreCase)) + 1:00}", m.Groups[1].Value.PadLeft(m.Groups[1].Length == 0 ? 0 : 2, '0')));
        rest = DayOfYear.Replace(rest, m =>
        {
            var day = (100 * (Array.FindIndex(Months, x => x.Equals(m.Groups[2].Value, StringComparison.OrdinalIgnoreCase)) + 1)) + int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture);
            numbers.Add(new NumberText(day, 0, OfAnyYear: true));
            return " ";
        });
        rest = Number.Replace(rest, m =>
        {
            var scale = m.Groups[3].Success ? Scales[m.Groups[3].Value] : 1;
            var decimals = Math.Max(0, m.Groups[2].Length - 1);
            var value = decimal.Parse(m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal) + m.Groups[2].Value, CultureInfo.InvariantCulture);
            numbers.Add(new NumberText(value * scale, scale * (decimal)Math.Pow(10, -decimals) / 2));
            return " ";
        });
        rest = Regex.Replace(rest, @"\b[a-z]+\b(?!-)", m =>
        {
            if (!Words.TryGetValue(m.Value, out var number) || (!ones && number == 1)) return m.Value;
            numbers.Add(new NumberText(number, .5m));
            return " ";
        }, RegexOptions.IgnoreCase);
        return (numbers, rest);

        string Date(string year, string month, string day)
        {
            numbers.Add(new NumberText(decimal.Parse(year + month + day, CultureInfo.InvariantCulture), 0));
            return " ";
        }
    }

    /// <summary>True if a value rounds to this number as it is written, or a date lies in it.</summary>
    public bool Fits(NumberText value)
    {
        if (OfAnyYear) return value.Value > 1e7m && value.Value % 10000 == Value;
        if (Math.Abs(Value - value.Value) < Math.Max(Precision, 1e-9m) || Value == value.Value) return true;
        // A day lies in its month and year: 20200211 in 202002 and in 2020.
        var (coarse, fine) = (Value.ToString(CultureInfo.InvariantCulture), value.Value.ToString(CultureInfo.InvariantCulture));
        return coarse.Length is 4 or 6 && fine.Length is 6 or 8 && fine.Length > coarse.Length && fine.StartsWith(coarse, StringComparison.Ordinal);
    }
}
