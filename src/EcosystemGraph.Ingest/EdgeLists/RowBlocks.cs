using System.Security.Cryptography;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Cuts a file into blocks at the ends of rows, and takes its digest on the way. Several threads may ask for the next block.</summary>
/// <remarks>A line end within quotes is no end of a row: where a block has quotes, they are counted. Where blocks are cut depends on the file alone.</remarks>
internal sealed class RowBlocks : IDisposable
{
    private const int BlockBytes = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Stream _stream;
    private readonly string _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long _total;
    private readonly Action<long, long>? _report;
    private byte[] _rest = [];
    private int _restLength;
    private int _blocks;
    private int _line = 1;
    private long _done;
    private bool _isAtEnd;

    /// <param name="stream">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="report">Told the bytes that were read and those of the file, 0 if that is not known.</param>
    public RowBlocks(Stream stream, string file, Action<long, long>? report)
    {
        _stream = stream;
        _file = file;
        _report = report;
        _total = stream.CanSeek ? stream.Length : 0;
    }

    /// <summary>The next block; null at the end of the file.</summary>
    /// <param name="buffer">A block that is done with, whose memory is used again; null for none.</param>
    /// <exception cref="InvalidInputException">The file is not UTF-8, or a row is too long.</exception>
    public RowBlock? Next(byte[]? buffer)
    {
        lock (_lock)
        {
            if (_isAtEnd && _restLength == 0) return null;
            buffer = buffer is null || buffer.Length < _restLength + BlockBytes + CellScanner.Slack ? new byte[_restLength + BlockBytes + CellScanner.Slack] : buffer;
            _rest.AsSpan(0, _restLength).CopyTo(buffer);
            var length = _restLength;
            int end;
            while ((end = Fill(ref buffer, ref length)) < 0)
            {
                if (buffer.Length == Array.MaxLength) throw Bad("the row that starts here is longer than two gigabytes");
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, 2L * buffer.Length));
            }

            _restLength = length - end;
            if (_rest.Length < _restLength) _rest = new byte[_restLength];
            buffer.AsSpan(end, _restLength).CopyTo(_rest);
            if (end == 0) return null;

            var lines = buffer.AsSpan(0, end).Count((byte)'\n');
            var block = new RowBlock(_blocks++, buffer, end, _line, lines);
            _line += lines;
            return block;
        }
    }

    /// <summary>SHA-256 of the file, in lower-case hex, once all of it was read.</summary>
    public string Digest() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose()
    {
        _hash.Dispose();
        _stream.Dispose();
    }

    /// <summary>Reads on. Returns where the last row ends, or −1 if there is no end of a row.</summary>
    private int Fill(ref byte[] buffer, ref int length)
    {
        while (!_isAtEnd && length < buffer.Length - CellScanner.Slack)
        {
            var read = _stream.Read(buffer.AsSpan(length, buffer.Length - CellScanner.Slack - length));
            _hash.AppendData(buffer.AsSpan(length, read));
            if (_done == 0) RefuseUtf16(buffer.AsSpan(0, read));
            length += read;
            _done += read;
            _isAtEnd = read == 0;
        }

        _report?.Invoke(_done, _total);
        return _isAtEnd ? length : LastRowEnd(buffer.AsSpan(0, length));
    }

    private void RefuseUtf16(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw Bad("the file is UTF-16; expected UTF-8");
    }

    private static int LastRowEnd(ReadOnlySpan<byte> bytes)
    {
        var quotes = bytes.Count((byte)'"');
        for (var end = bytes.Length; ;)
        {
            var line = bytes[..end].LastIndexOf((byte)'\n');
            if (line < 0) return -1;
            quotes -= bytes[line..end].Count((byte)'"');
            if (quotes % 2 == 0) return line + 1;
            end = line;
        }
    }

    private InvalidInputException Bad(string problem) => new([new Problem(ProblemCode.MalformedRow, problem, _file, _line, 1)]);
}
