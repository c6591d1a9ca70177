using System.Collections.Immutable;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// The relations of a snapshot in columns, with the relations of each entity both ways. A relation is an index into the columns.
/// </summary>
public sealed class RelationTable
{
    internal RelationTable(Ontology ontology, EntityTable entities, RelationColumns columns, Adjacency outgoing, Adjacency incoming, int count, int[] denied,
        ImmutableDictionary<int, Fact[]> layered)
    {
        Ontology = ontology;
        Entities = entities;
        Columns = columns;
        Outgoing = outgoing;
        Incoming = incoming;
        Count = count;
        DeniedRelations = denied;
        Layered = layered;
    }

    /// <summary>How many relations there are; those that are only denied do not count.</summary>
    public int Count { get; }

    /// <summary>One more than the largest index: the length that an array over relations needs.</summary>
    public int Capacity => Columns.From.Count;

    /// <summary>Relations that documents only deny: not in the graph, but their claims are. In ascending order.</summary>
    public ReadOnlySpan<int> Denied => DeniedRelations;

    internal Ontology Ontology { get; }

    internal EntityTable Entities { get; }

    internal RelationColumns Columns { get; }

    internal Adjacency Outgoing { get; }

    internal Adjacency Incoming { get; }

    internal int[] DeniedRelations { get; }

    internal ImmutableDictionary<int, Fact[]> Layered { get; }

    /// <summary>The relations that start from an entity, by relation kind, then the other end's id, then key.</summary>
    public ReadOnlySpan<int> Out(int entity) => Outgoing[entity];

    /// <summary>The relations that lead to an entity, by relation kind, then the other end's id, then key.</summary>
    public ReadOnlySpan<int> In(int entity) => Incoming[entity];

    /// <summary>The relations of one kind that start from an entity. O(log degree).</summary>
    public ReadOnlySpan<int> Out(int entity, RelationKind kind) => OfKind(Outgoing[entity], kind.Index);

    /// <summary>The relations of one kind that lead to an entity. O(log degree).</summary>
    public ReadOnlySpan<int> In(int entity, RelationKind kind) => OfKind(Incoming[entity], kind.Index);

    /// <summary>True if the index is of a relation that is in the graph.</summary>
    public bool Exists(int relation) => Columns.Kinds[relation] != EntityTable.Absent && Columns.Confidence[relation] > 0;

    /// <summary>The relation's kind.</summary>
    public RelationKind Kind(int relation) => Ontology.Relations[Columns.Kinds[relation]];

    /// <summary>The index of the relation's kind.</summary>
    public short KindIndex(int relation) => Columns.Kinds[relation];

    /// <summary>The entity that it starts from.</summary>
    public int From(int relation) => Columns.From[relation];

    /// <summary>The entity that it leads to.</summary>
    public int To(int relation) => Columns.To[relation];

    /// <summary>What tells it from others of its kind and pair; usually empty.</summary>
    public string Key(int relation) => Columns.Statements[relation][0].RelationKey;

    /// <summary>The id, derived from kind, ends and key.</summary>
    public string Id(int relation) => RelationId.Format(Kind(relation).Name, Entities.Id(From(relation)), Entities.Id(To(relation)), Key(relation));

    /// <summary>The highest confidence of its statements, from 0 to 1.</summary>
    public float Confidence(int relation) => Columns.Confidence[relation];

    /// <summary>The first day on which it is known to hold, as a day number; <see cref="PartialDate.OpenStart"/> if not stated.</summary>
    public int HoldsFrom(int relation) => Columns.HoldsFrom[relation];

    /// <summary>The last day on which it is known to hold, as a day number; <see cref="PartialDate.OpenEnd"/> if not stated.</summary>
    public int HoldsTo(int relation) => Columns.HoldsTo[relation];

    /// <summary>From when it holds, as stated.</summary>
    public PartialDate? ValidFrom(int relation) => First(relation, static s => s.ValidFrom);

    /// <summary>Until when it holds, as stated.</summary>
    public PartialDate? ValidTo(int relation) => First(relation, static s => s.ValidTo);

    /// <summary>The preferred value of a property, or null.</summary>
    public object? Property(int relation, string name)
    {
        foreach (var statement in Columns.Statements[relation])
        {
            if (statement.Certainty > Certainty.Denied && statement.Properties[name] is { } value) return value;
        }

        return null;
    }

    /// <summary>The statements that hold, preferred first; those that deny come last.</summary>
    public IReadOnlyList<RelationStatement> Statements(int relation) => Columns.Statements[relation];

    /// <summary>Where it is cited, each place once, preferred first.</summary>
    public IReadOnlyList<Citation> Citations(int relation) => Folding.Citations(Columns.Statements[relation]);

    /// <summary>Finds a relation that is in the graph by its id. O(log degree).</summary>
    public bool TryFind(string id, out int relation)
    {
        relation = -1;
        return RelationId.TryParse(id, out var kindName, out var from, out var to, out var key)
            && Ontology.Relation(kindName) is { } kind && Entities.TryFind(from, out var source) && Entities.TryFind(to, out var target)
            && TryFind(kind, source, target, key, out relation);
    }

    /// <summary>Finds a relation that is in the graph by what identifies it. O(log degree).</summary>
    public bool TryFind(RelationKind kind, int from, int to, string key, out int relation)
    {
        if (kind.Undirected && string.CompareOrdinal(Entities.Id(from), Entities.Id(to)) > 0) (from, to) = (to, from);
        foreach (var candidate in OfKind(Outgoing[from], kind.Index))
        {
            if (Columns.To[candidate] != to || Key(candidate) != key) continue;
            relation = candidate;
            return true;
        }

        relation = -1;
        return false;
    }

    internal Fact[] Rows(int relation) => Layered.TryGetValue(relation, out var rows) ? rows : Columns.Statements[relation];

    private ReadOnlySpan<int> OfKind(ReadOnlySpan<int> relations, short kind)
    {
        var start = Bound(relations, kind);
        return relations[start..Bound(relations, kind + 1)];
    }

    private int Bound(ReadOnlySpan<int> relations, int kind)
    {
        var (low, high) = (0, relations.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Columns.Kinds[relations[middle]] < kind) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private PartialDate? First(int relation, Func<RelationStatement, PartialDate?> select)
    {
        foreach (var statement in Columns.Statements[relation])
        {
            if (statement.Certainty > Certainty.Denied && select(statement) is { } value) return value;
        }

        return null;
    }
}

/// <summary>The columns of <see cref="RelationTable"/>, all of one length.</summary>
internal sealed record RelationColumns(
    BlockedArray<short> Kinds,
    BlockedArray<int> From,
    BlockedArray<int> To,
    BlockedArray<float> Confidence,
    BlockedArray<int> HoldsFrom,
    BlockedArray<int> HoldsTo,
    BlockedArray<RelationStatement[]> Statements);
