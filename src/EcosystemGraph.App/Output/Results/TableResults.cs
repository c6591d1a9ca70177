using System.Globalization;
using System.Text;
using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Writes results as tables for people, six digits of each number.</summary>
internal static class TableResults
{
    private const int MembersShown = 6;

    /// <summary>Writes them.</summary>
    public static void Write(AnalysisResults results, Stream output, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var graph = results.Graph.Graph;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{results.Graph.Name}: {graph.VertexCount:N0} vertices, {graph.EdgeCount:N0} edges, {(graph.IsDirected ? "directed" : "undirected")}{(graph.HasWeights ? ", weighted" : "")}"));
        WriteGraph(writer, [.. results.Rows.Where(r => r.Run.Measure.Scope == MeasureScope.Graph)]);
        foreach (var rows in results.Rows.Where(r => r.Run.Measure.Scope != MeasureScope.Graph))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteLine();
            if (rows.Run.Result is PartitionResult partition) WritePartition(writer, results, rows, partition);
            else WriteScores(writer, results, rows);
        }

        foreach (var warning in results.Rows.SelectMany(r => r.Run.Record.Warnings).Distinct()) writer.WriteLine($"\nnote: {warning}");
    }

    private static void WriteGraph(StreamWriter writer, ResultRows[] results)
    {
        if (results.Length == 0) return;
        var table = new TextTable("name", ">value");
        foreach (var rows in results) table.Add(rows.Key(0, 0), Number(rows.Value(0)));
        writer.WriteLine();
        table.Write(writer);
    }

    private static void WriteScores(StreamWriter writer, AnalysisResults results, ResultRows rows)
    {
        var shown = results.ShownOf(rows);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Run.Measure.Name}: {(shown < rows.Count ? $"the first {shown:N0} of {rows.Count:N0}" : $"{rows.Count:N0}")}"));
        var names = rows.Keys[0] == "id" ? results.Source.Names : null;
        var table = new TextTable([">rank", .. rows.Keys, .. names is null ? Array.Empty<string>() : ["name"], ">" + rows.ValueName]);
        for (var row = 0; row < shown; row++)
        {
            var cells = new List<string> { rows.Rank(row)?.ToString(CultureInfo.InvariantCulture) ?? "" };
            for (var c = 0; c < rows.Keys.Count; c++) cells.Add(rows.Key(row, c));
            if (names is not null) cells.Add(names(rows.Key(row, 0)) ?? "");
            cells.Add(Number(rows.Value(row)));
            table.Add([.. cells]);
        }

        table.Write(writer);
    }

    private static void WritePartition(StreamWriter writer, AnalysisResults results, ResultRows rows, PartitionResult partition)
    {
        var shown = Math.Min(results.Top ?? partition.Count, partition.Count);
        var of = shown < partition.Count ? $"the {shown:N0} largest of {partition.Count:N0} groups" : $"{partition.Count:N0} groups";
        var quality = partition is { Quality: { } value, QualityMeasure: { } measure } ? $", {measure} {Number(value)}" : "";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Run.Measure.Name}: {of}{quality}"));
        var table = new TextTable(">community", ">size", "members");
        for (var group = 0; group < shown; group++)
        {
            var members = partition.Members(group);
            var first = string.Join(", ", members[..Math.Min(MembersShown, members.Length)].ToArray().Select(results.Graph.VertexId));
            table.Add(group.ToString(CultureInfo.InvariantCulture), members.Length.ToString(CultureInfo.InvariantCulture), members.Length > MembersShown ? $"{first}, …" : first);
        }

        table.Write(writer);
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G6", CultureInfo.InvariantCulture);
}
