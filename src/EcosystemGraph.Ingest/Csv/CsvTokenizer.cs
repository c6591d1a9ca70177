using System.Text;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.Csv;

/// <summary>
/// Splits CSV into cells and keeps the place of each. Strict: what RFC 4180 does not allow is a problem with its line and column, and the row is left out.
/// </summary>
/// <remarks>
/// Ours, because the places are the point: Sylvan.Data.Csv (1.4.4) tells the number of a record, not the line and column of a cell,
/// and ends at the first malformed quote, where all problems of a file are wanted at once.
/// Source: RFC 4180, section 2. Lines may end in LF or CRLF; empty lines are skipped; cells are trimmed and brought to NFC.
/// </remarks>
internal sealed class CsvTokenizer
{
    private readonly string _text;
    private readonly string _file;
    private readonly TextPool _pool;
    private readonly List<Problem> _problems;
    private readonly StringBuilder _quoted = new();
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private CsvTokenizer(string text, string file, TextPool pool, List<Problem> problems)
    {
        _text = text;
        _file = file;
        _pool = pool;
        _problems = problems;
    }

    /// <summary>Reads a file; null if it has no usable header. O(length).</summary>
    public static CsvTable? Read(string text, string file, TextPool pool, List<Problem> problems) => new CsvTokenizer(text, file, pool, problems).ReadTable();

    private CsvTable? ReadTable()
    {
        if (ReadRow() is not { } header)
        {
            if (_problems.Count == 0 || _problems[^1].File != _file) Report(1, 1, "the file is empty; expected a header row");
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in header)
        {
            if (!seen.Add(cell.Text)) Report(cell.Line, cell.Column, $"the column '{cell.Text}' stands in the header twice");
        }

        var rows = new List<CsvCell[]>();
        while (ReadRow() is { } row)
        {
            if (row.Length == header.Length)
            {
                rows.Add(row);
                continue;
            }

            var place = row[Math.Min(header.Length, row.Length - 1)];
            Report(place.Line, place.Column, $"the row has {row.Length} cells; expected {header.Length}, as the header has");
        }

        return new CsvTable(_file, header, rows);
    }

    /// <summary>The next well-formed row that is not empty, or null at the end.</summary>
    private CsvCell[]? ReadRow()
    {
        var cells = new List<CsvCell>();
        while (_at < _text.Length)
        {
            if (SkipLineEnd()) continue;
            cells.Clear();
            if (ReadCells(cells)) return [.. cells];
            SkipLine();
        }

        return null;
    }

    private bool ReadCells(List<CsvCell> cells)
    {
        while (true)
        {
            var (line, column) = (_line, _at - _lineStart + 1);
            string text;
            if (_at < _text.Length && _text[_at] == '"')
            {
                if (!ReadQuoted(line, column)) return false;
                text = _pool.Share(_quoted.ToString());
            }
            else
            {
                var start = _at;
                while (_at < _text.Length && _text[_at] is not (',' or '\n' or '\r' or '"')) _at++;
                text = _pool.Share(_text.AsSpan(start, _at - start));
            }

            cells.Add(new CsvCell(text, line, column));
            if (_at >= _text.Length || SkipLineEnd()) return true;
            if (_text[_at] != ',')
            {
                var found = _text[_at] == '\r' ? "a carriage return" : $"'{_text[_at]}'";
                Report(_line, _at - _lineStart + 1, $"{found} within a cell; expected a comma or the end of the line, and quotes doubled in a quoted cell");
                return false;
            }

            _at++;
        }
    }

    private bool ReadQuoted(int line, int column)
    {
        _quoted.Clear();
        _at++;
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '"')
            {
                if (_at >= _text.Length || _text[_at] != '"') return true;
                _at++;
            }
            else if (c == '\n')
            {
                _line++;
                _lineStart = _at;
            }

            _quoted.Append(c);
        }

        Report(line, column, "the quote that opens here is never closed");
        return false;
    }

    private bool SkipLineEnd()
    {
        if (_at >= _text.Length) return false;
        var length = _text[_at] == '\n' ? 1 : _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 0;
        if (length == 0) return false;
        _at += length;
        _line++;
        _lineStart = _at;
        return true;
    }

    private void SkipLine()
    {
        var end = _text.IndexOf('\n', Math.Min(_at, _text.Length));
        _at = end < 0 ? _text.Length : end;
        SkipLineEnd();
    }

    private void Report(int line, int column, string message) => _problems.Add(new Problem(ProblemCode.MalformedRow, message, _file, line, column));
}
