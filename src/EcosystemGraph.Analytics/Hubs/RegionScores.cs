using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>A measure's scores summed up over the members of regions, against all located entities.</summary>
internal static class RegionScores
{
    private const int ShownMembers = 5;

    /// <summary>One summary for each region. O(regions × vertices log vertices).</summary>
    public static HubMeasure[] Of(Projection projection, RegionMembership membership, CentralityRun run)
    {
        var located = new List<int>();
        for (var v = 0; v < projection.Entities.Count; v++)
        {
            if (membership.IsLocated[v] && !double.IsNaN(Score(v))) located.Add(v);
        }

        var scores = located.Select(Score).ToArray();
        var total = scores.Sum();
        var decile = TopDecile(located, scores);
        var summaries = membership.Members.Select(members => Summary(members)).ToArray();
        var ranking = Ranking.Of(summaries.Select(s => s.Lift).ToArray());
        return [.. summaries.Select((s, r) => s with { Rank = ranking.RankOf(r) })];

        double Score(int vertex) => run.ByEntity[projection.Entities[vertex]];

        HubMeasure Summary(bool[] members)
        {
            var own = located.Where(v => members[v]).Select(Score).ToArray();
            var sum = own.Sum();
            var top = own.Length == 0 ? 0 : own.Max();
            return new HubMeasure
            {
                Measure = MeasureCatalog.Find(run.Record.Measure)!,
                Sum = sum,
                Mean = own.Length == 0 ? null : sum / own.Length,
                Median = Median(own),
                TopDecile = decile.Count == 0 ? null : (double)decile.Count(v => members[v]) / decile.Count,
                Lift = Lift(sum, own.Length, total, located.Count),
                WithoutTop = Lift(sum - top, own.Length - 1, total - top, located.Count - 1),
                Top = [.. run.Scores.Where(s => members[projection.VertexOf(s.Entity)]).Take(ShownMembers)],
            };
        }
    }

    /// <summary>The located vertices in the first tenth, with those that tie with its last; none if that is all of them.</summary>
    private static List<int> TopDecile(List<int> located, double[] scores)
    {
        var ranking = Ranking.Of(scores);
        if (ranking.Order.Count == 0) return [];
        var last = ranking.RankOf(ranking.Order[((located.Count + 9) / 10) - 1]);
        var decile = ranking.Order.TakeWhile(i => ranking.RankOf(i) <= last).Select(i => located[i]).ToList();
        return decile.Count == located.Count ? [] : decile;
    }

    private static double? Lift(double sum, int count, double total, int all) =>
        count <= 0 || !(total > 0) ? null : sum / total / ((double)count / all);

    private static double? Median(double[] values)
    {
        if (values.Length == 0) return null;
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
