using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Search;

/// <summary>
/// The texts by which the entities of a snapshot are found: one index of most of them, and a small one of those that have changed since it was made.
/// </summary>
/// <remarks>A revision costs an index of what has changed; when that is no longer little, everything is indexed anew.</remarks>
internal sealed class SearchIndex
{
    private const int FewChanges = 512;

    private readonly SearchSegment _most;
    private readonly HashSet<int> _changed;
    private readonly SearchSegment _changes;

    private SearchIndex(SearchSegment most, HashSet<int> changed, SearchSegment changes)
    {
        _most = most;
        _changed = changed;
        _changes = changes;
    }

    public static SearchIndex Of(GraphSnapshot snapshot) => snapshot.Derive<SearchIndex>(Make);

    /// <summary>Visits every text that may answer a query, once, and some that do not.</summary>
    public void Find(SearchQuery query, Action<SearchText> visit)
    {
        if (_changed.Count == 0)
        {
            _most.Find(query, visit);
            return;
        }

        _most.Find(query, text =>
        {
            if (!_changed.Contains(text.Item)) visit(text);
        });
        _changes.Find(query, visit);
    }

    /// <summary>The entities that have a name, misprints left out: compared folded, short names and acronyms exactly. Some may come twice.</summary>
    public IEnumerable<int> Named(string name)
    {
        var folded = Names.Fold(name);
        return _most.InFull(folded).Where(t => !_changed.Contains(t.Item)).Concat(_changes.InFull(folded))
            .Where(t => t.Role is TextRole.Name or TextRole.OtherName && (t.Text == name || !ShortNames.MatchExactlyOnly(t.Text)))
            .Select(t => t.Item);
    }

    /// <summary>The entities with a name in which a folded word stands; see <see cref="SearchSegment.WithWord"/>.</summary>
    public IEnumerable<int> WithWord(string word) => _most.WithWord(word).Where(e => !_changed.Contains(e)).Concat(_changes.WithWord(word));

    private static SearchIndex Make(GraphSnapshot snapshot, DerivedFrom<SearchIndex>? from)
    {
        if (from is not null)
        {
            var changed = from.ChangedEntities.Where(e => !from.Value.TextsOf(e).SequenceEqual(SearchTexts.Of(snapshot, e))).ToHashSet();
            if (changed.Count == 0) return from.Value;
            changed.UnionWith(from.Value._changed);
            if (changed.Count <= FewChanges) return new SearchIndex(from.Value._most, changed, Index(snapshot, changed.Order()));
        }

        return new SearchIndex(Index(snapshot, Enumerable.Range(0, snapshot.Entities.Capacity)), [], Index(snapshot, []));
    }

    private static SearchSegment Index(GraphSnapshot snapshot, IEnumerable<int> entities) => new(entities.SelectMany(e => SearchTexts.Of(snapshot, e)));

    private IEnumerable<SearchText> TextsOf(int entity) => _changed.Contains(entity) ? _changes.TextsOf(entity) : _most.TextsOf(entity);
}
