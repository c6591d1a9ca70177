namespace EcosystemGraph.App.Output.Results;

/// <summary>A way to write results.</summary>
/// <param name="Name">Its name, which files of it end in, but for a table.</param>
/// <param name="IsText">Whether it can be shown in a terminal.</param>
/// <param name="IsSheet">Whether it is one sheet of rows and columns.</param>
/// <param name="DefaultTop">How many rows of a result are shown unless said otherwise; null for all.</param>
/// <param name="Write">Writes results in UTF-8.</param>
internal sealed record ResultFormat(string Name, bool IsText, bool IsSheet, int? DefaultTop, Func<AnalysisResults, Stream, CancellationToken, Task> Write)
{
    /// <summary>The rows that a table shows unless said otherwise.</summary>
    public const int RowsOfTable = 20;

    /// <summary>The name of the format that holds the whole graph.</summary>
    public const string GraphMLName = "graphml";

    /// <summary>For people.</summary>
    public static readonly ResultFormat Table = new("table", true, false, RowsOfTable, Synchronous(TableResults.Write));

    /// <summary>All formats.</summary>
    public static readonly IReadOnlyList<ResultFormat> All =
    [
        Table,
        new("csv", true, true, null, Synchronous(CsvResults.Write)),
        new("json", true, false, null, Synchronous(JsonResults.Write)),
        new("parquet", false, true, null, ParquetResults.WriteAsync),
        new(GraphMLName, true, false, null, Synchronous(GraphMLResults.Write)),
    ];

    /// <summary>The format of a name, else that in which a file's name ends, else the table.</summary>
    public static ResultFormat Choose(string? name, string? file) =>
        All.FirstOrDefault(f => f.Name == name)
        ?? All.FirstOrDefault(f => f != Table && file?.EndsWith($".{f.Name}", StringComparison.OrdinalIgnoreCase) == true)
        ?? Table;

    private static Func<AnalysisResults, Stream, CancellationToken, Task> Synchronous(Action<AnalysisResults, Stream, CancellationToken> write) => (results, stream, cancellationToken) =>
    {
        write(results, stream, cancellationToken);
        return Task.CompletedTask;
    };
}
