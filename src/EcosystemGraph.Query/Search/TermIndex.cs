using System.Buffers;

namespace EcosystemGraph.Query.Search;

/// <summary>
/// The words of names, sorted, and the runs of three letters in them: finds the words that start with a given one and those that are a few edits away from it.
/// </summary>
/// <remarks>
/// A word is padded with two marks on either side, so that one of n letters has n + 2 runs. An edit breaks at most three of them, a swap four;
/// words that keep fewer runs in common than that leaves are not compared at all. Chinese words are left to their pairs of characters.
/// </remarks>
internal sealed class TermIndex
{
    private const int BrokenByAnEdit = 4;

    private readonly Postings<string> _texts;
    private readonly string[] _terms;
    private readonly Postings<ulong> _grams;

    /// <param name="texts">The texts.</param>
    /// <param name="chosen">The indices of those whose words are taken, ascending.</param>
    public TermIndex(SearchText[] texts, List<int> chosen)
    {
        var byTerm = new Postings<string>.Builder(StringComparer.Ordinal);
        foreach (var text in chosen) AddTerms(texts[text].Folded, text, byTerm);
        _texts = byTerm.Build();
        _terms = [.. _texts.Keys];
        Array.Sort(_terms, string.CompareOrdinal);
        var byGram = new Postings<ulong>.Builder();
        Span<ulong> grams = stackalloc ulong[EditDistance.LongestWord + 2];
        for (var t = 0; t < _terms.Length; t++)
        {
            foreach (var gram in Grams(_terms[t], grams)) byGram.Add(gram, t);
        }

        _grams = byGram.Build();
    }

    /// <summary>The texts that have a word which starts with the given one or is, up to as many edits as its length allows, the given one. Some may come twice.</summary>
    public List<int> TextsNear(string word)
    {
        var near = new List<int>();
        AddPrefixed(word, near);
        if (EditDistance.Allowed(word.Length) is var allowed and > 0) AddMisspelt(word, allowed, near);
        return near;
    }

    private void AddPrefixed(string word, List<int> texts)
    {
        var first = Array.BinarySearch(_terms, word, StringComparer.Ordinal);
        if (first < 0) first = ~first;
        for (var i = first; i < _terms.Length && _terms[i].StartsWith(word, StringComparison.Ordinal); i++) texts.AddRange(_texts[_terms[i]]);
    }

    private void AddMisspelt(string word, int allowed, List<int> texts)
    {
        var grams = Grams(word, stackalloc ulong[EditDistance.LongestWord + 2]);
        var needed = Math.Max(1, grams.Length - (BrokenByAnEdit * allowed));
        var shared = ArrayPool<byte>.Shared.Rent(_terms.Length);
        shared.AsSpan(0, _terms.Length).Clear();
        foreach (var gram in grams)
        {
            foreach (var term in _grams[gram])
            {
                if (++shared[term] == needed && EditDistance.Within(word, _terms[term], allowed) >= 0) texts.AddRange(_texts[_terms[term]]);
            }
        }

        ArrayPool<byte>.Shared.Return(shared);
    }

    /// <summary>Adds the words of a text, and all of them as one where the text is short.</summary>
    private static void AddTerms(string folded, int text, Postings<string>.Builder terms)
    {
        if (!folded.Contains(' ', StringComparison.Ordinal))
        {
            terms.Add(folded, text);
            return;
        }

        foreach (var word in folded.Split(' ').Distinct(StringComparer.Ordinal)) terms.Add(word, text);
        if (MatchScore.HasCompactForm(folded)) terms.Add(folded.Replace(" ", "", StringComparison.Ordinal), text);
    }

    /// <summary>The runs of a word, each once; none of a word that is too long or Chinese.</summary>
    private static ReadOnlySpan<ulong> Grams(string term, Span<ulong> grams)
    {
        if (term.Length > EditDistance.LongestWord || Cjk.IsIn(term)) return default;
        var count = 0;
        ulong gram = 0;
        for (var i = 0; i < term.Length + 2; i++)
        {
            gram = ((gram << 16) | (i < term.Length ? term[i] : '\0')) & 0xffff_ffff_ffff;
            if (!grams[..count].Contains(gram)) grams[count++] = gram;
        }

        return grams[..count];
    }
}
