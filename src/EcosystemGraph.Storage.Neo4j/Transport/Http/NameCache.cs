using System.Text;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Gives the same string for the same short UTF-8 text, most of the time: names of properties, labels and ids come again and again in a result.
/// A fixed number of places, the last text of a place counts.
/// </summary>
internal sealed class NameCache
{
    private const int Places = 4096;
    private const int Longest = 40;
    private readonly string?[] _strings = new string?[Places];

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        var hash = 2166136261u;
        foreach (var b in utf8) hash = (hash ^ b) * 16777619u;
        ref var place = ref _strings[(hash ^ (hash >> 15)) & (Places - 1)];
        return place is { } known && IsSame(known, utf8) ? known : place = Encoding.UTF8.GetString(utf8);
    }

    private static bool IsSame(string text, ReadOnlySpan<byte> utf8)
    {
        // Only ASCII is compared in place; other texts are decoded anew.
        if (text.Length != utf8.Length) return false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (text[i] != utf8[i] || utf8[i] >= 0x80) return false;
        }

        return true;
    }
}
