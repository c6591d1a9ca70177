using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Sorts;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query;

/// <summary>Lists of observations.</summary>
public static class ObservationQuery
{
    /// <summary>A page of the observations that fit a filter and whose subject (and breakdown) is seen. Without an order they come by id.</summary>
    /// <exception cref="QueryException">The filter, the order or the page is refused.</exception>
    public static Page<Observation> Run(GraphView view, ObservationFilter? filter, IReadOnlyList<ObservationSort> order, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        var accepts = filter is null ? null : FilterEvaluator.Compile(view, filter);
        var ordering = Orderings.OfObservations(view, order);
        return order.Count > 0
            ? PageSelection.Sorted(Walk(view), accepts, ordering, page)
            : PageSelection.InOrder(Walk(view), accepts, ordering, page, null);
    }

    /// <summary>True if the observation is to be seen in the view: its subject is, and the entity by which it is broken down.</summary>
    public static bool Sees(GraphView view, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(observation);
        return view.Sees(observation.Subject) && (observation.By < 0 || view.Sees(observation.By));
    }

    private static Walk<Observation> Walk(GraphView view) => visit =>
    {
        var all = view.Snapshot.Observations.All;
        for (var i = 0; i < all.Count; i++)
        {
            if (Sees(view, all[i]) && !visit(all[i])) return;
        }
    };
}
