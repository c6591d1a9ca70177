using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Snapshots;

/// <summary>
/// The entities of a snapshot in columns. An entity is an index into them; the index is stable while snapshots follow one another and means nothing outside.
/// </summary>
public sealed class EntityTable
{
    internal const short Absent = -1;

    internal EntityTable(Ontology ontology, EntityColumns columns, int[] byId, int[][] byKind, ImmutableDictionary<int, Fact[]> layered,
        IReadOnlyDictionary<string, string> merged)
    {
        Ontology = ontology;
        Columns = columns;
        ById = byId;
        ByKind = byKind;
        Layered = layered;
        Merged = merged;
    }

    /// <summary>How many entities there are.</summary>
    public int Count => ById.Length;

    /// <summary>One more than the largest index: the length that an array over entities needs. Some indices may be of entities that are gone.</summary>
    public int Capacity => Columns.Ids.Count;

    /// <summary>All entities, by id in ordinal order.</summary>
    public ImmutableArray<int> All => ImmutableCollectionsMarshal.AsImmutableArray(ById);

    internal Ontology Ontology { get; }

    internal EntityColumns Columns { get; }

    internal int[] ById { get; }

    internal int[][] ByKind { get; }

    /// <summary>The rows of entities for which these differ from the statements that hold, because layers hide one another.</summary>
    internal ImmutableDictionary<int, Fact[]> Layered { get; }

    internal IReadOnlyDictionary<string, string> Merged { get; }

    /// <summary>Indices of entities that are not in the graph: gone, denied or hidden.</summary>
    internal IEnumerable<int> Hidden => ById.Length == Capacity ? [] : Enumerable.Range(0, Capacity).Where(e => !Exists(e));

    /// <summary>The entities of one kind, by id in ordinal order.</summary>
    public ImmutableArray<int> OfKind(EntityKind kind) => ImmutableCollectionsMarshal.AsImmutableArray(ByKind[kind.Index]);

    /// <summary>Finds an entity by its id, or by an id that was merged into it. O(log n).</summary>
    public bool TryFind(string id, out int entity)
    {
        var target = Merged.TryGetValue(id, out var into) ? into : id;
        var (low, high) = (0, ById.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(Columns.Ids[ById[middle]], target);
            if (order == 0)
            {
                entity = ById[middle];
                return true;
            }

            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        entity = -1;
        return false;
    }

    /// <summary>The entity's id.</summary>
    public string Id(int entity) => Columns.Ids[entity];

    /// <summary>True if the index is of an entity that is in the graph.</summary>
    public bool Exists(int entity) => Columns.Kinds[entity] != Absent;

    /// <summary>The entity's kind.</summary>
    public EntityKind Kind(int entity) => Ontology.Kinds[Columns.Kinds[entity]];

    /// <summary>The index of the entity's kind.</summary>
    public short KindIndex(int entity) => Columns.Kinds[entity];

    /// <summary>The preferred name.</summary>
    public string Name(int entity) => Columns.Names[entity];

    /// <summary>The preferred Chinese name, or null.</summary>
    public string? NameZh(int entity) => First(entity, static s => s.NameZh);

    /// <summary>The description, or null.</summary>
    public string? Description(int entity) => First(entity, static s => s.Description);

    /// <summary>Every other name that a statement uses, misprints left out, preferred first, each once.</summary>
    public IReadOnlyList<string> Aliases(int entity) => OtherNames(entity, static s => s.Certainty > Certainty.Misprint);

    /// <summary>Every name by which the entity can be found: name, Chinese names, aliases, names that were denied to be misprints not excepted.</summary>
    public IReadOnlyList<string> AllNames(int entity)
    {
        var names = new List<string> { Name(entity) };
        foreach (var name in OtherNames(entity, static s => s.Certainty > Certainty.Denied))
        {
            if (!names.Contains(name)) names.Add(name);
        }

        foreach (var statement in Statements(entity))
        {
            if (statement.NameZh is { } zh && statement.Certainty > Certainty.Denied && !names.Contains(zh)) names.Add(zh);
        }

        return names;
    }

    /// <summary>The highest confidence of its statements, from 0 to 1.</summary>
    public float Confidence(int entity) => Columns.Confidence[entity];

    /// <summary>The preferred value of a property, or null; see <see cref="PropertyBag"/> for the types.</summary>
    public object? Property(int entity, string name) => Columns.Properties.TryGetValue(name, out var column) ? column[entity] : null;

    /// <summary>The first day on which the entity is known to exist, as a day number; <see cref="PartialDate.OpenStart"/> if always.</summary>
    public int ExistsFrom(int entity) => Columns.ExistsFrom[entity];

    /// <summary>The last day on which the entity is known to exist, as a day number; <see cref="PartialDate.OpenEnd"/> if for ever.</summary>
    public int ExistsTo(int entity) => Columns.ExistsTo[entity];

    /// <summary>The statements that hold, preferred first; those that deny come last.</summary>
    public IReadOnlyList<EntityStatement> Statements(int entity) => Columns.Statements[entity];

    /// <summary>Where the entity is cited, each place once, preferred first.</summary>
    public IReadOnlyList<Citation> Citations(int entity) => Folding.Citations(Columns.Statements[entity]);

    internal Fact[] Rows(int entity) => Layered.TryGetValue(entity, out var rows) ? rows : Columns.Statements[entity];

    private string? First(int entity, Func<EntityStatement, string?> select)
    {
        foreach (var statement in Columns.Statements[entity])
        {
            if (statement.Certainty > Certainty.Misprint && select(statement) is { } value) return value;
        }

        return null;
    }

    private List<string> OtherNames(int entity, Func<EntityStatement, bool> take)
    {
        var names = new List<string>();
        var shown = Name(entity);
        var zh = NameZh(entity);
        foreach (var statement in Columns.Statements[entity])
        {
            if (!take(statement)) continue;
            Add(statement.Name);
            foreach (var alias in statement.Aliases) Add(alias);
            Add(statement.NameZh);
        }

        return names;

        void Add(string? name)
        {
            if (name is not null && name != shown && name != zh && !names.Contains(name)) names.Add(name);
        }
    }
}

/// <summary>The columns of <see cref="EntityTable"/>, all of one length.</summary>
internal sealed record EntityColumns(
    BlockedArray<string> Ids,
    BlockedArray<short> Kinds,
    BlockedArray<string> Names,
    BlockedArray<EntityStatement[]> Statements,
    BlockedArray<float> Confidence,
    BlockedArray<int> ExistsFrom,
    BlockedArray<int> ExistsTo,
    ImmutableDictionary<string, BlockedArray<object?>> Properties);
