namespace EcosystemGraph.App.Output;

/// <summary>Rows in columns of one width each, plain text.</summary>
/// <remarks>Beside Spectre.Console's tables because it takes no time to load: an analysis of a small file is over before they are.</remarks>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly bool[] _toTheRight;
    private readonly List<string[]> _rows = [];

    /// <param name="columns">The titles; a leading <c>&gt;</c> aligns a column to the right.</param>
    public TextTable(params string[] columns)
    {
        _toTheRight = Array.ConvertAll(columns, c => c.StartsWith('>'));
        _rows.Add(Array.ConvertAll(columns, c => c.TrimStart('>')));
    }

    /// <summary>Adds a row. Line ends become spaces.</summary>
    public void Add(params string[] cells) => _rows.Add(Array.ConvertAll(cells, c => c.ReplaceLineEndings(" ")));

    /// <summary>Writes all rows.</summary>
    public void Write(TextWriter writer)
    {
        var widths = new int[_toTheRight.Length];
        foreach (var row in _rows)
        {
            for (var c = 0; c < widths.Length; c++) widths[c] = Math.Max(widths[c], row[c].Length);
        }

        foreach (var row in _rows)
        {
            var line = string.Join(Gap, row.Select((cell, c) => _toTheRight[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])));
            writer.WriteLine(line.TrimEnd());
        }
    }
}
