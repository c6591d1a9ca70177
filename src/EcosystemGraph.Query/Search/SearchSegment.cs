using System.Collections;

namespace EcosystemGraph.Query.Search;

/// <summary>The index of the texts of some entities or indicators. Immutable.</summary>
internal sealed class SearchSegment
{
    private readonly SearchText[] _texts;
    private readonly Postings<string> _inFull;
    private readonly TextBuffer _names;
    private readonly TextBuffer _prose;
    private readonly TermIndex _terms;
    private readonly Postings<int> _bigrams;
    private readonly Dictionary<int, int> _firstOf = [];

    /// <param name="texts">The texts, those of one item together.</param>
    public SearchSegment(IEnumerable<SearchText> texts)
    {
        _texts = [.. texts];
        var names = new List<int>();
        var prose = new List<int>();
        var inFull = new Postings<string>.Builder(StringComparer.Ordinal);
        var bigrams = new Postings<int>.Builder();
        for (var i = 0; i < _texts.Length; i++)
        {
            inFull.Add(_texts[i].Folded, i);
            _firstOf.TryAdd(_texts[i].Item, i);
            if (_texts[i].Role == TextRole.Prose) prose.Add(i);
            if (!_texts[i].IsNameInPart) continue;
            names.Add(i);
            foreach (var bigram in Cjk.Bigrams(_texts[i].Folded)) bigrams.Add(bigram, i);
        }

        _inFull = inFull.Build();
        _names = new TextBuffer(_texts, names);
        _prose = new TextBuffer(_texts, prose);
        _terms = new TermIndex(_texts, names);
        _bigrams = bigrams.Build();
    }

    /// <summary>The texts of an item.</summary>
    public IEnumerable<SearchText> TextsOf(int item)
    {
        if (!_firstOf.TryGetValue(item, out var first)) yield break;
        for (var i = first; i < _texts.Length && _texts[i].Item == item; i++) yield return _texts[i];
    }

    /// <summary>The texts that are, folded, a given one.</summary>
    public IEnumerable<SearchText> InFull(string folded) => _inFull[folded].ToArray().Select(t => _texts[t]);

    /// <summary>The items with a name in which a folded word stands: as the start of a word, up to typos, or as the whole of a short name. Some may come twice.</summary>
    public IEnumerable<int> WithWord(string word)
    {
        foreach (var text in _terms.TextsNear(word)) yield return _texts[text].Item;
        foreach (var text in _inFull[word].ToArray())
        {
            if (_texts[text].Role != TextRole.Prose) yield return _texts[text].Item;
        }
    }

    /// <summary>Visits every text that may answer a query, once, and some that do not.</summary>
    public void Find(SearchQuery query, Action<SearchText> visit)
    {
        var seen = new BitArray(_texts.Length);
        foreach (var text in _inFull[query.Folded]) Visit(text);
        var longest = query.Words.MaxBy(w => w.Length)!;
        // What contains the whole contains its longest word.
        _names.Find(longest, Visit);
        _prose.Find(longest, Visit);
        foreach (var text in Misspelt(query)) Visit(text);
        foreach (var bigram in query.Bigrams)
        {
            foreach (var text in _bigrams[bigram]) Visit(text);
        }

        void Visit(int text)
        {
            if (seen[text]) return;
            seen[text] = true;
            visit(_texts[text]);
        }
    }

    private IEnumerable<int> Misspelt(SearchQuery query)
    {
        // Every word must be near one of the name's: the word with the fewest names near it decides which are looked at.
        List<int>? fewest = null;
        foreach (var word in query.Words)
        {
            var near = _terms.TextsNear(word);
            if (fewest is null || near.Count < fewest.Count) fewest = near;
        }

        return query.Words.Length > 1 ? fewest!.Concat(_terms.TextsNear(query.Compact)) : fewest!;
    }
}
