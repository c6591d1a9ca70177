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
    /// (one edit in four to seven letters, two in more) or, in Chinese, by a few characters. Short other names and acronyms answer in full only.
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
            var entity = candidate.Item;
            if (!view.Sees(entity) || (wanted is not null && !wanted[entities.KindIndex(entity)])) return;
            var score = MatchScore.Of(query, candidate);
            if (score > 0) found.Offer(candidate, score);
        });
        return found.Page(entities.Id, page).Select(h => new SearchResult(h.Text.Item, h.Score, h.Text.Text));
    }
}
