using EcosystemGraph.Analytics.Statistics;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.App.Analysis;

/// <summary>How two results of the same things differ.</summary>
internal sealed record ResultComparison
{
    /// <summary>How many keys are in both with a value.</summary>
    public required int Common { get; init; }

    /// <summary>How many are in the first one only.</summary>
    public required int OnlyFirst { get; init; }

    /// <summary>How many are in the second one only.</summary>
    public required int OnlySecond { get; init; }

    /// <summary>Kendall's tau-b over the common ones; scores that agree to 12 digits tie. Null for partitions, and where it is not defined.</summary>
    public double? TauB { get; init; }

    /// <summary>The size of the top that is compared; 0 for partitions.</summary>
    public int Top { get; init; }

    /// <summary>The share of the first one's top that is in the second one's.</summary>
    public double? Overlap { get; init; }

    /// <summary>The largest moves of rank, the largest first.</summary>
    public IReadOnlyList<RankMove> Moves { get; init; } = [];

    /// <summary>The largest difference of scores.</summary>
    public double? LargestDifference { get; init; }

    /// <summary>The adjusted Rand index of partitions.</summary>
    public double? AdjustedRand { get; init; }

    /// <summary>The normalised mutual information of partitions.</summary>
    public double? NormalizedMutualInformation { get; init; }

    /// <summary>Compares two results. O(n log n).</summary>
    /// <param name="first">A result.</param>
    /// <param name="second">Another one.</param>
    /// <param name="top">The size of the top.</param>
    /// <exception cref="UsageException">One is a partition and the other is not, or they have nothing in common.</exception>
    public static ResultComparison Of(ResultFile first, ResultFile second, int top)
    {
        if (first.IsPartition != second.IsPartition) throw new UsageException("one is a partition, the other are scores; expected two of a kind");
        var (a, b) = (Defined(first), Defined(second));
        string[] common = [.. a.Intersect(b).Order(StringComparer.Ordinal)];
        if (common.Length == 0) throw new UsageException("the two have no id in common with a value in both");
        var counts = new ResultComparison { Common = common.Length, OnlyFirst = a.Count - common.Length, OnlySecond = b.Count - common.Length };
        if (!first.IsPartition) return counts.OfScores(first.Scores(), second.Scores(), common, top);
        var (one, other) = (Groups(first, common), Groups(second, common));
        return counts with
        {
            AdjustedRand = PartitionComparison.AdjustedRand(one, other),
            NormalizedMutualInformation = PartitionComparison.NormalizedMutualInformation(one, other),
        };
    }

    private ResultComparison OfScores(Dictionary<string, double> first, Dictionary<string, double> second, string[] common, int top)
    {
        var (a, b) = (Ranked.Of(first), Ranked.Of(second));
        var k = Math.Min(top, Math.Min(a.Order.Length, b.Order.Length));
        return this with
        {
            // Ranks, not scores: the last bits of equals may differ.
            TauB = KendallTau.Compute([.. common.Select(id => -(double)a.Ranks[id])], [.. common.Select(id => -(double)b.Ranks[id])]),
            Top = k,
            Overlap = (double)a.Order[..k].Intersect(b.Order[..k]).Count() / k,
            LargestDifference = common.Max(id => Math.Abs(first[id] - second[id])),
            Moves =
            [
                .. common.Select(id => new RankMove(id, a.Ranks[id], b.Ranks[id], first[id], second[id])).Where(m => m.FirstRank != m.SecondRank)
                    .OrderByDescending(m => Math.Abs(m.FirstRank - m.SecondRank)).ThenBy(m => m.Id, StringComparer.Ordinal),
            ],
        };
    }

    private static HashSet<string> Defined(ResultFile file) => file.Values.Where(v => v.Value is not null).Select(v => v.Key).ToHashSet(StringComparer.Ordinal);

    private static Partition Groups(ResultFile file, string[] ids)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var group = file.Values[ids[i]]!;
            if (!numbers.TryGetValue(group, out groups[i])) numbers.Add(group, groups[i] = numbers.Count);
        }

        return Partition.From(groups);
    }

    private sealed record Ranked(string[] Order, Dictionary<string, int> Ranks)
    {
        public static Ranked Of(Dictionary<string, double> scores)
        {
            string[] ids = [.. scores.Where(s => !double.IsNaN(s.Value)).Select(s => s.Key).Order(StringComparer.Ordinal)];
            var ranking = Ranking.Of(Array.ConvertAll(ids, id => scores[id]));
            return new Ranked([.. ranking.Order.Select(i => ids[i])], ranking.Order.ToDictionary(i => ids[i], i => ranking.RankOf(i)!.Value, StringComparer.Ordinal));
        }
    }
}

/// <summary>Somebody whose rank differs between two results.</summary>
/// <param name="Id">Who.</param>
/// <param name="FirstRank">The rank in the first.</param>
/// <param name="SecondRank">The rank in the second.</param>
/// <param name="FirstScore">The score in the first.</param>
/// <param name="SecondScore">The score in the second.</param>
internal sealed record RankMove(string Id, int FirstRank, int SecondRank, double FirstScore, double SecondScore);
