namespace EcosystemGraph.Kernels;

/// <summary>The parameters of <see cref="PageRank"/>.</summary>
public sealed record PageRankOptions
{
    /// <summary>The damping of Brin and Page.</summary>
    public const double DefaultDamping = 0.85;

    /// <summary>Where the rounds stop: the largest relative change of any score.</summary>
    public const double DefaultTolerance = 1e-10;

    /// <summary>After so many rounds without reaching the tolerance the run fails.</summary>
    public const int DefaultMaxRounds = 1000;

    /// <summary>The defaults.</summary>
    public static PageRankOptions Default { get; } = new();

    /// <summary>The probability of following an arc rather than teleporting; at least 0, below 1.</summary>
    public double Damping { get; init; } = DefaultDamping;

    /// <summary>The largest relative change of any score at which the rounds stop; above 0.</summary>
    public double Tolerance { get; init; } = DefaultTolerance;

    /// <summary>The most rounds that are tried; at least 1.</summary>
    public int MaxRounds { get; init; } = DefaultMaxRounds;

    /// <summary>
    /// Where teleports go: a weight for each vertex, finite, at least 0, not all 0; scaled to sum 1. Null means all vertices alike.
    /// Dangling mass goes there too.
    /// </summary>
    public IReadOnlyList<double>? Teleport { get; init; }

    /// <summary>Runs exactly so many rounds and looks at no tolerance, as benchmarks do; null iterates to the tolerance.</summary>
    public int? FixedRounds { get; init; }
}
