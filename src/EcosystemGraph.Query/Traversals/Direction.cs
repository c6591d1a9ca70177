namespace EcosystemGraph.Query.Traversals;

/// <summary>The way in which relations are followed. Symmetric relations are followed either way.</summary>
public enum Direction
{
    /// <summary>From their start to their end.</summary>
    Out,

    /// <summary>From their end to their start.</summary>
    In,

    /// <summary>Either way.</summary>
    Both,
}
