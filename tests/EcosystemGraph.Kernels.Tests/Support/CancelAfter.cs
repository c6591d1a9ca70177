namespace EcosystemGraph.Kernels.Tests;

/// <summary>Cancels a run from inside, at its n-th report of progress, and so proves that the kernel polls after it.</summary>
internal sealed class CancelAfter(int reports) : IProgress<KernelProgress>, IDisposable
{
    private readonly CancellationTokenSource source = new();
    private int seen;

    public int Seen => seen;

    public KernelContext Context(int threads = 2) => new() { Threads = threads, Cancellation = source.Token, Progress = this };

    public void Report(KernelProgress value)
    {
        if (Interlocked.Increment(ref seen) == reports)
        {
            source.Cancel();
        }
    }

    public void Dispose() => source.Dispose();

    /// <summary>Runs a kernel that must stop soon after the first report, and at once when it is cancelled before it starts.</summary>
    public static void Proves(Action<KernelContext> kernel)
    {
        using var during = new CancelAfter(1);
        Assert.ThrowsAny<OperationCanceledException>(() => kernel(during.Context()));
        Assert.InRange(during.Seen, 1, 8);

        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => kernel(new KernelContext { Cancellation = before.Token }));
    }
}
