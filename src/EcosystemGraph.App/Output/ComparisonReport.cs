using System.Globalization;
using System.Text.Json;
using EcosystemGraph.App.Analysis;

namespace EcosystemGraph.App.Output;

/// <summary>Shows how two results differ.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes it for people.</summary>
    public static void Write(Terminal terminal, ResultComparison comparison, int moves)
    {
        var output = terminal.Output;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{comparison.Common:N0} in both, {comparison.OnlyFirst:N0} in the first only, {comparison.OnlySecond:N0} in the second only"));
        var table = new TextTable("", ">value");
        foreach (var (name, value) in Figures(comparison)) table.Add(name, Number(value));
        table.Write(output);
        if (comparison.Moves.Count == 0) return;
        var shown = comparison.Moves.Take(moves).ToArray();
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The largest moves of rank, {shown.Length:N0} of {comparison.Moves.Count:N0}:"));
        var ranks = new TextTable("id", ">first", ">second", ">move", ">first score", ">second score");
        foreach (var move in shown)
            ranks.Add(move.Id, Number(move.FirstRank), Number(move.SecondRank), (move.FirstRank - move.SecondRank).ToString("+0;-0", CultureInfo.InvariantCulture), Number(move.FirstScore), Number(move.SecondScore));
        ranks.Write(output);
    }

    /// <summary>Writes it as JSON.</summary>
    public static void WriteJson(Terminal terminal, ResultComparison comparison, int moves)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("common", comparison.Common);
            json.WriteNumber("onlyFirst", comparison.OnlyFirst);
            json.WriteNumber("onlySecond", comparison.OnlySecond);
            if (comparison.Top > 0) json.WriteNumber("top", comparison.Top);
            WriteNumber(json, "tauB", comparison.TauB);
            WriteNumber(json, "overlap", comparison.Overlap);
            WriteNumber(json, "largestDifference", comparison.LargestDifference);
            WriteNumber(json, "adjustedRand", comparison.AdjustedRand);
            WriteNumber(json, "normalizedMutualInformation", comparison.NormalizedMutualInformation);
            json.WriteStartArray("moves");
            foreach (var move in comparison.Moves.Take(moves))
            {
                json.WriteStartObject();
                json.WriteString("id", move.Id);
                json.WriteNumber("firstRank", move.FirstRank);
                json.WriteNumber("secondRank", move.SecondRank);
                json.WriteNumber("firstScore", move.FirstScore);
                json.WriteNumber("secondScore", move.SecondScore);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static IEnumerable<(string Name, double? Value)> Figures(ResultComparison comparison)
    {
        if (comparison.Top == 0)
        {
            yield return ("adjusted Rand index", comparison.AdjustedRand);
            yield return ("normalised mutual information", comparison.NormalizedMutualInformation);
            yield break;
        }

        yield return ("Kendall's tau-b", comparison.TauB);
        yield return ($"overlap of the first {comparison.Top}", comparison.Overlap);
        yield return ("largest difference of scores", comparison.LargestDifference);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "undefined";
}
