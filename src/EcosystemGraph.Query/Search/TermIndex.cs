using System.Buffers;

namespace EcosystemGraph.Query.Search;

/// <summary>
/// The words of names, sorted, and the runs of three letters in them: finds the words that start with a given one and those that are a few edits away from it.
/// </summary>
/// <remarks>
/// A word is padded with two marks on either side, so that one of n letters has n + 2 runs. An edit breaks at most three of them, a swap four;
/// words that keep fewer runs in common than that leaves are not compared at all.
/// </remarks>
internal sealed class TermIndex
{
    private const int BrokenByAnEdit = 4;
    private const int LongestTerm = 64;

    private readonly Postings<string> _texts;
    private readonly string[] _terms;
    private readonly Postings<ulong> _grams;

    /// <param name="texts">The texts.</param>
    /// <param name="chosen">The indices of those whose words are taken, ascending.</param>
    public TermIndex(SearchText[] texts, List<int> chosen)
    {
        _texts = new Postings<string>(chosen.SelectMany(t => Terms(texts[t].Folded).Select(term => (term, t))), StringComparer.Ordinal);
        _terms = [.. _texts.Keys];
        Array.Sort(_terms, string.CompareOrdinal);
        _grams = new Postings<ulong>(_terms.SelectMany((term, i) => Grams(term).Select(gram => (gram, i))));
    }

    /// <summary>The texts that have a word which starts with the given one or is, up to as many edits as its length allows, the given one.</summary>
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
        var grams = Grams(word).ToList();
        var needed = Math.Max(1, grams.Count - (BrokenByAnEdit * allowed));
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

    private static IEnumerable<string> Terms(string folded)
    {
        var words = folded.Split(' ').Where(w => w.Length <= LongestTerm).Distinct(StringComparer.Ordinal);
        return MatchScore.HasCompactForm(folded) ? words.Append(folded.Replace(" ", "", StringComparison.Ordinal)) : words;
    }

    private static IEnumerable<ulong> Grams(string term)
    {
        var seen = new HashSet<ulong>();
        ulong gram = 0;
        for (var i = 0; i < term.Length + 2; i++)
        {
            gram = ((gram << 16) | (i < term.Length ? term[i] : '\0')) & 0xffff_ffff_ffff;
            if (seen.Add(gram)) yield return gram;
        }
    }
}
