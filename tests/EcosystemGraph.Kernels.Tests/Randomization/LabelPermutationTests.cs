using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class LabelPermutationTests
{
    [Fact]
    public void Every_draw_has_the_labels_of_each_stratum() => Gen.Select(Gen.ULong[0, 4], Gen.Int[-2, 2]).Array[0, 30].Sample(items =>
    {
        ulong[] labels = [.. items.Select(i => i.Item1)];
        int[] strata = [.. items.Select(i => i.Item2)];
        foreach (var draw in Draw(labels, strata, 10, 2))
        {
            foreach (int stratum in strata.Distinct())
            {
                Assert.Equal(labels.Where((_, i) => strata[i] == stratum).Order(), draw.Where((_, i) => strata[i] == stratum).Order());
            }
        }
    }, iter: 200);

    [Fact]
    public void Every_order_is_drawn_as_often_as_any_other()
    {
        const int draws = 24_000;
        var counts = Draw([1, 2, 3, 4], [0, 0, 0, 0], draws, 2).GroupBy(d => string.Join(',', d)).Select(g => g.Count()).ToList();
        Assert.Equal(24, counts.Count);
        Assert.All(counts, c => Assert.InRange(c, 1000 - 160, 1000 + 160));
    }

    [Fact]
    public void The_draws_are_the_same_at_any_number_of_threads()
    {
        ulong[] labels = [.. Enumerable.Range(0, 100).Select(i => (ulong)i % 7)];
        int[] strata = [.. Enumerable.Range(0, 100).Select(i => i % 3)];
        var one = Draw(labels, strata, 1000, 1);
        Assert.Equal(one, Draw(labels, strata, 1000, 4));
        Assert.Equal(one.Take(10), Draw(labels, strata, 10, 1));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Contains("1 strata for 2 labels", Assert.Throws<KernelException>(() => Draw([1, 2], [0], 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("draws is -3", Assert.Throws<KernelException>(() => Draw([1], [0], -3, 1)).Message, StringComparison.Ordinal);
    }

    private static ulong[][] Draw(ulong[] labels, int[] strata, int draws, int threads)
    {
        ulong[][] drawn = new ulong[Math.Max(0, draws)][];
        LabelPermutation.Sample(labels, strata, draws, new KernelContext { Threads = threads, Seed = 9 }, (draw, permuted) => drawn[draw] = permuted.ToArray());
        return drawn;
    }
}
