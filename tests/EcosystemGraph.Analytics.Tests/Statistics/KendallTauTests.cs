using CsCheck;
using EcosystemGraph.Analytics.Statistics;

namespace EcosystemGraph.Analytics.Tests.Statistics;

public sealed class KendallTauTests
{
    [Fact]
    public void It_equals_the_count_over_all_pairs() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 30].Sample(pairs =>
    {
        long concordant = 0, discordant = 0, onlyX = 0, onlyY = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (x, y) = (pairs[i].Item1.CompareTo(pairs[j].Item1), pairs[i].Item2.CompareTo(pairs[j].Item2));
                if (x * y > 0) concordant++;
                else if (x * y < 0) discordant++;
                else if (x != 0) onlyX++;
                else if (y != 0) onlyY++;
            }
        }

        var product = (double)(concordant + discordant + onlyX) * (concordant + discordant + onlyY);
        var expected = product == 0 ? (double?)null : (concordant - discordant) / Math.Sqrt(product);
        Assert.Equal(expected, KendallTau.Compute([.. pairs.Select(p => (double)p.Item1)], [.. pairs.Select(p => (double)p.Item2)]));
    });

    [Fact]
    public void Lists_of_different_lengths_are_refused() => Assert.Throws<ArgumentException>(() => KendallTau.Compute([1], [1, 2]));
}
