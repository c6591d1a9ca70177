namespace EcosystemGraph.Kernels;

/// <summary>What Louvain and Leiden maximise.</summary>
public enum CommunityObjective
{
    /// <summary>Modularity with the resolution γ; on directed graphs that of Leicht and Newman.</summary>
    Modularity,

    /// <summary>The constant Potts model with the resolution γ, which has no resolution limit.</summary>
    ConstantPotts,
}

/// <summary>The parameters of <see cref="Louvain"/> and <see cref="Leiden"/>.</summary>
public sealed record CommunityOptions
{
    /// <summary>The iterations, as igraph's Leiden has them.</summary>
    public const int DefaultIterations = 2;

    /// <summary>The defaults: modularity at resolution 1.</summary>
    public static CommunityOptions Default { get; } = new();

    /// <summary>What is maximised.</summary>
    public CommunityObjective Objective { get; init; } = CommunityObjective.Modularity;

    /// <summary>γ, at least 0: larger values give smaller communities.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>How often to go up the levels, after the first time from the own result; at least 1. It ends sooner when nothing changes.</summary>
    public int Iterations { get; init; } = DefaultIterations;

    internal void Check()
    {
        if (!(Resolution >= 0 && Resolution <= CsrGraph.MaxWeight))
        {
            throw KernelException.BadArgument($"resolution is {Resolution:R}, expected a number from 0 to {CsrGraph.MaxWeight:R}.");
        }
        if (Iterations < 1)
        {
            throw KernelException.BadArgument($"iterations is {Iterations}, expected at least 1.");
        }
    }
}

/// <summary>Communities and how good they are.</summary>
/// <param name="Partition">The communities.</param>
/// <param name="Quality">The objective, as <see cref="PartitionQuality"/> has it; null where it has no value.</param>
public sealed record CommunityResult(Partition Partition, double? Quality);
