using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The entities or relations of a selection that a view sees, with what can be read of them.</summary>
internal sealed class SelectedThings
{
    private const int BetweenChecks = 4096;

    private readonly GraphView _view;
    private readonly Selection _selection;

    private SelectedThings(GraphView view, Selection selection, List<int> items, bool isBaseEmpty)
    {
        _view = view;
        _selection = selection;
        Items = items;
        IsBaseEmpty = isBaseEmpty;
    }

    /// <summary>The entities by id, or the relations by the ids of their starts, then their ends.</summary>
    public List<int> Items { get; }

    /// <summary>True if there is nothing of that sort at all, whatever the conditions.</summary>
    public bool IsBaseEmpty { get; }

    /// <summary>True if they are relations.</summary>
    public bool AreRelations => _selection is RelationSelection;

    /// <summary>Finds them. O(things of the sort × conditions).</summary>
    public static SelectedThings Of(GraphView view, Selection selection, CancellationToken cancellation)
    {
        var items = new List<int>();
        var test = ConditionTests.Compile(view, selection);
        var seen = 0;
        var isEmpty = true;
        foreach (var item in All(view, selection))
        {
            if (++seen % BetweenChecks == 0) cancellation.ThrowIfCancellationRequested();
            isEmpty = false;
            if (test(item)) items.Add(item);
        }

        return new SelectedThings(view, selection, items, isEmpty);
    }

    /// <summary>The entity at an end of an item; the item itself if it is one.</summary>
    public int EntityAt(int item, SelectionEnd end)
    {
        var relations = _view.Snapshot.Relations;
        return (AreRelations, end) switch
        {
            (false, _) => item,
            (_, SelectionEnd.To) => relations.To(item),
            (_, SelectionEnd.From) => relations.From(item),
            // The free end: that is the start, unless the selection fixes it.
            _ => _selection.Conditions.Any(c => c is HasId { End: SelectionEnd.From, Negated: false }) ? relations.To(item) : relations.From(item),
        };
    }

    /// <summary>The value of a property of an item, or of an entity at one of its ends; null if it has none.</summary>
    public object? Read(int item, PropertyPath path)
    {
        var relations = _view.Snapshot.Relations;
        if (!AreRelations || path.End != SelectionEnd.Itself) return PropertyReading.OfEntity(_view, EntityAt(item, path.End), path.Property);
        return path.Property switch
        {
            "confidence" => (decimal)relations.Confidence(item),
            "validFrom" => Exact(relations.ValidFrom(item), s => s.ValidFrom),
            "validTo" => Exact(relations.ValidTo(item), s => s.ValidTo),
            var name => relations.Property(item, name) is PartialDate date ? Exact(date, s => s.Properties[name]) : relations.Property(item, name),
        };

        object? Exact(PartialDate? date, Func<RelationStatement, object?> read) =>
            date is null ? null : PropertyReading.MostExact(relations.Statements(item), s => read((RelationStatement)s), date);
    }

    private static IEnumerable<int> All(GraphView view, Selection selection)
    {
        var ontology = view.Snapshot.Ontology;
        switch (selection)
        {
            case EntitySelection { Kind: var name }:
                return ontology.Type(name) is { } type ? view.Entities(type) : [];
            case RelationSelection { Relation: var name }:
                return ontology.Relation(name) is { } kind ? Relations(view, kind) : [];
            default:
                throw new ArgumentOutOfRangeException(nameof(selection), selection, "not entities or relations");
        }
    }

    private static IEnumerable<int> Relations(GraphView view, RelationKind kind)
    {
        var relations = view.Snapshot.Relations;
        var starts = view.Snapshot.Ontology.Kinds.Where(k => kind.Pairs.Any(p => p.From == k.Index || (kind.Undirected && p.To == k.Index))).SelectMany(k => view.Entities(k));
        foreach (var start in starts)
        {
            foreach (var relation in relations.Out(start, kind).ToArray())
            {
                if (view.SeesRelation(relation)) yield return relation;
            }
        }
    }
}

/// <summary>Reads properties of entities as expressions name them.</summary>
internal static class PropertyReading
{
    /// <summary>The value; null if the entity has none.</summary>
    public static object? OfEntity(GraphView view, int entity, string name)
    {
        var entities = view.Snapshot.Entities;
        return name switch
        {
            "name" => entities.Name(entity),
            "nameZh" => entities.NameZh(entity),
            "description" => entities.Description(entity),
            "confidence" => (decimal)entities.Confidence(entity),
            _ => entities.Property(entity, name) is PartialDate date ? MostExact(entities.Statements(entity), s => (s as EntityStatement)?.Properties[name], date) : entities.Property(entity, name),
        };
    }

    /// <summary>A date as the most exact of the statements has it that agree with the preferred one and are as sure: a day of the month that another names.</summary>
    public static PartialDate MostExact(IReadOnlyList<Statement> statements, Func<Statement, object?> read, PartialDate preferred)
    {
        var certainty = statements.First(s => preferred.Equals(read(s) as PartialDate)).Certainty;
        var exact = preferred;
        foreach (var statement in statements)
        {
            if (statement.Certainty == certainty && read(statement) is PartialDate date && date != exact && exact.Contains(date)) exact = date;
        }

        return exact;
    }

    /// <summary>A number as a decimal; null for what is none.</summary>
    public static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        int whole => whole,
        double real when double.IsFinite(real) && Math.Abs(real) < (double)decimal.MaxValue => (decimal)real,
        _ => null,
    };
}
