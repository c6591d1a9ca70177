using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Search;

/// <summary>An entity that a search found.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Score">How well it answers, above 0 and at most 1.</param>
/// <param name="Matched">The text that answers best, as it is written.</param>
public sealed record SearchResult(int Entity, double Score, string Matched);

/// <summary>Searches names, aliases, Chinese names, descriptions and the properties that the ontology marks for it.</summary>
public static class EntitySearch
{
    /// <summary>
    /// A page of what answers a text, best first, ties by id. Texts are compared folded. Before all comes the text in full, with or without its blanks, then names that start with it,
    /// names with a word that starts with it, names with all its words, names that contain it, prose with its words, and names that differ by a typo in a word
    /// (one edit in four to seven letters, two in more) or, in Chinese, by a few characters. Short other names and acronyms answer in full only. If no text answers several
    /// words, the entities whose names have most of them are found, from half of them up; words that only join others do not count for that.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="text">The text.</param>
    /// <param name="kinds">Kinds or interfaces to which the search is limited; null for all.</param>
    /// <param name="page">The page.</param>
    /// <exception cref="QueryException">The text is empty or too long, or the page is refused.</exception>
    public static Page<SearchResult> Run(GraphView view, string text, IReadOnlyList<EntityType>? kinds, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(page);
        var query = new SearchQuery(text);
        var wanted = kinds is null ? null : KindSet.Of(view.Snapshot.Ontology, kinds);
        var entities = view.Snapshot.Entities;
        var found = new RankedTexts();
        SearchIndex.Of(view.Snapshot).Find(query, candidate =>
        {
            if (!Takes(candidate.Item)) return;
            var score = MatchScore.Of(query, candidate);
            if (score > 0) found.Offer(candidate, score);
        });
        if (found.IsEmpty && query.Words.Length > 1) OfferMostWords(view, query, Takes, found);
        return found.Page(entities.Id, page).Select(h => new SearchResult(h.Text.Item, h.Score, h.Text.Text));

        bool Takes(int entity) => view.Sees(entity) && (wanted is null || wanted[entities.KindIndex(entity)]);
    }

    /// <summary>Offers those whose names have most of the words, each by its own name.</summary>
    private static void OfferMostWords(GraphView view, SearchQuery query, Predicate<int> takes, RankedTexts found)
    {
        var words = query.ContentWords;
        var index = SearchIndex.Of(view.Snapshot);
        var had = words.SelectMany(w => index.WithWord(w).Distinct()).Where(e => takes(e)).CountBy(e => e).ToList();
        var most = had.Select(e => e.Value).DefaultIfEmpty().Max();
        if (!query.IsAnsweredBy(most)) return;
        foreach (var (entity, count) in had)
        {
            if (count == most) found.Offer(SearchTexts.Of(view.Snapshot, entity).First(), MatchScore.InSeveralTexts * count / words.Count);
        }
    }
}
