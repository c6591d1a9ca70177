using System.Runtime.InteropServices;
using EcosystemGraph.Query.Paging;

namespace EcosystemGraph.Query.Search;

/// <summary>What a search found: of each entity or indicator the text that answers best.</summary>
internal sealed class RankedTexts
{
    private readonly Dictionary<int, Hit> _best = [];

    public bool IsEmpty => _best.Count == 0;

    public bool Has(int item) => _best.ContainsKey(item);

    /// <summary>Takes a text that answers with a score above 0.</summary>
    public void Offer(SearchText text, double score)
    {
        ref var hit = ref CollectionsMarshal.GetValueRefOrAddDefault(_best, text.Item, out var known);
        if (!known || IsBetter(score, text, hit)) hit = new Hit(score, text);
    }

    /// <summary>A page of them, best first, ties by id.</summary>
    /// <exception cref="QueryException">The page is refused.</exception>
    public Page<Hit> Page(Func<int, string> idOf, PageRequest page)
    {
        var ordering = new Ordering<Hit>([new("relevance", true, h => SortValue.Of(h.Score))], [h => idOf(h.Text.Item)]);
        return PageSelection.Sorted(
            visit =>
            {
                foreach (var hit in _best.Values)
                {
                    if (!visit(hit)) return;
                }
            },
            null, ordering, page);
    }

    /// <summary>Of two texts of one item that answer equally well the first in ordinal order is shown, in whatever order they are found.</summary>
    private static bool IsBetter(double score, SearchText text, Hit known) =>
        score > known.Score || (score == known.Score && string.CompareOrdinal(text.Text, known.Text.Text) < 0);

    internal readonly record struct Hit(double Score, SearchText Text);
}
