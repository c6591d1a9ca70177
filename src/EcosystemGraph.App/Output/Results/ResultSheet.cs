using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Results as one sheet of rows and columns: a single one by itself, several of one scope side by side.</summary>
internal sealed class ResultSheet
{
    private readonly Func<int, int, string> _key;
    private readonly Func<int, int, double> _value;

    private ResultSheet(IReadOnlyList<string> keys, IReadOnlyList<string> values, IReadOnlyList<bool> isWhole, int count, Func<int, int, string> key, Func<int, int, double> value)
    {
        Keys = keys;
        Values = values;
        IsWhole = isWhole;
        Count = count;
        _key = key;
        _value = value;
    }

    /// <summary>The names of the columns that say what a row is of.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The names of the columns of values.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>For each column of values, whether it holds whole numbers.</summary>
    public IReadOnlyList<bool> IsWhole { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>What a row is of.</summary>
    public string Key(int row, int column) => _key(row, column);

    /// <summary>A value; NaN where it is undefined.</summary>
    public double Value(int row, int column) => _value(row, column);

    /// <summary>Puts results on a sheet, in the order of the first of them.</summary>
    /// <param name="results">The results, at least one.</param>
    /// <param name="top">How many rows; null for all, the undefined among them.</param>
    /// <exception cref="UsageException">They do not fit on one sheet.</exception>
    public static ResultSheet Of(IReadOnlyList<ResultRows> results, int? top)
    {
        var first = results[0];
        bool[] isWhole = [.. results.Select(r => r.Run.Measure.Scope == MeasureScope.Partition)];
        if (results.All(r => r.Run.Measure.Scope == MeasureScope.Graph))
            return new ResultSheet(first.Keys, [first.ValueName], isWhole[..1], results.Count, (row, _) => results[row].Key(0, 0), (row, _) => results[row].Value(0));

        var count = top is { } most ? Math.Min(most, first.Defined) : first.Count;
        if (results.Count == 1) return new ResultSheet(first.Keys, [first.ValueName], isWhole, count, first.Key, (row, _) => first.Value(row));
        if (results.FirstOrDefault(r => !r.HasItems || r.Keys[0] != first.Keys[0]) is { } other)
        {
            throw new UsageException($"{first.Run.Measure.Name} and {(other == first ? results[1] : other).Run.Measure.Name} do not fit into one sheet; "
                + "give --output a name with {measure}, or --format json");
        }

        var byItem = results.Select(ByItem).ToArray();
        return new ResultSheet(first.Keys, [.. results.Select(r => r.Run.Measure.Name)], isWhole, count, first.Key, (row, column) => byItem[column][first.Item(row)!.Value]);
    }

    private static double[] ByItem(ResultRows rows)
    {
        var values = new double[rows.Count];
        for (var row = 0; row < rows.Count; row++) values[rows.Item(row)!.Value] = rows.Value(row);
        return values;
    }
}
