using EcosystemGraph.Analytics.Projections;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Which vertices of a projection lie in which of the compared regions.</summary>
internal sealed class RegionMembership
{
    /// <summary>The most regions that are set side by side: a vertex's regions are the bits of a number.</summary>
    public const int MostRegions = 64;

    private readonly ulong[] _labels;

    private RegionMembership(ulong[] labels, bool[] located, int regions)
    {
        _labels = labels;
        IsLocated = located;
        Located = located.Count(l => l);
        Members = [.. Enumerable.Range(0, regions).Select(r => labels.Select(l => (l >> r & 1) != 0).ToArray())];
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

    /// <summary>The regions of a vertex: bit r for region r.</summary>
    public ulong Labels(int vertex) => _labels[vertex];

    /// <summary>Reads off a map what concerns a projection. O(vertices).</summary>
    /// <param name="map">Who lies where.</param>
    /// <param name="projection">The projection.</param>
    public static RegionMembership Of(RegionMap map, Projection projection)
    {
        var vertices = projection.Entities.Count;
        var labels = new ulong[vertices];
        var located = new bool[vertices];
        for (var v = 0; v < vertices; v++)
        {
            labels[v] = map.Labels(projection.Entities[v]);
            located[v] = labels[v] != 0 || map.LiesElsewhere(projection.Entities[v]);
        }

        return new RegionMembership(labels, located, map.Regions);
    }
}
