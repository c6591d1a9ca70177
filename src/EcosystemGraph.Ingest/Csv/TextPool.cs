using System.Text;

namespace EcosystemGraph.Ingest.Csv;

/// <summary>Brings texts to their stored form (NFC, trimmed) and keeps one string for equal texts of one reading.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextPool() => _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Share(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty) return "";
        if (_lookup.TryGetValue(text, out var known)) return known;
        var normal = new string(text).Normalize(NormalizationForm.FormC);
        if (_texts.TryGetValue(normal, out known)) return known;
        _texts.Add(normal);
        return normal;
    }
}
