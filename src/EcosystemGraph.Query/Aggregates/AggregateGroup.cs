using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>A group of entities, or of relations with their other ends. Summaries are made when they are asked for.</summary>
public sealed class AggregateGroup
{
    private readonly GraphView _view;
    private readonly IReadOnlyList<Neighbor> _members;

    internal AggregateGroup(GraphView view, IReadOnlyList<AggregateKeyValue> keys, IReadOnlyList<Neighbor> members)
    {
        _view = view;
        Keys = keys;
        _members = members;
    }

    /// <summary>The values that the members share, one for each key.</summary>
    public IReadOnlyList<AggregateKeyValue> Keys { get; }

    /// <summary>How many members there are.</summary>
    public int Count => _members.Count;

    /// <summary>The entities in the group, in their order; where related entities are grouped, their other ends.</summary>
    public IEnumerable<int> Entities => _members.Select(m => m.Entity);

    /// <summary>Sums up a number of the entities; null if none has it.</summary>
    public NumberSummary? Numbers(PropertyDefinition property) =>
        NumberSummary.Of(_members.Select(m => _view.Snapshot.Entities.Property(m.Entity, property.Name)), property.Name);

    /// <summary>Sums up a date of the entities; null if none has it.</summary>
    public DateSummary? Dates(PropertyDefinition property) => DateSummary.Of(_members.Select(m => _view.Snapshot.Entities.Property(m.Entity, property.Name)));

    /// <summary>Sums up a number of the relations; null if none has it. Only where related entities are grouped.</summary>
    public NumberSummary? EdgeNumbers(PropertyDefinition property) => NumberSummary.Of(EdgeValues(property), property.Name);

    /// <summary>Sums up a date of the relations; null if none has it. Only where related entities are grouped.</summary>
    public DateSummary? EdgeDates(PropertyDefinition property) => DateSummary.Of(EdgeValues(property));

    private IEnumerable<object?> EdgeValues(PropertyDefinition property) =>
        _members.Where(m => m.Relation >= 0).Select(m => _view.Snapshot.Relations.Property(m.Relation, property.Name));
}
