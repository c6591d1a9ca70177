namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// The mean score of a region's members. Regions that share a complement's base stand by it as they do by their lift, for the scores and the number of all located entities are the same for each.
/// </summary>
internal readonly record struct MemberMeans(double Sum, int Count)
{
    /// <summary>Null without members that have a score.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;

    public static MemberMeans[] Of(RegionMembership membership, double[] scores)
    {
        var means = new MemberMeans[membership.Members.Count];
        for (var r = 0; r < means.Length; r++)
        {
            var members = membership.Members[r];
            var (sum, count) = (0.0, 0);
            for (var v = 0; v < members.Length; v++)
            {
                if (!members[v] || double.IsNaN(scores[v])) continue;
                sum += scores[v];
                count++;
            }

            means[r] = new MemberMeans(sum, count);
        }

        return means;
    }

    /// <summary>The largest mean that it could have if some of these lay in it too.</summary>
    public double Best(IReadOnlyList<int> candidates, double[] scores) => Extreme(candidates.Select(v => scores[v]).Where(s => !double.IsNaN(s)).OrderDescending(), largest: true);

    /// <summary>The smallest mean that it could have if some of these lay in it too.</summary>
    public double Worst(IReadOnlyList<int> candidates, double[] scores) => Extreme(candidates.Select(v => scores[v]).Where(s => !double.IsNaN(s)).Order(), largest: false);

    private double Extreme(IEnumerable<double> scores, bool largest)
    {
        var (sum, count) = (Sum, Count);
        foreach (var score in scores)
        {
            if (largest ? score * count <= sum : score * count >= sum) break;
            sum += score;
            count++;
        }

        return sum / count;
    }
}
