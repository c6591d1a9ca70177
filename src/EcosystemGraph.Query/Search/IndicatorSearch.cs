using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Paging;

namespace EcosystemGraph.Query.Search;

/// <summary>An indicator that a search found.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Score">How well it answers, above 0 and at most 1.</param>
/// <param name="Matched">The text that answers best, as it is written.</param>
public sealed record IndicatorResult(IndicatorFact Indicator, double Score, string Matched);

/// <summary>Searches names, ids and definitions of indicators.</summary>
public static class IndicatorSearch
{
    /// <summary>
    /// A page of what answers a text, best first, ties by id: as <see cref="EntitySearch.Run"/> has it, with the id as another name and the definition as prose;
    /// after all these come indicators that have some of the words in the name and the others in the definition, up to typos. If nothing has all of the words,
    /// those that have most of them are found; words that only join others do not count for that.
    /// </summary>
    /// <exception cref="QueryException">The text is empty or too long, or the page is refused.</exception>
    public static Page<IndicatorResult> Run(GraphSnapshot snapshot, string text, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(page);
        var query = new SearchQuery(text);
        var index = IndicatorIndex.Of(snapshot);
        var found = new RankedTexts();
        index.Find(query, candidate =>
        {
            var score = MatchScore.Of(query, candidate);
            if (score > 0) found.Offer(candidate, score);
        });
        var words = query.ContentWords;
        var had = index.WordsHad(words);
        var most = found.IsEmpty && had.Count > 0 ? had.Values.Max() : words.Count;
        if (!query.IsAnsweredBy(most)) most = words.Count;
        foreach (var (item, count) in had)
        {
            if (count >= most && !found.Has(item)) found.Offer(index.NameOf(item), MatchScore.InSeveralTexts * count / words.Count);
        }

        var indicators = snapshot.Definitions.Indicators;
        return found.Page(i => indicators[i].Id, page).Select(h => new IndicatorResult(indicators[h.Text.Item], h.Score, h.Text.Text));
    }
}
