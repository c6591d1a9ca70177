using System.Globalization;

namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>The one step that a case may take between the response and the answer.</summary>
internal static class RowComparison
{
    public static IReadOnlyList<AnswerRow> Apply(CompareOperator op, IReadOnlyList<IReadOnlyList<AnswerRow>> lists)
    {
        var documents = lists.SelectMany(l => l).SelectMany(r => r.Documents).ToHashSet(StringComparer.Ordinal);
        switch (op)
        {
            case CompareOperator.None:
                return [.. lists.SelectMany(l => l)];
            case CompareOperator.Difference when lists.Count == 2 && Number(lists[0]) is { } a && Number(lists[1]) is { } b:
                return [new AnswerRow([(a - b).ToString(CultureInfo.InvariantCulture)], documents)];
            case CompareOperator.Difference:
                var without = lists.Skip(1).SelectMany(l => l).Select(Key).ToHashSet(StringComparer.Ordinal);
                return [.. lists[0].Where(r => !without.Contains(Key(r)))];
            case CompareOperator.Intersection:
                return [.. lists[0].Where(r => lists.Skip(1).All(l => l.Any(o => Key(o) == Key(r))))];
            case CompareOperator.Equal:
                var sets = lists.Select(l => l.Select(Key).ToHashSet(StringComparer.Ordinal)).ToList();
                return [new AnswerRow([sets.TrueForAll(s => s.SetEquals(sets[0])) ? "yes" : "no", sets[0].Count.ToString(CultureInfo.InvariantCulture)], documents)];
            case CompareOperator.Days:
                var days = lists.Take(2).Select(l => DateOnly.ParseExact(l[0].Values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber).ToList();
                return [new AnswerRow([(days[1] - days[0]).ToString(CultureInfo.InvariantCulture)], documents), .. lists.Skip(2).SelectMany(l => l)];
            case CompareOperator.Min or CompareOperator.Max:
                var rows = lists.SelectMany(l => l).Select(r => (Row: r, Last: decimal.Parse(r.Values[^1], NumberStyles.Float, CultureInfo.InvariantCulture))).ToList();
                var extreme = op == CompareOperator.Min ? rows.Min(r => r.Last) : rows.Max(r => r.Last);
                return [.. rows.Where(r => r.Last == extreme).Select(r => r.Row)];
            default:
                return [new AnswerRow([lists.SelectMany(l => l).DistinctBy(Key).Count().ToString(CultureInfo.InvariantCulture)], documents)];
        }
    }

    private static string Key(AnswerRow row) => string.Join('\n', row.Values);

    private static decimal? Number(IReadOnlyList<AnswerRow> rows) =>
        rows.Count == 1 && rows[0].Values.Count == 1 && decimal.TryParse(rows[0].Values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
