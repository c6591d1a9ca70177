using System.Globalization;
using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class RankingTests
{
    [Fact]
    public void Ties_share_a_rank_and_are_shown_in_the_order_of_the_vertices()
    {
        Ranking ranking = Ranking.Of((double[])[1, 7, 5, 7, 5, 5]);
        Assert.Equal([1, 3, 2, 4, 5, 0], ranking.Order);
        Assert.Equal([6, 1, 3, 1, 3, 3], Enumerable.Range(0, 6).Select(v => ranking.RankOf(v)!.Value));
    }

    [Fact]
    public void Undefined_scores_have_no_rank()
    {
        Ranking ranking = Ranking.Of((double?[])[null, -0.0, 3, 0.0, null]);
        Assert.Equal([2, 1, 3], ranking.Order);
        Assert.Equal([null, 2, 1, 2, null], Enumerable.Range(0, 5).Select(ranking.RankOf));
        Assert.Empty(Ranking.Of(ReadOnlySpan<double?>.Empty).Order);
    }

    [Fact]
    public void Twelve_digits_decide()
    {
        Assert.Equal(1, Ranking.Of((double[])[0.1 + 0.2, 0.3]).RankOf(1));
        Assert.Equal(2, Ranking.Of((double[])[1.00000000001, 1]).RankOf(1));
        Assert.Equal(1, Ranking.Of((double[])[1.000000000001, 1]).RankOf(1));

        // Close, but on two sides of a rounding boundary.
        Assert.Equal(2, Ranking.Of((double[])[1.000000000005001, 1.000000000004999]).RankOf(1));
    }

    [Fact]
    public void A_rank_is_one_more_than_the_number_of_larger_rounded_scores()
    {
        Gen<double> score = Gen.OneOf(
            Gen.Int[-3, 3].Select(x => x / 7.0),
            Gen.Select(Gen.Int[-3, 3], Gen.Int[-40, 40], (x, e) => x / 7.0 + e * 1e-13),
            Gen.Select(Gen.Int[1, 3], Gen.Int[-300, 300], (x, e) => x * Math.Pow(10, e)),
            Gen.Double);
        score.Where(double.IsFinite).Array[0, 30].Sample(scores =>
        {
            Ranking ranking = Ranking.Of(scores);
            double[] rounded = [.. scores.Select(s => double.Parse(s.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
            Assert.Equal(rounded.Select(r => 1 + rounded.Count(other => other > r)), Enumerable.Range(0, scores.Length).Select(v => ranking.RankOf(v)!.Value));
            Assert.Equal(Enumerable.Range(0, scores.Length).OrderBy(v => ranking.RankOf(v)).ThenBy(v => v), ranking.Order);
        });
    }

    [Fact]
    public void NaN_is_refused() => Refusal.Is("BAD_ARGUMENT", "vertex 1 is NaN", () => Ranking.Of((double[])[1, double.NaN]));
}
