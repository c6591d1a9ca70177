using EcosystemGraph.Analytics.Projections;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Which regions to set side by side, and by what.</summary>
public sealed record HubRequest
{
    /// <summary>The regions: entities in which others lie; null for those of the ontology's region kinds that its rule shows.</summary>
    public IReadOnlyList<int>? Regions { get; init; }

    /// <summary>The measures, with their default parameters; null for degree, PageRank and, unless the projection is too large for it, betweenness.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>The projection; null for the default one. Regions, places, documents and the relations of location are left out of it.</summary>
    public ProjectionSpec? Projection { get; init; }

    /// <summary>The draws of each null model when nothing else is asked for.</summary>
    public const int DefaultDraws = 9_999;

    /// <summary>The most draws.</summary>
    public const int MostDraws = 99_999;

    /// <summary>The draws of each null model, from 0 (none: no z, no p) to <see cref="MostDraws"/>.</summary>
    public int Draws { get; init; } = DefaultDraws;

    /// <summary>The seed of the draws.</summary>
    public int Seed { get; init; }
}
