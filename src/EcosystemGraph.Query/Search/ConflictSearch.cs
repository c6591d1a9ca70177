using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Search;

/// <summary>Finds conflicts by words, for those who do not know of what entity a disagreement is recorded.</summary>
public static class ConflictSearch
{
    /// <summary>
    /// Those of some conflicts in which every word of a text stands, in their order; if there is none, those that have most of the words, of half of them up. Words that only join
    /// others do not count. A word stands in a name of an entity that the conflict is about, that a side claims or whose figure or relation it refers to, up to typos; in the name, id
    /// or definition of the indicator; or it starts a word of the id, the property, a value or a note.
    /// </summary>
    /// <remarks>O(text of the conflicts · words).</remarks>
    /// <exception cref="QueryException">The text is empty or too long.</exception>
    public static IReadOnlyList<ConflictView> Choose(GraphView view, string text, IReadOnlyList<ConflictView> conflicts)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(conflicts);
        var query = new SearchQuery(text);
        var words = query.ContentWords.Select(w => new Word(view, w)).ToArray();
        var had = conflicts.Select(c => new Said(view, c)).Select(said => words.Count(w => w.StandsIn(said))).ToArray();
        var most = had.DefaultIfEmpty().Max();
        return query.IsAnsweredBy(most) ? [.. conflicts.Where((_, i) => had[i] == most)] : [];
    }

    /// <summary>What a conflict says and about what.</summary>
    private sealed class Said
    {
        public Said(GraphView view, ConflictView conflict)
        {
            Indicator = conflict.Indicator;
            Entities = [.. EntitiesOf(view, conflict)];
            Text = Names.Fold(string.Join('\n', TextsOf(conflict)));
        }

        public string? Indicator { get; }

        public IReadOnlyList<int> Entities { get; }

        public string Text { get; }

        private static IEnumerable<string?> TextsOf(ConflictView conflict) =>
            [conflict.Id, conflict.Property, .. conflict.Claims.SelectMany(c => new[] { c.Value, c.Note })];

        private static IEnumerable<int> EntitiesOf(GraphView view, ConflictView conflict)
        {
            if (conflict.Subject is { } subject) yield return subject;
            foreach (var other in conflict.OtherSubjects) yield return other;
            foreach (var entity in conflict.Claims.Select(c => c.Entity).OfType<int>()) yield return entity;
            foreach (var entity in conflict.References.SelectMany(r => ReferredTo(view, r))) yield return entity;
        }

        /// <summary>What a figure is about and by what it is broken down, or the ends of a relation.</summary>
        private static int[] ReferredTo(GraphView view, string reference)
        {
            if (view.Snapshot.Observations.Find(reference) is { } figure) return figure.By >= 0 ? [figure.Subject, figure.By] : [figure.Subject];
            var relations = view.Snapshot.Relations;
            return relations.TryFind(reference, out var relation) ? [relations.From(relation), relations.To(relation)] : [];
        }
    }

    private sealed class Word
    {
        private readonly string _word;
        private readonly HashSet<int> _entities;
        private readonly HashSet<string> _indicators;

        public Word(GraphView view, string word)
        {
            _word = word;
            _entities = [.. SearchIndex.Of(view.Snapshot).WithWord(word)];
            _indicators = [.. IndicatorIndex.Of(view.Whole).WithWord(word).Select(i => view.Whole.Definitions.Indicators[i].Id)];
        }

        public bool StandsIn(Said said) =>
            MatchScore.StartsWord(said.Text, _word) || said.Entities.Any(_entities.Contains) || (said.Indicator is { } indicator && _indicators.Contains(indicator));
    }
}
