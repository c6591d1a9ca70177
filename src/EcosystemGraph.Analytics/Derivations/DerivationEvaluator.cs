using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>Computes figures and sets from the observations, entities and relations that a view sees: those for which the bundle has a derivation, and others as they are asked for.</summary>
/// <remarks>
/// <para>Figures are those of the preferred statement of each observation, as intervals: "about" allows a tenth either way, "more than" has no upper bound.</para>
/// <para>A figure of which a part is not seen is not computed; neither is a figure of what there is none of, for what is not recorded is not known to be none.</para>
/// </remarks>
public static class DerivationEvaluator
{
    private const int KeptDates = 16;

    private static readonly ConditionalWeakTable<GraphSnapshot, ConcurrentDictionary<string, Lazy<DerivationSet>>> Kept = new();

    /// <summary>
    /// Evaluates every derivation, by id; ORDER gives a result for each rank. Made once for a snapshot and a date. O(derivations × observations + relations counted).
    /// </summary>
    public static IReadOnlyList<DerivationResult> Run(GraphView view) => Of(view).Results;

    /// <summary>How an observation can be computed: every derivation of it that gives a figure, by id. O(1) after the first call.</summary>
    public static IReadOnlyList<DerivationResult> OfObservation(GraphView view, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return Of(view).ByObservation.GetValueOrDefault(observation.Id, []);
    }

    /// <summary>The figures that a view sees: the stated ones, and with them those that nobody states and that derivations give. Made once for a snapshot and a date.</summary>
    public static VisibleFigures Figures(GraphView view) => Of(view).Figures;

    /// <summary>Computes an expression that is given with a query. O(terms × (observations, or things of the kind or relation that is named)).</summary>
    /// <param name="view">What is seen.</param>
    /// <param name="expression">The expression; see <see cref="DerivationExpression"/> for the grammar.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: it cannot be read, or names what is not there.</exception>
    public static DerivationResult Derive(GraphView view, string expression, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!DerivationParser.TryParse(expression, out var parsed, out var problem)) throw new QueryException(QueryErrorCode.BadArgument, $"expression: {problem}");
        if (parsed.Rule == DerivationRule.Order) throw new QueryException(QueryErrorCode.BadArgument, "expression: ORDER is a check of stated ranks and gives no figure");
        var problems = ExpressionValidator.Validate(view.Whole.Ontology, new SnapshotLookup(view.Whole), parsed);
        if (problems.Count > 0) throw new QueryException(QueryErrorCode.BadArgument, $"expression: {string.Join("; ", problems)}");
        return Of(view).Derive(expression.Trim(), parsed, cancellation);
    }

    private static DerivationSet Of(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var byDate = Kept.GetValue(view.Snapshot, static _ => new(StringComparer.Ordinal));
        var date = view.AsOf?.Text ?? "";
        if (byDate.Count >= KeptDates && !byDate.ContainsKey(date)) byDate.Clear();
        return byDate.GetOrAdd(date, _ => new Lazy<DerivationSet>(() => new DerivationSet(view))).Value;
    }
}
