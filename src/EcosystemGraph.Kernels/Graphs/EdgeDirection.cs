namespace EcosystemGraph.Kernels;

/// <summary>Which arcs of a directed graph a measure follows. On an undirected graph all three are the same.</summary>
public enum EdgeDirection
{
    /// <summary>Arcs that leave the vertex.</summary>
    Out,

    /// <summary>Arcs that enter the vertex.</summary>
    In,

    /// <summary>Both.</summary>
    All,
}
