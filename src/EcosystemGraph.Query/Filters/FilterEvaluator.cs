using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Filters;

/// <summary>
/// Makes tests from filters. What a filter names is looked up, and its operands are folded, once, when the test is made;
/// a test then only reads columns and walks relations, and allocates nothing for what it tests.
/// </summary>
/// <remarks>A test belongs to one evaluation: it may keep what it read before, and is not safe for several threads at once.</remarks>
public static class FilterEvaluator
{
    private static readonly Predicate<int> Everything = static _ => true;

    /// <summary>A test of the entities of a view; null takes each. Whether the entity is seen is not part of it.</summary>
    /// <exception cref="QueryException">
    /// <see cref="QueryErrorCode.NotFound"/>: an entity, document or indicator that is not there; <see cref="QueryErrorCode.Ambiguous"/>: a name of several;
    /// <see cref="QueryErrorCode.BadArgument"/>: an operand of another type.
    /// </exception>
    public static Predicate<int> Compile(GraphView view, EntityFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(view);
        return filter is null ? Everything : new EntityFilterCompiler(view).Compile(filter);
    }

    /// <summary>A test of the relations of a view with their other ends; null takes each.</summary>
    /// <exception cref="QueryException">As for entities.</exception>
    public static Func<Neighbor, bool> CompileEdge(GraphView view, EntityFilter? target, RelationFilter? edge)
    {
        ArgumentNullException.ThrowIfNull(view);
        var ofEntity = target is null ? null : Compile(view, target);
        var ofRelation = edge is null ? null : RelationFilterCompiler.Compile(view, edge);
        return (ofEntity, ofRelation) switch
        {
            (null, null) => static _ => true,
            (null, _) => neighbor => ofRelation(neighbor.Relation),
            (_, null) => neighbor => ofEntity(neighbor.Entity),
            _ => neighbor => ofRelation(neighbor.Relation) && ofEntity(neighbor.Entity),
        };
    }

    /// <summary>A test of the observations of a view; null takes each.</summary>
    /// <exception cref="QueryException">As for entities.</exception>
    public static Predicate<Observation> Compile(GraphView view, ObservationFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(view);
        return filter is null ? static _ => true : ObservationFilterCompiler.Compile(view, filter);
    }
}
