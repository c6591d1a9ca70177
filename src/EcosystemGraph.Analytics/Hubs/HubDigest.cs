using EcosystemGraph.Kernels;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Hubs;

/// <summary>The digest of a comparison of regions: of every number in it under a name of its own.</summary>
internal static class HubDigest
{
    public static string Compute(GraphSnapshot snapshot, IReadOnlyList<HubRegion> regions, double? agreement)
    {
        var names = new List<string> { "agreement" };
        var numbers = new List<double?> { agreement };
        foreach (var region in regions)
        {
            var id = snapshot.Entities.Id(region.Region);
            Add(id, "definition", 0, region.Definition);
            Add(id, "members", region.Members);
            Add(id, "stated-members", region.StatedMembers);
            Add(id, "located", region.Located);
            Add(id, "unlocated", region.Unlocated);
            Add(id, "within", region.Within);
            Add(id, "across", region.Across);
            Add(id, "ei-index", region.EiIndex);
            AddNull(id, "ei-index", region.EiNull);
            foreach (var count in region.Counts) Add(id, "count", count.Count, count.Kind.Name);
            foreach (var (gateway, i) in region.Gateways.Select((g, i) => (g, i)))
                Add(id, "gateway", gateway.Score, $"{i}", snapshot.Entities.Id(gateway.Source), snapshot.Entities.Id(gateway.Target));
            foreach (var measure in region.Measures)
            {
                var name = measure.Measure.Name;
                Add(id, name, measure.Sum, "sum");
                Add(id, name, measure.Mean, "mean");
                Add(id, name, measure.Median, "median");
                Add(id, name, measure.TopDecile, "top-decile");
                Add(id, name, measure.Lift, "lift");
                Add(id, name, measure.WithoutTop, "without-top");
                Add(id, name, measure.Rank, "rank");
                Add(id, name, measure.RankMin, "rank-min");
                Add(id, name, measure.RankMax, "rank-max");
                Add(id, name, measure.FirstShare, "first-share");
                Add(id, name, measure.P, "p");
                Add(id, name, (int)measure.Verdict, "verdict");
                foreach (var drawn in measure.Nulls) AddNull(id, name, drawn);
                foreach (var top in measure.Top) Add(id, name, top.Score, "top", snapshot.Entities.Id(top.Entity));
            }
        }

        return ScoreDigest.Compute(names.ToArray(), numbers.ToArray());

        void AddNull(string region, string what, HubNull? drawn)
        {
            if (drawn is null) return;
            Add(region, what, drawn.Draws, "draws", $"{drawn.Model}");
            Add(region, what, drawn.Mean, "drawn-mean", $"{drawn.Model}");
            Add(region, what, drawn.Z, "z", $"{drawn.Model}");
            Add(region, what, drawn.P, "p", $"{drawn.Model}");
        }

        void Add(string region, string what, double? number, params string[] of)
        {
            names.Add(string.Join('\n', [region, what, .. of]));
            numbers.Add(number);
        }
    }
}
