using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Which vertices of a projection lie in which of the compared regions.</summary>
internal sealed class RegionMembership
{
    private RegionMembership(bool[][] members, bool[] located)
    {
        Members = members;
        IsLocated = located;
        Located = located.Count(l => l);
    }

    /// <summary>For each region, which vertices lie in it.</summary>
    public IReadOnlyList<bool[]> Members { get; }

    /// <summary>
    /// Of which vertices it is known whether they lie in a region: those that do, and those that lie in some place that has no part in common with any. A place that
    /// holds a part of a region, such as its country, leaves it open.
    /// </summary>
    public bool[] IsLocated { get; }

    /// <summary>How many are located.</summary>
    public int Located { get; }

    /// <summary>O(vertices × places above each + places of the regions × places above these).</summary>
    public static RegionMembership Of(GraphView view, Projection projection, IReadOnlyList<int> regions)
    {
        var containment = Containment.Of(view);
        var within = regions.Select(containment.Within).ToList();
        var open = OpenPlaces(view, containment, regions, within);
        var members = regions.Select(_ => new bool[projection.Entities.Count]).ToArray();
        var located = new bool[projection.Entities.Count];
        for (var v = 0; v < located.Length; v++)
        {
            var entity = projection.Entities[v];
            for (var r = 0; r < regions.Count; r++)
            {
                members[r][v] = within[r].Contains(entity) && entity != regions[r];
                located[v] |= members[r][v];
            }

            located[v] = located[v] || containment.Ancestors(entity).Any(place => !open.Contains(place));
        }

        return new RegionMembership(members, located);
    }

    /// <summary>The places that hold a region or a part of one.</summary>
    private static HashSet<int> OpenPlaces(GraphView view, Containment containment, IReadOnlyList<int> regions, List<EntitySet> within)
    {
        var open = new HashSet<int>();
        foreach (var place in HubProjection.PlaceKinds(view.Snapshot.Ontology).SelectMany(k => view.Entities(k)))
        {
            if (regions.Contains(place) || within.Any(w => w.Contains(place))) open.UnionWith(containment.Ancestors(place));
        }

        open.UnionWith(regions);
        return open;
    }
}
