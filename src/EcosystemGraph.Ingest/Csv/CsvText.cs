using System.Text;

namespace EcosystemGraph.Ingest.Csv;

/// <summary>Writes CSV as RFC 4180 has it, with LF: cells are quoted only where they must be.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    public void Row(IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) _text.Append(',');
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0) _text.Append(cell);
            else _text.Append('"').Append(cell!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();
}
