namespace EcosystemGraph.Analytics;

/// <summary>What analytics may use of the machine. None of it changes a result.</summary>
public sealed record AnalyticsOptions
{
    /// <summary>The threads that one run uses at most, from 1 to 256; by default one a processor.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, Kernels.KernelContext.MaxThreads);

    /// <summary>How many runs compute at the same time; the others wait. At least 1.</summary>
    public int ConcurrentRuns { get; init; } = 2;

    /// <summary>
    /// The bytes that one run may take beside its graph: what is estimated to take more is refused. Null: three quarters of what the process may have, divided
    /// by the runs that compute at the same time.
    /// </summary>
    public long? RunBytes { get; init; }

    /// <summary>The bytes of results that are kept; the least recently used go first.</summary>
    public long CacheBytes { get; init; } = 128L << 20;

    /// <summary><see cref="RunBytes"/>, or what it stands for.</summary>
    internal long RunLimit => RunBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3 / ConcurrentRuns;
}
