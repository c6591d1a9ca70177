namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>What follows a cell.</summary>
internal enum CellEnd
{
    Cell,
    Row,
    Malformed,
}

/// <summary>Splits a block of whole rows into cells, bytes all along: no text is made.</summary>
/// <remarks>
/// Beside <see cref="Csv.CsvTokenizer"/>, which keeps every cell as a text with its place: an edge list has millions of cells and few different ones.
/// The rules are the same: RFC 4180, LF or CRLF, empty lines skipped, cells trimmed (of spaces and tabs here).
/// </remarks>
internal sealed class CellScanner
{
    /// <summary>The bytes that must follow a block, for reads of eight bytes at a time and for the end of the last row.</summary>
    public const int Slack = 8;

    private byte[] _block = [];
    private byte[] _unquoted = new byte[256];
    private int _at;
    private int _end;

    /// <summary>The bytes that the current cell is in; <see cref="Slack"/> bytes follow it.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Where the current cell starts in <see cref="Bytes"/>.</summary>
    public int Start { get; private set; }

    /// <summary>The length of the current cell.</summary>
    public int Length { get; private set; }

    /// <summary>Where the current cell starts in the block, its quote included; where a malformed one goes wrong.</summary>
    public int Place { get; private set; }

    /// <summary>Where the next cell starts in the block.</summary>
    public int At => _at;

    /// <summary>What is wrong with a malformed cell.</summary>
    public string Problem { get; private set; } = "";

    public ReadOnlySpan<byte> Cell => Bytes.AsSpan(Start, Length);

    /// <summary>Starts with another block. The byte after its end is overwritten.</summary>
    public void Open(byte[] block, int from, int end)
    {
        _block = block;
        _at = from;
        _end = end;
        block[end] = (byte)'\n';
    }

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public bool MoveToRow()
    {
        while (_at < _end)
        {
            if (_block[_at] == '\n') _at++;
            else if (_block[_at] == '\r' && _block[_at + 1] == '\n') _at += 2;
            else return true;
        }

        return false;
    }

    /// <summary>Leaves the rest of a row out.</summary>
    public void SkipRow()
    {
        var length = _at < _end ? _block.AsSpan(_at, _end - _at).IndexOf((byte)'\n') : -1;
        _at = length < 0 ? _end : _at + length + 1;
    }

    /// <summary>Reads a cell.</summary>
    public CellEnd Read()
    {
        var bytes = _block;
        var at = Place = _at;
        if (bytes[at] == '"') return ReadQuoted();

        // All that ends a cell is not above the comma; digits and letters are.
        byte b;
        while ((b = bytes[at]) > ',' || b is not ((byte)',' or (byte)'\n' or (byte)'\r' or (byte)'"')) at++;
        Take(bytes, _at, at);
        return End(at);
    }

    private CellEnd ReadQuoted()
    {
        var from = _at + 1;
        var length = 0;
        while (true)
        {
            var close = _block.AsSpan(from, Math.Max(0, _end - from)).IndexOf((byte)'"');
            if (close < 0)
            {
                _at = _end;
                return Malformed("the quote that opens here is never closed");
            }

            close += from;
            var isDoubled = _block[close + 1] == '"' && close + 1 < _end;
            if (!isDoubled && length == 0)
            {
                Take(_block, from, close);
                return End(close + 1);
            }

            // A doubled quote stands for one.
            var part = _block.AsSpan(from, close - from + (isDoubled ? 1 : 0));
            if (_unquoted.Length < length + part.Length + Slack) Array.Resize(ref _unquoted, 2 * (length + part.Length + Slack));
            part.CopyTo(_unquoted.AsSpan(length));
            length += part.Length;
            if (!isDoubled)
            {
                Take(_unquoted, 0, length);
                return End(close + 1);
            }

            from = close + 2;
        }
    }

    private void Take(byte[] bytes, int from, int to)
    {
        while (from < to && bytes[from] is (byte)' ' or (byte)'\t') from++;
        while (to > from && bytes[to - 1] is (byte)' ' or (byte)'\t') to--;
        Bytes = bytes;
        Start = from;
        Length = to - from;
    }

    private CellEnd End(int at)
    {
        var b = _block[at];
        if (b == ',')
        {
            _at = at + 1;
            return CellEnd.Cell;
        }

        if (b == '\n' || (b == '\r' && _block[at + 1] == '\n'))
        {
            _at = b == '\n' ? at + 1 : at + 2;
            return CellEnd.Row;
        }

        _at = Place = at;
        var found = b == '\r' ? "a carriage return" : b == '"' ? "'\"'" : "something";
        return Malformed($"{found} within a cell; expected a comma or the end of the line, and quotes doubled in a quoted cell");
    }

    private CellEnd Malformed(string problem)
    {
        Problem = problem;
        return CellEnd.Malformed;
    }
}
