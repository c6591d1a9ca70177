using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>
/// Recomputes ranks from the figures behind them: among those of whom both are known, and within each entity by which they are broken down, the
/// stated ranks are handed out anew, the least to the greatest figure. Equal figures may have any of the ranks that they share.
/// </summary>
internal static class RankOrder
{
    public static IEnumerable<DerivationResult> Run(FigureSource source, DerivationFact derivation, DerivationExpression expression, DerivationTerm? stated)
    {
        var text = $"{derivation.Rule} {derivation.Parts}";
        if (stated is not SelectionTerm { Selection: ObservationSelection ranks } || expression.Terms[0] is not SelectionTerm { Selection: ObservationSelection figures })
        {
            yield return new(derivation, text) { Undetermined = "ranks and figures must be observations" };
            yield break;
        }

        var byWhom = source.Select(figures.Pattern, out _).Where(o => o.Preferred.Value is not null)
            .GroupBy(o => (o.Subject, o.By)).ToDictionary(g => g.Key, g => g.First());
        var pairs = source.Select(ranks.Pattern, out _)
            .Where(r => r.Preferred.Value is not null && byWhom.ContainsKey((r.Subject, r.By)))
            .Select(r => (Rank: r, Figure: byWhom[(r.Subject, r.By)])).ToList();
        if (pairs.Count == 0)
        {
            yield return new(derivation, text) { Undetermined = "there is nobody of whom both rank and figure are known" };
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
                var said = rank.Preferred.Value!.Value;
                var holds = said >= handedOut[first] - derivation.Tolerance && said <= handedOut[last] + derivation.Tolerance;
                var computed = holds ? said : handedOut[first];
                yield return new(derivation, text)
                {
                    Value = computed,
                    Low = computed,
                    High = computed,
                    Unit = rank.Preferred.Unit,
                    Stated = rank,
                    Holds = holds,
                    Observations = known,
                    Citations = [.. known.SelectMany(o => o.Citations).Distinct()],
                    Computed = Figure.Text(computed),
                    IsOneOfSeveral = true,
                };
            }
        }
    }
}
