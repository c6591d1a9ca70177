using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Recomputes the figures for which the bundle has a check, from the observations and relations that a view sees.</summary>
/// <remarks>
/// <para>SUM, DIFF, SHARE (in percent) and RATIO compute with the preferred statement of each observation, as intervals: "about" allows a tenth either way, "more
/// than" has no upper bound. COUNT counts observations, entities or relations. ORDER hands the stated ranks out anew by the figures behind them.</para>
/// <para>A figure of which a part is not seen is not computed; neither is a count of nothing, for what is not recorded is not known to be none.</para>
/// </remarks>
public static class DerivationEvaluator
{
    private const int KeptDates = 16;

    private static readonly ConditionalWeakTable<GraphSnapshot, ConcurrentDictionary<string, Lazy<Derivations>>> Kept = new();

    /// <summary>
    /// Evaluates every check, by check id; ORDER gives a result for each rank. Made once for a snapshot and a date. O(checks × observations + relations counted).
    /// </summary>
    public static IReadOnlyList<DerivationResult> Run(GraphView view) => Of(view).Results;

    /// <summary>How an observation can be recomputed: the first check of it that gives a figure, or null. O(1) after the first call.</summary>
    public static DerivationResult? Find(GraphView view, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return Of(view).ByObservation.GetValueOrDefault(observation.Id);
    }

    private static Derivations Of(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var byDate = Kept.GetValue(view.Snapshot, static _ => new(StringComparer.Ordinal));
        var date = view.AsOf?.Text ?? "";
        if (byDate.Count >= KeptDates && !byDate.ContainsKey(date)) byDate.Clear();
        return byDate.GetOrAdd(date, _ => new Lazy<Derivations>(() => new Derivations([.. view.Snapshot.Definitions.Derivations.SelectMany(c => Evaluate(view, c))]))).Value;
    }

    private static IEnumerable<DerivationResult> Evaluate(GraphView view, DerivationFact check)
    {
        if (!DerivationParser.TryParse(check, out var expression, out _, out var problem))
            return [new(check, $"{check.Rule} {check.Parts}", null, null, true, [], []) { Undetermined = problem }];
        return expression.Rule == DerivationRule.Order ? RankOrder.Run(view.Snapshot.Observations, check, expression) : [Compute(view, check, expression)];
    }

    private static DerivationResult Compute(GraphView view, DerivationFact check, DerivationExpression expression)
    {
        var computation = new Computation(view);
        var computed = computation.Run(expression);
        var stated = expression.Stated is ObservationTerm { Pattern: var pattern } ? view.Snapshot.Observations.Find(pattern.Text) : null;
        var expected = (expression.Stated as NumberTerm)?.Value;
        Figure? claimed = expected is { } number ? Figure.Exactly(number) : stated is null ? null : Figure.Of(stated.Preferred);
        var holds = computed is not { } a || claimed is not { } b || Figure.Gap(a, b) <= check.Tolerance;
        return new(check, $"{check.Rule} {check.Parts}", computed?.Point is { } point ? decimal.Round(point, 6) : null, stated, holds, computation.Observations, computation.Entities)
        {
            Computed = computed?.ToString(),
            Expected = expected,
            Undetermined = computation.Undetermined ?? (claimed is null ? $"there is no figure '{check.Stated}' to compare with" : null),
        };
    }

    private sealed class Derivations
    {
        public Derivations(List<DerivationResult> results)
        {
            Results = results;
            ByObservation = results.Where(r => r is { Stated: not null, Value: not null }).GroupBy(r => r.Stated!.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        }

        public List<DerivationResult> Results { get; }

        public Dictionary<string, DerivationResult> ByObservation { get; }
    }
}
