using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class BlocksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(50_000)]
    public void Every_vertex_belongs_to_exactly_one_block(int vertices)
    {
        foreach (int threads in (int[])[1, 2, 4])
        {
            int[] visits = new int[vertices];
            int[] blocks = new int[Blocks.Count(vertices)];
            Blocks.For(BigGraphs.Threads(threads), vertices, (block, from, to) =>
            {
                Interlocked.Increment(ref blocks[block]);
                Assert.Equal(block * 4096, from);
                for (int v = from; v < to; v++)
                {
                    visits[v]++;
                }
            });
            Assert.All(visits, count => Assert.Equal(1, count));
            Assert.All(blocks, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Sums_are_near_the_exact_sum() => Gen.Double[-1, 1].Array[0, 10_000].Sample(
        values => Near.Same((double)values.Sum(v => (decimal)v), Blocks.Sum(values), Near.Rounding), iter: 20);

    [Fact]
    public void Lanes_take_terms_in_turn()
    {
        // 1e17 swallows a 1 in its own lane only.
        Assert.Equal(2, Lanes.Sum([1e17, 1, 1, 1, -1e17]) - 1);
        Assert.Equal(0, Lanes.Sum([]));
        Assert.Equal(6, Lanes.Sum([1, 2, 3]));
        Assert.Equal(20, Lanes.Gather([3, 3, 0, 1, 2], [1, 2, 3, 7]));
        Assert.Equal(32, Lanes.Gather([3, 2, 1, 0, 0], [4, 1, 0, 1, 0.0], [1, 2, 3, 7]));
    }

    [Fact]
    public void An_exception_of_any_worker_reaches_the_caller_and_the_pool_goes_on()
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() =>
                Blocks.ForEach(BigGraphs.Threads(4), 100, (_, item) => throw new InvalidOperationException($"{item}")));
            Assert.True(int.Parse(thrown.Message) < 100);
        }
        int sum = 0;
        Blocks.ForEach(BigGraphs.Threads(4), 100, (_, item) => Interlocked.Add(ref sum, item));
        Assert.Equal(4950, sum);
    }

    [Fact]
    public void Runs_may_be_nested_and_many_at_once()
    {
        int inner = 0;
        Thread[] callers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            Blocks.ForEach(BigGraphs.Threads(3), 5, (_, _) =>
                Blocks.ForEach(BigGraphs.Threads(3), 7, (_, _) => Interlocked.Increment(ref inner)))))];
        Array.ForEach(callers, thread => thread.Start());
        Array.ForEach(callers, thread => thread.Join());
        Assert.Equal(8 * 5 * 7, inner);
    }

    [Fact]
    public void Workers_are_numbered_below_the_threads_and_never_share_a_number()
    {
        int[] inside = new int[4];
        Blocks.ForEach(BigGraphs.Threads(4), 1000, (worker, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside[worker]));
            Thread.SpinWait(50);
            Interlocked.Decrement(ref inside[worker]);
        });
    }

    [Fact]
    public void Cancellation_is_seen_before_the_next_item()
    {
        using var source = new CancellationTokenSource();
        int done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Blocks.ForEach(
            new KernelContext { Threads = 2, Cancellation = source.Token },
            1_000_000,
            (_, _) =>
            {
                if (Interlocked.Increment(ref done) == 10)
                {
                    source.Cancel();
                }
            }));
        Assert.InRange(done, 10, 999_999);
    }

    [Fact]
    public void Threads_out_of_range_are_refused()
    {
        Refusal.Is("BAD_ARGUMENT", "threads is 0", () => _ = new KernelContext { Threads = 0 });
        Refusal.Is("BAD_ARGUMENT", "threads is 257", () => _ = new KernelContext { Threads = 257 });
        Assert.Equal(Math.Min(Environment.ProcessorCount, 256), KernelContext.Default.Threads);
    }
}
