using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Finds the observations that a pattern stands for.</summary>
internal static class ObservationSelection
{
    /// <summary>The observations, by id.</summary>
    /// <param name="observations">The table.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="missing">The first alternative that stands for none: what is made from the others would be of something else.</param>
    public static List<Observation> Select(ObservationTable observations, ObservationPattern pattern, out string? missing)
    {
        missing = null;
        var found = new SortedDictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var alternative in pattern.Alternatives())
        {
            if (alternative.IsLiteral)
            {
                if (observations.Find(alternative.Text) is { } observation) found[observation.Id] = observation;
                else missing ??= alternative.Text;
                continue;
            }

            var any = false;
            foreach (var observation in observations.All)
            {
                if (!alternative.MatchesId(observation.Id)) continue;
                found[observation.Id] = observation;
                any = true;
            }

            if (!any) missing ??= alternative.Text;
        }

        return [.. found.Values];
    }
}
