namespace EcosystemGraph.Kernels;

/// <summary>What becomes of the weights of parallel edges when they are merged into one.</summary>
public enum ParallelWeights
{
    /// <summary>The merged graph has no weights.</summary>
    None,

    /// <summary>Strengths add; an edge without a weight counts 1, so that an unweighted graph gets multiplicities.</summary>
    Sum,

    /// <summary>Distances take the least; an edge without a weight counts 1.</summary>
    Minimum,
}
