using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Which entities of a view lie in which of the compared regions, by one way to read the regions' definitions.</summary>
internal sealed class RegionMap
{
    private readonly ulong[] _labels;
    private readonly bool[] _elsewhere;

    private RegionMap(int regions, ulong[] labels, bool[] elsewhere)
    {
        Regions = regions;
        _labels = labels;
        _elsewhere = elsewhere;
    }

    /// <summary>The number of regions.</summary>
    public int Regions { get; }

    /// <summary>The regions of an entity: bit r for region r.</summary>
    public ulong Labels(int entity) => _labels[entity];

    /// <summary>Whether an entity lies in some place that has no part in common with any region, if it lies in none of them. A place that holds a part of a region, such as its country, leaves it open.</summary>
    public bool LiesElsewhere(int entity) => _elsewhere[entity];

    /// <summary>The map by all that is said of the regions. O(entities × places above each).</summary>
    /// <param name="view">The view.</param>
    /// <param name="definitions">The regions; null for one that the view does not know.</param>
    public static RegionMap Of(GraphView view, IReadOnlyList<RegionDefinition?> definitions)
    {
        var containment = Containment.Of(view);
        var open = OpenPlaces(view, containment, definitions);
        var elsewhere = new bool[view.Snapshot.Entities.Capacity];
        foreach (var entity in view.Entities()) elsewhere[entity] = containment.Ancestors(entity).Any(place => !open.Contains(place));
        return new RegionMap(definitions.Count, Label(view, definitions, static d => d.Held), elsewhere);
    }

    /// <summary>The map by a part of what is said of the regions. O(entities × parts).</summary>
    public RegionMap By(GraphView view, IReadOnlyList<RegionDefinition?> definitions, Func<RegionDefinition, IEnumerable<RegionPart>> rule) =>
        new(Regions, Label(view, definitions, rule), _elsewhere);

    private static ulong[] Label(GraphView view, IReadOnlyList<RegionDefinition?> definitions, Func<RegionDefinition, IEnumerable<RegionPart>> rule)
    {
        var containment = Containment.Of(view);
        var labels = new ulong[view.Snapshot.Entities.Capacity];
        for (var r = 0; r < definitions.Count; r++)
        {
            if (definitions[r] is not { } definition) continue;
            foreach (var part in rule(definition))
            {
                if (!part.IsPlace)
                {
                    labels[part.Entity] |= 1UL << r;
                    continue;
                }

                var within = containment.Within(part.Entity);
                foreach (var entity in view.Entities())
                {
                    if (entity != definition.Region && within.Contains(entity)) labels[entity] |= 1UL << r;
                }
            }
        }

        return labels;
    }

    /// <summary>The places that hold a region or a part of one.</summary>
    private static HashSet<int> OpenPlaces(GraphView view, Containment containment, IReadOnlyList<RegionDefinition?> definitions)
    {
        var open = new HashSet<int>();
        var regions = definitions.OfType<RegionDefinition>().Select(d => d.Region).ToList();
        var within = regions.Select(containment.Within).ToList();
        foreach (var place in HubProjection.PlaceKinds(view.Snapshot.Ontology).SelectMany(k => view.Entities(k)))
        {
            if (regions.Contains(place) || within.Any(w => w.Contains(place))) open.UnionWith(containment.Ancestors(place));
        }

        open.UnionWith(regions);
        return open;
    }
}
