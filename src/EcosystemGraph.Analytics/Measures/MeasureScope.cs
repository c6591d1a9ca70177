namespace EcosystemGraph.Analytics.Measures;

/// <summary>What a measure gives numbers to.</summary>
public enum MeasureScope
{
    /// <summary>Each entity.</summary>
    Entity,

    /// <summary>Each edge.</summary>
    Edge,

    /// <summary>Pairs of entities.</summary>
    Pair,

    /// <summary>A partition of the entities.</summary>
    Partition,

    /// <summary>The whole graph.</summary>
    Graph,

    /// <summary>Paths between two entities.</summary>
    Path,
}
