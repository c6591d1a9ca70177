namespace EcosystemGraph.Query.Search;

/// <summary>Chinese text, which has no blanks between words: its pairs of neighbouring characters stand for words.</summary>
internal static class Cjk
{
    /// <summary>True for ideographs of the basic plane.</summary>
    public static bool Is(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    /// <summary>True if a text has an ideograph.</summary>
    public static bool IsIn(string text)
    {
        foreach (var c in text)
        {
            if (Is(c)) return true;
        }

        return false;
    }

    /// <summary>The pairs of neighbouring ideographs of a folded text, each once, in the order of their first place.</summary>
    public static IReadOnlyList<int> Bigrams(string folded)
    {
        List<int>? bigrams = null;
        for (var i = 1; i < folded.Length; i++)
        {
            if (!Is(folded[i]) || !Is(folded[i - 1])) continue;
            var bigram = (folded[i - 1] << 16) | folded[i];
            bigrams ??= [];
            if (!bigrams.Contains(bigram)) bigrams.Add(bigram);
        }

        return bigrams ?? [];
    }

    /// <summary>True if two neighbouring ideographs stand somewhere in a folded text.</summary>
    public static bool Has(string folded, int bigram)
    {
        ReadOnlySpan<char> pair = [(char)(bigram >> 16), (char)(bigram & 0xffff)];
        return folded.AsSpan().IndexOf(pair) >= 0;
    }
}
