using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Search;

/// <summary>The texts by which the indicators of a snapshot are found. Immutable; kept while the definitions stay what they are.</summary>
internal sealed class IndicatorIndex
{
    private readonly DefinitionTable _definitions;
    private readonly SearchSegment _segment;
    private readonly SearchText[] _texts;
    private readonly TermIndex _words;

    private IndicatorIndex(DefinitionTable definitions)
    {
        _definitions = definitions;
        _texts = [.. definitions.Indicators.SelectMany((indicator, item) => TextsOf(indicator, item))];
        _segment = new SearchSegment(_texts);
        _words = new TermIndex(_texts, [.. Enumerable.Range(0, _texts.Length)]);
    }

    public static IndicatorIndex Of(GraphSnapshot snapshot) => snapshot.Derive<IndicatorIndex>(static (s, from) =>
        from is not null && ReferenceEquals(from.Value._definitions, s.Definitions) ? from.Value : new IndicatorIndex(s.Definitions));

    /// <summary>Visits every text that may answer a query, once, and some that do not.</summary>
    public void Find(SearchQuery query, Action<SearchText> visit) => _segment.Find(query, visit);

    /// <summary>The indicators of a name, as places in the list of all. Compared folded.</summary>
    public IEnumerable<int> Named(string name) => _segment.InFull(Names.Fold(name)).Where(t => t.Role == TextRole.Name).Select(t => t.Item).Distinct();

    /// <summary>The indicators in whose name, id or definition a folded word stands, up to typos, as places in the list of all.</summary>
    public HashSet<int> WithWord(string word) => [.. _words.TextsNear(word).Select(t => _texts[t].Item)];

    /// <summary>How many of several words each indicator has, of those that have any.</summary>
    public Dictionary<int, int> WordsHad(IReadOnlyList<string> words)
    {
        var had = new Dictionary<int, int>();
        foreach (var word in words)
        {
            foreach (var item in WithWord(word)) had[item] = had.GetValueOrDefault(item) + 1;
        }

        return had;
    }

    /// <summary>The text that is an indicator's name.</summary>
    public SearchText NameOf(int item) => _segment.TextsOf(item).First();

    private static IEnumerable<SearchText> TextsOf(IndicatorFact indicator, int item)
    {
        yield return new SearchText(item, indicator.Name, Names.Fold(indicator.Name), TextRole.Name, false);
        yield return new SearchText(item, indicator.Id, Names.Fold(indicator.Id), TextRole.OtherName, false);
        if (indicator.Definition is { } definition) yield return new SearchText(item, definition, Names.Fold(definition), TextRole.Prose, false);
    }
}
