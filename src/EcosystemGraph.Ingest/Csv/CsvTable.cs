namespace EcosystemGraph.Ingest.Csv;

/// <summary>A cell with its place: line and column, both from 1, of its first character, the quote of a quoted cell included.</summary>
internal readonly record struct CsvCell(string Text, int Line, int Column);

/// <summary>A CSV file, read: its header and the rows that have as many cells as the header.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public CsvTable(string file, CsvCell[] header, List<CsvCell[]> rows)
    {
        File = file;
        Header = header;
        Rows = rows;
        for (var i = 0; i < header.Length; i++) _columns.TryAdd(header[i].Text, i);
    }

    /// <summary>The file, relative to the bundle.</summary>
    public string File { get; }

    public CsvCell[] Header { get; }

    public List<CsvCell[]> Rows { get; }

    /// <summary>The index of a column; -1 if the file does not have it.</summary>
    public int Column(string name) => _columns.GetValueOrDefault(name, -1);
}
