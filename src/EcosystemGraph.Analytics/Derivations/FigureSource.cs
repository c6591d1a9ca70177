using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Where expressions find observations: the stated ones, and by their ids those that derivations give.</summary>
/// <param name="observations">The stated ones.</param>
/// <param name="derived">The derived one with an id; null if no derivation gives it, or gives a figure now.</param>
internal sealed class FigureSource(ObservationTable observations, Func<string, Observation?> derived)
{
    /// <summary>The observations that a pattern stands for, by id. A pattern with <c>*</c> stands for stated ones only: what is summed up must not be among the parts.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="missing">The first alternative that stands for none: what is made from the others would be of something else.</param>
    public List<Observation> Select(ObservationPattern pattern, out string? missing)
    {
        missing = null;
        List<Observation>? candidates = null;
        var found = new SortedDictionary<string, Observation>(StringComparer.Ordinal);
        foreach (var alternative in pattern.Alternatives())
        {
            if (alternative.IsLiteral)
            {
                if ((observations.Find(alternative.Text) ?? derived(alternative.Text)) is { } observation) found[observation.Id] = observation;
                else missing ??= alternative.Text;
                continue;
            }

            candidates ??= [.. observations.All.Where(o => pattern.Indicator.Matches(o.Indicator) && pattern.MatchesId(o.Id))];
            var any = false;
            foreach (var observation in candidates.Where(c => alternative.MatchesId(c.Id)))
            {
                found[observation.Id] = observation;
                any = true;
            }

            if (!any) missing ??= alternative.Text;
        }

        return [.. found.Values];
    }
}
