namespace EcosystemGraph.Kernels;

/// <summary>What is done with one block of vertices.</summary>
/// <param name="block">The number of the block.</param>
/// <param name="from">Its first vertex.</param>
/// <param name="to">The vertex after its last.</param>
internal delegate void BlockBody(int block, int from, int to);

/// <summary>
/// The deterministic scheduler. Vertices are cut into fixed blocks of 4,096, whatever the threads; a block is one task. Which thread takes it
/// is open, what it computes is not: it writes only its own vertices and its own partial, and partials are added pairwise in block order.
/// </summary>
internal static class Blocks
{
    public const int Size = 4096;

    public static int Count(int vertices) => (int)(((long)vertices + Size - 1) / Size);

    /// <summary>Runs the body once for every block. Cancellation is polled before each.</summary>
    public static void For(KernelContext context, int vertices, BlockBody body) =>
        ForEach(context, Count(vertices), (_, block) => body(block, block * Size, (int)Math.Min(vertices, ((long)block + 1) * Size)));

    /// <summary>
    /// Runs the body for every item of 0..count−1, taken in order by up to <see cref="KernelContext.Threads"/> workers; the body is told its worker
    /// (below the number of threads) and the item. Cancellation is polled before each item.
    /// </summary>
    public static void ForEach(KernelContext context, int count, Action<int, int> body)
    {
        int next = 0;
        CancellationToken cancellation = context.Cancellation;
        cancellation.ThrowIfCancellationRequested();
        WorkerPool.Run(Math.Min(context.Threads, count), worker =>
        {
            int item;
            try
            {
                while ((item = Interlocked.Increment(ref next) - 1) < count)
                {
                    cancellation.ThrowIfCancellationRequested();
                    body(worker, item);
                }
            }
            catch
            {
                // The other workers stop at their next item.
                Volatile.Write(ref next, count);
                throw;
            }
        });
    }

    /// <summary>Makes of each count the sum of those before it, as where a block's share of an array starts; returns the sum of all.</summary>
    public static int RunningSums(Span<int> counts)
    {
        int sum = 0;
        foreach (ref int count in counts)
        {
            (count, sum) = (sum, sum + count);
        }
        return sum;
    }

    /// <summary>Sum over fixed blocks, in each over four lanes, then pairwise.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double[] partials = new double[Count(values.Length)];
        for (int block = 0; block < partials.Length; block++)
        {
            int from = block * Size;
            partials[block] = Lanes.Sum(values.Slice(from, Math.Min(Size, values.Length - from)));
        }
        return Pairwise(partials);
    }

    /// <summary>Pairwise sum in a shape that depends on the length alone; 0 for none.</summary>
    public static double Pairwise(ReadOnlySpan<double> partials) => partials.Length switch
    {
        0 => 0,
        1 => partials[0],
        int length => Pairwise(partials[..(length / 2)]) + Pairwise(partials[(length / 2)..]),
    };

    /// <summary>The largest partial; 0 for none.</summary>
    public static double Max(ReadOnlySpan<double> partials)
    {
        double max = 0;
        foreach (double partial in partials)
        {
            max = Math.Max(max, partial);
        }
        return max;
    }
}
