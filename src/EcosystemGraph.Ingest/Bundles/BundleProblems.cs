using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>Collects what is wrong with a bundle's files, and remembers the cells and columns that are already reported, so that nothing is said twice.</summary>
internal sealed class BundleProblems
{
    private readonly HashSet<(string File, int Line, int Column)> _cells = [];
    private readonly HashSet<(string File, string Column)> _missing = [];

    public List<Problem> Items { get; } = [];

    public void AddCell(string code, CsvTable table, CsvCell cell, string message)
    {
        _cells.Add((table.File, cell.Line, cell.Column));
        Items.Add(new Problem(code, message, table.File, cell.Line, cell.Column));
    }

    public void AddMissingColumn(CsvTable table, string column)
    {
        _missing.Add((table.File, column));
        var place = table.Header[0];
        Items.Add(new Problem(ProblemCode.MalformedRow, $"the header has no column '{column}'", table.File, place.Line, place.Column));
    }

    public bool IsReported(CsvTable table, CsvCell cell, string? column) =>
        _cells.Contains((table.File, cell.Line, cell.Column)) || (column is not null && _missing.Contains((table.File, column)));
}
