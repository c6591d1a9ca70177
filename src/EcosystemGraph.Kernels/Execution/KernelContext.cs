namespace EcosystemGraph.Kernels;

/// <summary>How far a kernel has come.</summary>
/// <param name="Phase">The measure or the step of it, in lower case with hyphens.</param>
/// <param name="Done">Units done: rounds, sources or vertices, as the phase counts them.</param>
/// <param name="Total">Units in all; for iterative kernels the most that will be tried.</param>
public readonly record struct KernelProgress(string Phase, long Done, long Total);

/// <summary>
/// What a run is given beside its graph and its options: threads, cancellation, progress and seed. None but the seed changes a result.
/// </summary>
public sealed record KernelContext
{
    /// <summary>The largest number of threads that can be asked for.</summary>
    public const int MaxThreads = 256;

    /// <summary>All processors, no cancellation, no progress, seed 0.</summary>
    public static KernelContext Default { get; } = new();

    private readonly int threads = Math.Min(Environment.ProcessorCount, MaxThreads);

    /// <summary>The threads that a kernel uses at most, the caller's included; 1 to <see cref="MaxThreads"/>, by default one a processor.</summary>
    /// <exception cref="KernelException">BAD_ARGUMENT: out of range.</exception>
    public int Threads
    {
        get => threads;
        init => threads = value is >= 1 and <= MaxThreads
            ? value
            : throw KernelException.BadArgument($"threads is {value}, expected 1 to {MaxThreads}.");
    }

    /// <summary>
    /// Stops the run with <see cref="OperationCanceledException"/>. It is polled before every block of at most 4,096 vertices and before
    /// every single-source search: less than 100 ms apart on graphs up to tens of millions of edges.
    /// </summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told after each round, source or batch, from any of the run's threads; null tells nobody.</summary>
    public IProgress<KernelProgress>? Progress { get; init; }

    /// <summary>The seed of kernels that draw; every draw is a function of (seed, vertex, round).</summary>
    public ulong Seed { get; init; }

    internal void Report(string phase, long done, long total) => Progress?.Report(new KernelProgress(phase, done, total));
}
