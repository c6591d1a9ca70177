using System.Globalization;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>
/// Ranks that leave out a place, of indicators that are said to be complete. Entities that share a rank may leave out the places that they share (1, 2, 2, 4) or not
/// (1, 2, 2, 3). A note on the row after the gap explains it.
/// </summary>
internal static class RankGaps
{
    private const string Rank = "rank";

    public static IEnumerable<QualityWarning> Find(IReadOnlyList<Fact> facts)
    {
        var complete = facts.OfType<IndicatorFact>().Where(i => i.Complete).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var ranks = PreferredFigures.Of(facts).Where(o => o is { Unit: Rank, Qualifier: Qualifier.Exact, Value: not null } && complete.Contains(o.Indicator));
        foreach (var ranking in ranks.GroupBy(o => (o.Indicator, o.By, o.Period?.Text)))
        {
            decimal last = 0;
            var above = 0;
            foreach (var place in ranking.GroupBy(o => o.Value!.Value).OrderBy(g => g.Key))
            {
                var first = place.First();
                if (place.Key > above + 1 && place.Key > last + 1 && place.All(o => o.Note is null))
                {
                    var missing = place.Key - last == 2 ? $"rank {Text(last + 1)}" : $"the ranks from {Text(last + 1)} to {Text(place.Key - 1)}";
                    yield return new QualityWarning(WarningCode.RankGap, first, "value",
                        $"nobody has {missing} of '{first.Indicator}', which is said to be complete; expected everybody, or a note at rank {Text(place.Key)}");
                }

                last = place.Key;
                above += place.Count();
            }
        }
    }

    private static string Text(decimal rank) => rank.ToString("0.##", CultureInfo.InvariantCulture);
}
