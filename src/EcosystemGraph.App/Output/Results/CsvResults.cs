using System.Globalization;
using System.Text;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Writes results as CSV: RFC 4180 with LF, numbers in the shortest form that is read back to the same bits, what is undefined as an empty cell.</summary>
internal static class CsvResults
{
    private const int CancellationStride = 1 << 14;
    private const int LongestNumber = 32;

    /// <summary>Writes them.</summary>
    public static void Write(AnalysisResults results, Stream output, CancellationToken cancellationToken)
    {
        var sheet = ResultSheet.Of(results.Rows, results.Top);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var columns = sheet.Keys.Concat(sheet.Values).ToArray();
        for (var c = 0; c < columns.Length; c++) WriteCell(writer, columns[c], c == 0);
        writer.Write('\n');
        Span<char> number = stackalloc char[LongestNumber];
        for (var row = 0; row < sheet.Count; row++)
        {
            if (row % CancellationStride == 0) cancellationToken.ThrowIfCancellationRequested();
            for (var c = 0; c < sheet.Keys.Count; c++) WriteCell(writer, sheet.Key(row, c), c == 0);
            for (var c = 0; c < sheet.Values.Count; c++)
            {
                writer.Write(',');
                var value = sheet.Value(row, c);
                if (double.IsNaN(value)) continue;
                value.TryFormat(number, out var length, "R", CultureInfo.InvariantCulture);
                writer.Write(number[..length]);
            }

            writer.Write('\n');
        }
    }

    private static void WriteCell(StreamWriter writer, string cell, bool isFirst)
    {
        if (!isFirst) writer.Write(',');
        if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0) writer.Write(cell);
        else writer.Write($"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
