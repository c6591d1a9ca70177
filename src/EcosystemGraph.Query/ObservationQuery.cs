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
    /// <param name="view">The view.</param>
    /// <param name="filter">The filter; null takes all.</param>
    /// <param name="order">The order.</param>
    /// <param name="page">The page.</param>
    /// <param name="figures">The observations to choose from, by id; null for those that the view's snapshot states.</param>
    /// <exception cref="QueryException">The filter, the order or the page is refused.</exception>
    public static Page<Observation> Run(GraphView view, ObservationFilter? filter, IReadOnlyList<ObservationSort> order, PageRequest page, IReadOnlyList<Observation>? figures = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        var accepts = filter is null ? null : FilterEvaluator.Compile(view, filter);
        var ordering = Orderings.OfObservations(view, order);
        var walk = Walk(view, figures ?? view.Snapshot.Observations.All);
        return order.Count > 0
            ? PageSelection.Sorted(walk, accepts, ordering, page)
            : PageSelection.InOrder(walk, accepts, ordering, page, null);
    }

    /// <summary>True if the observation is to be seen in the view: its subject is, and the entity by which it is broken down.</summary>
    public static bool Sees(GraphView view, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(observation);
        return view.Sees(observation.Subject) && (observation.By < 0 || view.Sees(observation.By));
    }

    private static Walk<Observation> Walk(GraphView view, IReadOnlyList<Observation> all) => visit =>
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (Sees(view, all[i]) && !visit(all[i])) return;
        }
    };
}
