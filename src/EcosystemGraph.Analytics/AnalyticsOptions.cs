namespace EcosystemGraph.Analytics;

/// <summary>What analytics may use of the machine. None of it changes a result.</summary>
public sealed record AnalyticsOptions
{
    /// <summary>The threads that one run uses at most, from 1 to 256; by default one a processor.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, Kernels.KernelContext.MaxThreads);

    /// <summary>How many runs compute at the same time; the others wait. At least 1.</summary>
    public int ConcurrentRuns { get; init; } = 2;

    /// <summary>The bytes of results that are kept; the least recently used go first.</summary>
    public long CacheBytes { get; init; } = 128L << 20;
}
