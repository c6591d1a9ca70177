using Parquet;
using Parquet.Schema;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Writes results as Parquet: ids as texts, scores as doubles, communities as whole numbers, what is undefined as null.</summary>
internal static class ParquetResults
{
    private const int RowsOfGroup = 1 << 20;

    /// <summary>Writes them.</summary>
    public static async Task WriteAsync(AnalysisResults results, Stream output, CancellationToken cancellationToken)
    {
        var sheet = ResultSheet.Of(results.Rows, results.Top);
        DataField[] keys = [.. sheet.Keys.Select(name => new DataField<string>(name))];
        DataField[] values = [.. sheet.Values.Select((name, c) => sheet.IsWhole[c] ? (DataField)new DataField<int?>(name) : new DataField<double?>(name))];
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. keys, .. values]), output, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            for (var from = 0; from == 0 || from < sheet.Count; from += RowsOfGroup)
            {
                var count = Math.Min(RowsOfGroup, sheet.Count - from);
                using var group = writer.CreateRowGroup();
                for (var c = 0; c < keys.Length; c++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var column = Column(count, row => sheet.Key(from + row, c));
                    await group.WriteAsync(keys[c], column).ConfigureAwait(false);
                }

                for (var c = 0; c < values.Length; c++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (sheet.IsWhole[c]) await group.WriteAsync<int>(values[c], Column(count, row => Optional(sheet.Value(from + row, c), v => (int)v)), cancellationToken: cancellationToken).ConfigureAwait(false);
                    else await group.WriteAsync<double>(values[c], Column(count, row => Optional(sheet.Value(from + row, c), v => v)), cancellationToken: cancellationToken).ConfigureAwait(false);
                }

                group.CompleteValidate();
            }
        }
    }

    private static T[] Column<T>(int count, Func<int, T> cell)
    {
        var column = new T[count];
        for (var row = 0; row < count; row++) column[row] = cell(row);
        return column;
    }

    private static T? Optional<T>(double value, Func<double, T> convert) where T : struct => double.IsNaN(value) ? null : convert(value);
}
