using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Lists of the relations of an entity, with their other ends.</summary>
public static class RelatedQuery
{
    /// <summary>
    /// A page of an entity's relations through a field. Without an order they come by the other end's id, then by the relation's key;
    /// the walk stops when the page is full.
    /// </summary>
    /// <exception cref="QueryException">A filter, the order or the page is refused.</exception>
    public static Page<Neighbor> Run(GraphView view, int entity, RelationField field, EntityFilter? target, RelationFilter? edge, IReadOnlyList<EntitySort> order, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        Predicate<Neighbor>? accepts = target is null && edge is null ? null : new Predicate<Neighbor>(FilterEvaluator.CompileEdge(view, target, edge));
        var ordering = Orderings.OfRelated(view, order);
        if (order.Count > 0) return PageSelection.Sorted(Walk(view, entity, field), accepts, ordering, page);
        return PageSelection.InOrder(Walk(view, entity, field), accepts, ordering, page, accepts is null ? () => view.RelatedCount(entity, field) : null);
    }

    /// <summary>A page of all relations of an entity, kind by kind in the order of the ontology, then by the other end's id, then by key.</summary>
    /// <param name="view">The view.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="kinds">The kinds of relation; null for all.</param>
    /// <param name="direction">The way in which relations lead; symmetric ones lead both ways.</param>
    /// <param name="page">The page.</param>
    /// <exception cref="QueryException">The page is refused.</exception>
    public static Page<Neighbor> All(GraphView view, int entity, IReadOnlyList<RelationKind>? kinds, Direction direction, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(page);
        var steps = new Steps(view, kinds, null, direction);
        return PageSelection.Sorted<Neighbor>(
            visit =>
            {
                foreach (var step in steps.From(entity))
                {
                    // A loop leads out and in: it is one relation.
                    if (!step.Forward && step.Entity == entity && steps.LeadsOut(step.Relation)) continue;
                    if (!visit(step)) return;
                }
            },
            null, Orderings.ByRelationKind(view), page);
    }

    private static Walk<Neighbor> Walk(GraphView view, int entity, RelationField field) => visit =>
    {
        foreach (var neighbor in view.Related(entity, field))
        {
            if (!visit(neighbor)) return;
        }
    };
}
