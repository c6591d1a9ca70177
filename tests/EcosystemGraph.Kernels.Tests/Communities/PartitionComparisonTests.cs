using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class PartitionComparisonTests
{
    private static readonly Gen<(int[] First, int[] Second)> Cases =
        from n in Gen.Int[0, 12] from first in Gen.Int[0, 3].Array[n] from second in Gen.Int[0, 3].Array[n] select (first, second);

    [Fact]
    public void Adjusted_Rand_counts_pairs() => Cases.Sample(given =>
    {
        (int[] x, int[] y) = given;
        double both = 0, inX = 0, inY = 0, pairs = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                pairs++;
                inX += x[i] == x[j] ? 1 : 0;
                inY += y[i] == y[j] ? 1 : 0;
                both += x[i] == x[j] && y[i] == y[j] ? 1 : 0;
            }
        }
        double chance = pairs == 0 ? 0 : inX * inY / pairs, most = (inX + inY) / 2;
        double expected = most == chance ? 1 : (both - chance) / (most - chance);
        Assert.True(Near.Same(expected, PartitionComparison.AdjustedRand(Partition.From(x), Partition.From(y)), Near.Rounding));
    });

    [Fact]
    public void Mutual_information_is_by_its_definition() => Cases.Sample(given =>
    {
        (int[] x, int[] y) = given;
        double n = x.Length, information = 0;
        double Share(Func<int, bool> isIn) => Enumerable.Range(0, x.Length).Count(isIn) / n;
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                double joint = n == 0 ? 0 : Share(i => x[i] == a && y[i] == b);
                information += joint == 0 ? 0 : joint * Math.Log(joint / (Share(i => x[i] == a) * Share(i => y[i] == b)));
            }
        }
        double Entropy(int[] labels) => labels.GroupBy(l => l).Sum(g => -g.Count() / n * Math.Log(g.Count() / n));
        double entropies = Entropy(x) + Entropy(y);
        Assert.True(Near.Same(
            entropies == 0 ? 1 : 2 * information / entropies, PartitionComparison.NormalizedMutualInformation(Partition.From(x), Partition.From(y)), Near.Rounding));
    });

    [Fact]
    public void A_partition_is_like_itself_and_trivial_ones_are_alike()
    {
        Partition one = Partition.From([1, 1, 1]), each = Partition.From([0, 1, 2]);
        foreach (Partition same in (Partition[])[one, each, Partition.From([]), Partition.From([0, 0, 1])])
        {
            Assert.Equal(1, PartitionComparison.AdjustedRand(same, same));
            Assert.Equal(1, PartitionComparison.NormalizedMutualInformation(same, same), 12);
        }
        Assert.Equal(0, PartitionComparison.AdjustedRand(one, each));
        Assert.Equal(0, PartitionComparison.NormalizedMutualInformation(one, each));
        Refusal.Is("BAD_ARGUMENT", "3 labels and the other 0", () => PartitionComparison.AdjustedRand(one, Partition.From([])));
    }
}
