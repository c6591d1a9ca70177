using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>
/// Recomputes ranks from the figures behind them: among those of whom both are known, and within each entity by which they are broken down, the
/// stated ranks are handed out anew, the least to the greatest figure. Equal figures may have any of the ranks that they share.
/// </summary>
internal static class RankOrder
{
    public static IEnumerable<DerivationResult> Run(ObservationTable table, DerivationFact check, DerivationExpression expression)
    {
        var text = $"{check.Rule} {check.Parts}";
        if (expression.Stated is not ObservationTerm ranks || expression.Terms[0] is not ObservationTerm figures)
        {
            yield return new(check, text, null, null, true, [], []) { Undetermined = "ranks and figures must be observations" };
            yield break;
        }

        var byWhom = ObservationSelection.Select(table, figures.Pattern, out _).Where(o => o.Preferred.Value is not null)
            .GroupBy(o => (o.Subject, o.By)).ToDictionary(g => g.Key, g => g.First());
        var pairs = ObservationSelection.Select(table, ranks.Pattern, out _)
            .Where(r => r.Preferred.Value is not null && byWhom.ContainsKey((r.Subject, r.By)))
            .Select(r => (Rank: r, Figure: byWhom[(r.Subject, r.By)])).ToList();
        if (pairs.Count == 0)
        {
            yield return new(check, text, null, null, true, [], []) { Undetermined = "there is nobody of whom both rank and figure are known" };
            yield break;
        }

        foreach (var group in pairs.GroupBy(p => p.Rank.By))
        {
            var handedOut = group.Select(p => p.Rank.Preferred.Value!.Value).Order().ToList();
            var known = group.Select(p => p.Figure).OrderBy(o => o.Id, StringComparer.Ordinal).ToList();
            foreach (var (rank, figure) in group)
            {
                var value = figure.Preferred.Value!.Value;
                var first = known.Count(o => o.Preferred.Value > value);
                var last = first + known.Count(o => o.Preferred.Value == value) - 1;
                var stated = rank.Preferred.Value!.Value;
                var holds = stated >= handedOut[first] - check.Tolerance && stated <= handedOut[last] + check.Tolerance;
                var computed = holds ? stated : handedOut[first];
                yield return new(check, text, computed, rank, holds, known, []) { Computed = Figure.Text(computed), IsOneOfSeveral = true };
            }
        }
    }
}
