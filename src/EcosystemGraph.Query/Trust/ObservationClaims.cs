using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Query.Trust;

/// <summary>The claims about figures.</summary>
internal static class ObservationClaims
{
    public static IEnumerable<ClaimView> Of(Observation observation)
    {
        var first = true;
        foreach (var statement in observation.Statements)
        {
            var entity = observation.By >= 0 ? observation.By : (int?)null;
            var preferred = first && statement.Confidence > 0;
            foreach (var claim in Claims.Of(statement, observation.Indicator, FigureText.Of(statement), entity, preferred)) yield return claim;
            first = false;
        }
    }
}
