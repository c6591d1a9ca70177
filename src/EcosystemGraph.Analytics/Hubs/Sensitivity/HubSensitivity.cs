using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.Kernels;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>
/// Where the regions stand if one had chosen otherwise: every combination of a setting, a way to read the definitions, and unlocated entities left out, at their best and
/// at their worst for a region. Steegen, S. et al. (2016). Increasing transparency through a multiverse analysis. Perspectives on Psychological Science 11, 702–712.
/// </summary>
internal static class HubSensitivity
{
    /// <summary>For each region and measure its ranks over all specifications. O(settings × (measures + definitions × vertices × regions)); graphs that recur are scored once.</summary>
    public static (RankTally[][] Tallies, int Specifications) Test(GraphView view, ProjectionSpec spec, IReadOnlyList<int> regions, IReadOnlyList<string> measures, int threads,
        CancellationToken cancellationToken)
    {
        var settings = HubSetting.All(view, spec);
        var views = HubViews.All(view);
        var ids = regions.Select(view.Snapshot.Entities.Id).ToList();
        var scores = new SettingScores(measures, cancellationToken);
        var graphs = new (Projection Projection, IReadOnlyList<Lazy<double[]?>> Scores)[views.Count][];
        var tallies = new (RankTally[][] Tallies, int Count)[views.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, views.Count, parallel, i => graphs[i] = [.. settings.Select(setting =>
        {
            var projection = Projection.Build(views[i], setting.Spec, cancellationToken);
            return (projection, scores.Of(views[i], setting, projection));
        })]);
        // Each graph once, before anybody waits for what another thread computes.
        scores.Compute(parallel);
        Parallel.For(0, views.Count, parallel, i => tallies[i] = Tally(views[i], graphs[i], ids, scores.Count));

        var sum = Tallies(regions.Count, measures.Count);
        foreach (var (setting, _) in tallies)
        {
            for (var r = 0; r < regions.Count; r++)
            {
                for (var m = 0; m < measures.Count; m++) sum[r][m].Add(setting[r][m]);
            }
        }

        return (sum, tallies.Sum(t => t.Count));
    }

    private static RankTally[][] Tallies(int regions, int measures) =>
        [.. Enumerable.Range(0, regions).Select(_ => Enumerable.Range(0, measures).Select(_ => new RankTally()).ToArray())];

    private static (RankTally[][] Tallies, int Count) Tally(GraphView view, (Projection Projection, IReadOnlyList<Lazy<double[]?>> Scores)[] graphs, List<string> regions, int measures)
    {
        RegionDefinition?[] definitions =
            [.. regions.Select(id => view.Snapshot.Entities.TryFind(id, out var region) && view.Sees(region) ? RegionDefinition.Of(view, region) : null)];
        var all = RegionMap.Of(view, definitions);
        var maps = DefinitionRule.Of(view.Snapshot, definitions).Select(rule => all.By(view, definitions, rule.Select)).ToList();
        var tallies = Tallies(regions.Count, measures);
        foreach (var (projection, byMeasure) in graphs)
        {
            foreach (var map in maps)
            {
                var membership = RegionMembership.Of(map, projection);
                var unlocated = UnlocatedEntities.Of(view, projection, membership);
                for (var m = 0; m < byMeasure.Count; m++)
                {
                    if (byMeasure[m].Value is { } score) Tally([.. tallies.Select(ofRegion => ofRegion[m])], membership, unlocated, score);
                }
            }
        }

        return (tallies, 3 * graphs.Length * maps.Count);
    }

    private static void Tally(RankTally[] tallies, RegionMembership membership, UnlocatedEntities unlocated, double[] scores)
    {
        var means = MemberMeans.Of(membership, scores);
        // Where all regions score alike nobody is first.
        if (means.Select(m => m.Mean).OfType<double>().Distinct().Count() < 2) return;
        for (var r = 0; r < tallies.Length; r++)
        {
            if (means[r].Mean is not { } mean) continue;
            tallies[r].Add(RankAmong(means, r, mean));
            tallies[r].Add(RankAmong(means, r, means[r].Best(unlocated.Of(r), scores)));
            tallies[r].Add(RankAmong(means, r, means[r].Worst(unlocated.Of(r), scores)));
        }
    }

    /// <summary>The rank of a region with this mean among the others as they are.</summary>
    private static int RankAmong(MemberMeans[] means, int region, double mean) =>
        Ranking.Of([.. means.Select((other, r) => r == region ? mean : other.Mean)]).RankOf(region)!.Value;
}
