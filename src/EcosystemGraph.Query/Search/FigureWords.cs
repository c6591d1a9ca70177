using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Search;

/// <summary>
/// Tests figures for the words of a text, but for those that only join others. Each must stand somewhere: in the name, id or definition of the indicator, in a name of the subject or of the entity by which the
/// figure is broken down, in its unit or period; as the start of a word, or up to typos.
/// </summary>
internal static class FigureWords
{
    /// <summary>A test of figures. The words are looked up once, here. O(words) a figure.</summary>
    /// <exception cref="QueryException">The text is empty or too long.</exception>
    public static Predicate<Observation> Compile(GraphView view, string text)
    {
        var words = new SearchQuery(text).ContentWords.Select(w => new Word(view, w)).ToArray();
        return figure => Array.TrueForAll(words, w => w.StandsIn(figure));
    }

    private sealed class Word
    {
        private readonly string _word;
        private readonly HashSet<string> _indicators;
        private readonly EntitySet _entities;

        public Word(GraphView view, string word)
        {
            _word = word;
            var snapshot = view.Snapshot;
            _indicators = [.. IndicatorIndex.Of(view.Whole).WithWord(word).Select(i => view.Whole.Definitions.Indicators[i].Id)];
            _entities = new EntitySet(snapshot.Entities.Capacity);
            foreach (var entity in SearchIndex.Of(snapshot).WithWord(word)) _entities.Add(entity);
        }

        public bool StandsIn(Observation figure) =>
            _indicators.Contains(figure.Indicator) || _entities.Contains(figure.Subject) || (figure.By >= 0 && _entities.Contains(figure.By))
            || Starts(figure.Preferred.Unit) || (figure.Period is { } period && Starts(period.Text));

        private bool Starts(string text) => text.Length > 0 && MatchScore.StartsWord(Names.Fold(text), _word);
    }
}
