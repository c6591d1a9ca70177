using System.Numerics;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// How high the members of regions would score if membership were chance: region labels permuted among the located entities of a kind, and among places with all that lies in them.
/// </summary>
internal static class MemberNulls
{
    /// <summary>For each region and measure, the mean of its members' scores against the draws of both models. O(draws × located × measures).</summary>
    /// <param name="membership">Who lies where.</param>
    /// <param name="kinds">The kind of each vertex.</param>
    /// <param name="places">The nearest place of each vertex that is none of the regions; null if there is none.</param>
    /// <param name="scores">For each measure a score for each vertex, NaN where there is none.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="context">Threads, seed, cancellation.</param>
    public static IReadOnlyList<HubNull>[][] Test(RegionMembership membership, IReadOnlyList<int> kinds, IReadOnlyList<int?> places, IReadOnlyList<double[]> scores, int draws,
        KernelContext context)
    {
        var located = Enumerable.Range(0, kinds.Count).Where(v => membership.IsLocated[v]).ToArray();
        var alone = new Units([.. located.Select(membership.Labels)], [.. located.Select(v => kinds[v])], [.. located.Select(v => new[] { v })]);

        // What lies in one place moves together. Members that are put in a region itself lie in no place that could move.
        var blocks = located.GroupBy(v => (Place: places[v] ?? -1 - v, Labels: membership.Labels(v))).ToList();
        var together = new Units([.. blocks.Select(b => b.Key.Labels)], new int[blocks.Count], [.. blocks.Select(b => b.ToArray())]);

        var regions = membership.Members.Count;
        var byKind = Draw(alone, regions, scores, draws, context);
        var byPlace = Draw(together, regions, scores, draws, context);
        return [.. Enumerable.Range(0, regions).Select(r => scores.Select((score, m) => Compare(r, score, byKind[m][r], byPlace[m][r])).ToArray())];

        IReadOnlyList<HubNull> Compare(int region, double[] score, double[] kind, double[] place)
        {
            var own = located.Where(v => membership.Members[region][v] && !double.IsNaN(score[v])).Select(v => score[v]).ToList();
            if (own.Count == 0 || draws == 0) return [];
            var observed = own.Sum() / own.Count;
            return [.. new[] { HubNull.Larger(HubNullModel.Kind, observed, kind), HubNull.Larger(HubNullModel.Place, observed, place) }.OfType<HubNull>()];
        }
    }

    /// <summary>The mean score of each region's members in every draw, by measure and region; NaN where it has none.</summary>
    private static double[][][] Draw(Units units, int regions, IReadOnlyList<double[]> scores, int draws, KernelContext context)
    {
        var sums = scores.Select(s => units.Members.Select(u => u.Where(v => !double.IsNaN(s[v])).Sum(v => s[v])).ToArray()).ToArray();
        var counts = scores.Select(s => units.Members.Select(u => u.Count(v => !double.IsNaN(s[v]))).ToArray()).ToArray();
        var means = scores.Select(_ => Enumerable.Range(0, regions).Select(_ => new double[draws]).ToArray()).ToArray();
        LabelPermutation.Sample(units.Labels, units.Strata, draws, context, Measure);
        return means;

        void Measure(int draw, ReadOnlySpan<ulong> labels)
        {
            Span<double> sum = stackalloc double[RegionMembership.MostRegions];
            Span<int> count = stackalloc int[RegionMembership.MostRegions];
            for (var m = 0; m < sums.Length; m++)
            {
                sum.Clear();
                count.Clear();
                for (var unit = 0; unit < labels.Length; unit++)
                {
                    for (var rest = labels[unit]; rest != 0; rest &= rest - 1)
                    {
                        var region = BitOperations.TrailingZeroCount(rest);
                        sum[region] += sums[m][unit];
                        count[region] += counts[m][unit];
                    }
                }

                for (var region = 0; region < regions; region++) means[m][region][draw] = count[region] == 0 ? double.NaN : sum[region] / count[region];
            }
        }
    }

    /// <summary>What gets a label as one: the regions' labels, the strata within which they move, and the vertices.</summary>
    private sealed record Units(ulong[] Labels, int[] Strata, int[][] Members);
}
