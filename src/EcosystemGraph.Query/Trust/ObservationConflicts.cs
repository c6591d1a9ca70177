using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Trust;

/// <summary>Finds figures that documents give differently: the same subject, indicator, breakdown, period and unit, and intervals that do not meet; or one denied by another.</summary>
internal static class ObservationConflicts
{
    public static IEnumerable<ConflictView> Find(GraphView view)
    {
        foreach (var observation in view.Snapshot.Observations.All)
        {
            if (observation.Statements.Count < 2 || !ObservationQuery.Sees(view, observation) || !Disagree(observation)) continue;
            yield return new ConflictView
            {
                Id = observation.Id,
                Kind = ConflictKind.Observation,
                Type = ConflictType.Contradiction,
                Subject = observation.Subject,
                OtherSubjects = observation.By >= 0 ? [observation.By] : [],
                Indicator = observation.Indicator,
                Property = observation.Indicator,
                Claims = [.. ObservationClaims.Of(observation)],
            };
        }
    }

    private static bool Disagree(Observation observation)
    {
        var statements = observation.Statements;
        for (var i = 1; i < statements.Count; i++)
        {
            var denied = statements[i].Certainty == Certainty.Denied;
            for (var j = 0; j < i && statements[j].Certainty > Certainty.Denied; j++)
            {
                if (Compatibility.Agree(statements[j], statements[i]) == denied) return true;
            }
        }

        return false;
    }
}
