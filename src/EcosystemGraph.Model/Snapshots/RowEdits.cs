using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>A delta, sorted by what it touches.</summary>
internal sealed class RowEdits
{
    public RowEdits(RevisionDelta delta)
    {
        foreach (var row in delta.Closed) For(row.Key).Closed.Add(row);
        foreach (var fact in delta.Opened) For(fact.Key).Opened.Add(fact);
    }

    public Dictionary<string, RowEdit> Entities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RowEdit> Relations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RowEdit> Observations { get; } = new(StringComparer.Ordinal);

    public RowEdit Definitions { get; } = new();

    private RowEdit For(FactKey key)
    {
        if (DefinitionTable.Holds(key.Type)) return Definitions;
        var edits = key.Type switch { FactType.Entity => Entities, FactType.Relation => Relations, _ => Observations };
        if (!edits.TryGetValue(key.Subject, out var edit)) edits[key.Subject] = edit = new RowEdit();
        return edit;
    }
}

/// <summary>The rows of one subject that end and begin.</summary>
internal sealed class RowEdit
{
    public HashSet<RowKey> Closed { get; } = [];

    public List<Fact> Opened { get; } = [];

    public int Count => Closed.Count + Opened.Count;

    public Fact[] Apply(IReadOnlyList<Fact> rows) =>
        SnapshotBuilder.InOrder([.. rows.Where(r => !Closed.Contains(new RowKey(r.Key, r.Origin))), .. Opened]);
}
