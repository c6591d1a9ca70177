using System.Globalization;
using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Ingest.Quality;

/// <summary>
/// Percentages of one whole, broken down: together they are not more than 100, and not less where the indicator is said to be complete. Figures count as rounded to the
/// digits that are printed, and vague ones with what they allow. They are explained by a note on one of them, by a derivation that adds some of them up, or by
/// derivations that compute each of them.
/// </summary>
internal static class Percentages
{
    private const string Percent = "%";
    private const decimal Whole = 100;
    private const decimal About = .1m;

    public static IEnumerable<QualityWarning> Find(IReadOnlyList<Fact> facts)
    {
        var complete = facts.OfType<IndicatorFact>().Where(i => i.Complete).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var derivations = facts.OfType<DerivationFact>().ToList();
        var computed = derivations.Select(d => d.Stated).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sums = derivations.Select(Summed).Where(p => p.Count > 0).ToList();
        var shares = PreferredFigures.Of(facts).Where(o => o is { Unit: Percent, By: not null });
        foreach (var family in shares.GroupBy(o => (o.Subject, o.Indicator, o.Period?.Text, o.Nature)))
        {
            var members = family.ToList();
            if (members.Count < 2) continue;
            var (low, high) = (members.Sum(m => Bounds(m).Low), members.Sum(m => Bounds(m).High));
            var tooMuch = low > Whole;
            if (!tooMuch && (high >= Whole || !complete.Contains(members[0].Indicator))) continue;
            if (members.Exists(m => m.Note is not null) || members.TrueForAll(m => computed.Contains(m.Id)) || sums.Exists(s => members.Count(m => s.Exists(p => p.MatchesId(m.Id))) > 1)) continue;
            yield return new QualityWarning(WarningCode.Percentages, members[^1], "value",
                $"the {members.Count} shares of '{members[0].Subject}' by '{members[0].Indicator}' add up to {(tooMuch ? $"{Text(low)} % at least" : $"{Text(high)} % at most")}; expected "
                + $"{(complete.Contains(members[0].Indicator) ? "100" : "no more than 100")}, a note, or a derivation");
        }
    }

    /// <summary>The figures that a derivation adds up.</summary>
    private static List<ObservationPattern> Summed(DerivationFact derivation) =>
        DerivationParser.TryParse(derivation, out var expression, out _, out _, out _) && expression.Rule == DerivationRule.Sum
            ? [.. expression.Terms.OfType<SelectionTerm>().Select(t => t.Selection).OfType<ObservationSelection>().Select(s => s.Pattern)]
            : [];

    private static (decimal Low, decimal High) Bounds(ObservationStatement share)
    {
        if (share.Value is not { } value) return (0, Whole);
        var half = .5m;
        for (var digits = value.Scale; digits > 0; digits--) half /= 10;
        return share.Qualifier switch
        {
            Qualifier.About => (value - (Math.Abs(value) * About), value + (Math.Abs(value) * About)),
            Qualifier.AtLeast or Qualifier.MoreThan => (value, Math.Max(value, Whole)),
            Qualifier.AtMost or Qualifier.LessThan => (Math.Min(value, 0), value),
            Qualifier.Between => (value, share.High ?? value),
            Qualifier.Unquantified => (0, Whole),
            _ => (value - half, value + half),
        };
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
