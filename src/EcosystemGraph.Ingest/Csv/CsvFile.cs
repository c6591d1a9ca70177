using System.Text;
using EcosystemGraph.Model;

namespace EcosystemGraph.Ingest.Csv;

/// <summary>A CSV file as texts: its header and its rows, each with as many cells as the header.</summary>
/// <param name="Header">The names of the columns, distinct.</param>
/// <param name="Rows">The rows; cells are trimmed and in NFC.</param>
public sealed record CsvFile(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file. O(length).</summary>
    /// <exception cref="InvalidInputException">It is not UTF-8, or not CSV: every problem with its line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static CsvFile Read(string path)
    {
        var table = Tokenize(File.ReadAllBytes(path), path);
        return new CsvFile([.. table.Header.Select(c => c.Text)], [.. table.Rows.Select(IReadOnlyList<string> (row) => Array.ConvertAll(row, c => c.Text))]);
    }

    /// <exception cref="InvalidInputException">It is not UTF-8, or not CSV.</exception>
    internal static CsvTable Tokenize(byte[] bytes, string path)
    {
        var problems = new List<Problem>();
        var table = CsvTokenizer.Read(Decode(bytes, path), path, new TextPool(), problems);
        return problems.Count == 0 ? table! : throw new InvalidInputException(problems);
    }

    private static string Decode(byte[] bytes, string path)
    {
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidInputException([new Problem(ProblemCode.MalformedRow, $"the file is not UTF-8: {error.Message}", path)]);
        }
    }
}
