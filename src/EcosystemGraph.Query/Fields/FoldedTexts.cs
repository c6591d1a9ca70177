using System.Collections.Concurrent;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Fields;

/// <summary>
/// The folded forms of one text of every entity, column by column, made when a filter or an order first needs one: folding is what costs most in comparing texts.
/// </summary>
internal sealed class FoldedTexts
{
    private readonly GraphSnapshot _snapshot;
    private readonly ConcurrentDictionary<string, Lazy<string?[]>> _columns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?[]> _earlier = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<int> _changed = [];

    private FoldedTexts(GraphSnapshot snapshot, DerivedFrom<FoldedTexts>? from)
    {
        _snapshot = snapshot;
        if (from is null) return;
        _changed = from.ChangedEntities;
        foreach (var (name, column) in from.Value._columns)
        {
            if (column.IsValueCreated) _earlier[name] = column.Value;
        }
    }

    public static FoldedTexts Of(GraphSnapshot snapshot) => snapshot.Derive<FoldedTexts>((s, from) => new FoldedTexts(s, from));

    /// <summary>The column of a text, by entity.</summary>
    /// <param name="name">The column's name, which stands for what is read.</param>
    /// <param name="read">Reads the text of an entity that is there.</param>
    public string?[] Column(string name, Func<int, string?> read) =>
        _columns.GetOrAdd(name, key => new Lazy<string?[]>(() => Make(key, read))).Value;

    private string?[] Make(string name, Func<int, string?> read)
    {
        var column = new string?[_snapshot.Entities.Capacity];
        if (_earlier.TryRemove(name, out var earlier))
        {
            earlier.CopyTo(column, 0);
            foreach (var entity in _changed) column[entity] = Fold(entity, read);
        }
        else
        {
            for (var entity = 0; entity < column.Length; entity++) column[entity] = Fold(entity, read);
        }

        return column;
    }

    private string? Fold(int entity, Func<int, string?> read) =>
        _snapshot.Entities.Exists(entity) && read(entity) is { } text ? Names.Fold(text) : null;
}
