using System.Text;
using System.Text.Json;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Storage.Content;

/// <summary>
/// One instance of each text, citation list and date that recurs. Of a million relations the ends, kinds, citations and dates are a few thousand
/// different ones: the pool looks them up by what they say and makes a string only for a new one.
/// </summary>
/// <remarks>Holds what it has seen for as long as it lives: one pool for one read. Not for more than one thread at a time.</remarks>
internal sealed class TextPool
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsByChars;
    private readonly Dictionary<string, Citation[]> _citations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Citation[]>.AlternateLookup<ReadOnlySpan<char>> _citationsByChars;
    private readonly Dictionary<string, PartialDate> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartialDate>.AlternateLookup<ReadOnlySpan<char>> _datesByChars;
    private char[] _chars = new char[256];

    public TextPool()
    {
        _wordsByChars = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _citationsByChars = _citations.GetAlternateLookup<ReadOnlySpan<char>>();
        _datesByChars = _dates.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The text of some UTF-8.</summary>
    public string Word(ReadOnlySpan<byte> utf8) => Word(Chars(utf8));

    /// <summary>The text of the current JSON string or property name.</summary>
    public string Word(ref Utf8JsonReader json) => Word(Chars(ref json));

    /// <summary>The date that the current JSON string writes.</summary>
    public PartialDate Date(ref Utf8JsonReader json)
    {
        var chars = Chars(ref json);
        if (_datesByChars.TryGetValue(chars, out var date)) return date;
        date = PartialDate.Parse(chars.ToString());
        _dates[date.Text] = date;
        return date;
    }

    /// <summary>The citations that <see cref="Citation.Join"/> wrote.</summary>
    public Citation[] Citations(ReadOnlySpan<byte> utf8)
    {
        var chars = Chars(utf8);
        if (_citationsByChars.TryGetValue(chars, out var citations)) return citations;
        var joined = chars.ToString();
        citations = Citation.Split(joined);
        foreach (ref var citation in citations.AsSpan()) citation = new Citation(Word(citation.Document), Word(citation.Locator));
        _citations.Add(joined, citations);
        return citations;
    }

    private string Word(ReadOnlySpan<char> chars)
    {
        if (chars.IsEmpty) return "";
        if (_wordsByChars.TryGetValue(chars, out var word)) return word;
        word = chars.ToString();
        _words.Add(word);
        return word;
    }

    private ReadOnlySpan<char> Chars(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        return _chars.AsSpan(0, Encoding.UTF8.GetChars(utf8, _chars));
    }

    private ReadOnlySpan<char> Chars(ref Utf8JsonReader json)
    {
        Reserve(json.ValueSpan.Length);
        return _chars.AsSpan(0, json.CopyString(_chars));
    }

    // A text in UTF-8, escaped or not, has at least as many bytes as characters.
    private void Reserve(int bytes)
    {
        if (_chars.Length < bytes) _chars = new char[bytes * 2];
    }
}
