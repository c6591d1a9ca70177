using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Views;

/// <summary>
/// A snapshot as seen at a date and through some of its documents. Everything below a view inherits it.
/// </summary>
/// <remarks>
/// At a date the view shows what is known to hold on its last day: a partial start counts from its latest day, a partial end to its earliest.
/// A relation is seen if both of its ends are. Safe to use from any number of threads.
/// </remarks>
public sealed class GraphView
{
    private readonly int _day;

    private GraphView(GraphSnapshot whole, GraphSnapshot snapshot, PartialDate? asOf, IReadOnlyList<string> sources)
    {
        Whole = whole;
        Snapshot = snapshot;
        AsOf = asOf;
        Sources = sources;
        _day = asOf?.End ?? PartialDate.OpenEnd;
        Key = $"{asOf?.Text}|{string.Join(',', sources)}";
    }

    /// <summary>The snapshot that is seen: of the chosen documents only, where some are chosen.</summary>
    public GraphSnapshot Snapshot { get; }

    /// <summary>The snapshot with all of its documents.</summary>
    public GraphSnapshot Whole { get; }

    /// <summary>The date, or null: everything, whenever it held.</summary>
    public PartialDate? AsOf { get; }

    /// <summary>The ids of the documents, sorted; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>True if the view shows everything.</summary>
    public bool IsWhole => AsOf is null && Sources.Count == 0;

    /// <summary>The date and the documents as one text: the same for views that show the same of a snapshot.</summary>
    public string Key { get; }

    /// <summary>A view of a snapshot. O(1), or O(n log n) the first time that a set of documents is asked for.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="asOf">The date; null for everything, whenever it held.</param>
    /// <param name="sources">The documents by their ids or names; null or none for all.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is no such document; <see cref="QueryErrorCode.Ambiguous"/>: several have that name.</exception>
    public static GraphView Of(GraphSnapshot snapshot, PartialDate? asOf = null, IReadOnlyCollection<string>? sources = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (sources is not { Count: > 0 }) return new GraphView(snapshot, snapshot, asOf, []);
        var whole = new GraphView(snapshot, snapshot, null, []);
        var sorted = sources.Select(d => DocumentLookup.Require(whole, d)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var restricted = snapshot.Derive<RestrictedSnapshots>((_, _) => new RestrictedSnapshots()).Get(snapshot, sorted);
        return new GraphView(snapshot, restricted, asOf, sorted);
    }

    /// <summary>A view of the same snapshot at another date or through other documents.</summary>
    public GraphView With(PartialDate? asOf, IReadOnlyCollection<string>? sources) => Of(Whole, asOf, sources);

    /// <summary>True if the entity is there and exists at the date.</summary>
    public bool Sees(int entity) =>
        Snapshot.Entities.Exists(entity) && (AsOf is null || (Snapshot.Entities.ExistsFrom(entity) <= _day && _day <= Snapshot.Entities.ExistsTo(entity)));

    /// <summary>True if the relation is there, holds at the date, and both ends are seen.</summary>
    public bool SeesRelation(int relation)
    {
        var relations = Snapshot.Relations;
        if (!relations.Exists(relation)) return false;
        return AsOf is null
            || (relations.HoldsFrom(relation) <= _day && _day <= relations.HoldsTo(relation) && Sees(relations.From(relation)) && Sees(relations.To(relation)));
    }

    /// <summary>The entities of a kind or interface, or all, that are seen, by id in ordinal order. Listed once for a snapshot and a date, then O(1).</summary>
    public IReadOnlyList<int> Entities(EntityType? type = null)
    {
        if (AsOf is not null || type is EntityInterface) return ValuesByDate<VisibleEntities>.Of(this, static v => new VisibleEntities(v)).Of(type);
        return type is EntityKind kind ? Snapshot.Entities.OfKind(kind) : Snapshot.Entities.All;
    }

    /// <summary>The relations of an entity through a field, with their other ends, by the other end's id, then by the relation's key.</summary>
    public RelatedEntities Related(int entity, RelationField field) => new(this, entity, field);

    /// <summary>How many relations an entity has through a field. O(log degree), or O(degree) at a date or where the field leaves out other ends.</summary>
    public int RelatedCount(int entity, RelationField field)
    {
        if (AsOf is null && field.TakesAll)
        {
            var relations = Snapshot.Relations;
            if (field.Direction == RelationDirection.Out) return relations.Out(entity, field.Relation).Length;
            if (field.Direction == RelationDirection.In) return relations.In(entity, field.Relation).Length;
            var own = relations.Out(entity, field.Relation);
            // A loop stands at both ends and is one relation. A symmetric relation starts from the end whose id comes first, so loops come first here.
            var loops = 0;
            while (loops < own.Length && relations.To(own[loops]) == entity) loops++;
            return own.Length + relations.In(entity, field.Relation).Length - loops;
        }

        var count = 0;
        foreach (var _ in Related(entity, field)) count++;
        return count;
    }
}
