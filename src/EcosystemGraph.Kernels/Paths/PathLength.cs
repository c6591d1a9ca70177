namespace EcosystemGraph.Kernels;

/// <summary>How long an arc is to a measure of paths.</summary>
public enum PathLength
{
    /// <summary>Every arc has length 1; weights are not read.</summary>
    Unweighted,

    /// <summary>The weight is the length. A graph without weights has lengths 1.</summary>
    Weight,

    /// <summary>The weight is a strength, its inverse the length; it must be above 0.</summary>
    Inverse,
}
