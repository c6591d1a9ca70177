using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Traversals;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Figures;

/// <summary>What is to be set side by side.</summary>
public sealed record ComparisonRequest
{
    /// <summary>The indicator by its id, or by a name that only it has.</summary>
    public required string Indicator { get; init; }

    /// <summary>The subjects, in this order; null for all that have a figure, by id.</summary>
    public IReadOnlyList<int>? Subjects { get; init; }

    /// <summary>Kinds or interfaces to which subjects are limited; null for all.</summary>
    public IReadOnlyList<EntityType>? Kinds { get; init; }

    /// <summary>The entities by which figures are broken down, in this order; null for figures that are not.</summary>
    public IReadOnlyList<int>? By { get; init; }

    /// <summary>The figures to choose from, by id; null for those that the view's snapshot states.</summary>
    public IReadOnlyList<Observation>? Figures { get; init; }

    /// <summary>The periods, in this order; null for all that there are, by their start.</summary>
    public IReadOnlyList<PartialDate>? Periods { get; init; }
}

/// <summary>One subject in a comparison.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Observations">A figure, or null, for each period and, within it, each entity of the breakdown: the same columns in every row.</param>
/// <param name="Change">The last value less the first; null unless there are two.</param>
/// <param name="Ratio">The last value by the first; null unless there are two and the first is not zero.</param>
/// <param name="Share">The value of the last column by the sum of that column, from 0 to 1; null where there is none.</param>
public sealed record ComparisonRowView(int Subject, IReadOnlyList<Observation?> Observations, decimal? Change, double? Ratio, double? Share);

/// <summary>Sets subjects side by side on one indicator.</summary>
public static class Comparisons
{
    /// <summary>
    /// One row for each subject. All figures are of one unit: that of the most figures asked for, of equally many the first that the indicator names.
    /// A period takes the figures for a time within it, of several the surest, then the longest, then by id.
    /// </summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.NotFound"/>: there is no such indicator; <see cref="QueryErrorCode.Ambiguous"/>: several have that name.</exception>
    public static IReadOnlyList<ComparisonRowView> Run(GraphView view, ComparisonRequest request)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(request);
        var indicator = IndicatorLookup.Require(view.Whole, request.Indicator);
        var figures = OfOneUnit(Figures(view, request, indicator.Id), indicator.Units);
        var periods = request.Periods?.Cast<PartialDate?>().ToList() ?? figures.Select(f => f.Period).Distinct().OrderBy(p => p?.Start).ThenBy(p => p?.End).ToList();
        var columns = periods.SelectMany(_ => request.By?.Select(b => (int?)b) ?? [null], (period, by) => (Period: period, By: by)).ToList();
        var bySubject = figures.ToLookup(f => f.Subject);
        var subjects = request.Subjects ?? [.. bySubject.Select(g => g.Key).OrderBy(view.Snapshot.Entities.Id, StringComparer.Ordinal)];
        var rows = subjects.Select(s => (Subject: s, Cells: columns.Select(c => Best(bySubject[s], c.Period, c.By, request.Periods is null)).ToList())).ToList();
        var total = columns.Count == 0 ? 0 : rows.Sum(r => r.Cells[^1]?.Preferred.Value ?? 0);
        return [.. rows.Select(r => Row(r.Subject, r.Cells, total))];
    }

    private static IEnumerable<Observation> Figures(GraphView view, ComparisonRequest request, string indicator)
    {
        var wanted = request.Kinds is null ? null : KindSet.Of(view.Snapshot.Ontology, request.Kinds);
        var subjects = request.Subjects?.ToHashSet();
        var all = request.Figures ?? (subjects is null ? view.Snapshot.Observations.All : subjects.SelectMany(view.Snapshot.Observations.Of));
        return all.Where(o => (subjects is null || subjects.Contains(o.Subject)) && o.Indicator == indicator && ObservationQuery.Sees(view, o)
            && (wanted is null || wanted[view.Snapshot.Entities.KindIndex(o.Subject)])
            && (request.By is null ? o.By < 0 : request.By.Contains(o.By))
            && (request.Periods is null || request.Periods.Any(p => IsIn(o.Period, p))));
    }

    private static List<Observation> OfOneUnit(IEnumerable<Observation> figures, IReadOnlyList<string> units)
    {
        var known = units.ToList();
        var groups = figures.GroupBy(f => f.Preferred.Unit).ToList();
        var unit = groups.OrderByDescending(g => g.Count()).ThenBy(g => known.IndexOf(g.Key) is var i and >= 0 ? i : int.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal);
        return [.. unit.FirstOrDefault() ?? Enumerable.Empty<Observation>()];
    }

    private static Observation? Best(IEnumerable<Observation> figures, PartialDate? period, int? by, bool exactly) => figures
        .Where(f => f.By == (by ?? -1) && (exactly ? f.Period == period : IsIn(f.Period, period!)))
        .OrderByDescending(f => f.Confidence)
        .ThenByDescending(f => f.Period is { } p ? (long)p.End - p.Start : 0)
        .ThenBy(f => f.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool IsIn(PartialDate? time, PartialDate period) => time is not null && period.Contains(time);

    private static ComparisonRowView Row(int subject, List<Observation?> cells, decimal total)
    {
        var values = cells.Select(c => c?.Preferred.Value).OfType<decimal>().ToList();
        decimal? change = values.Count > 1 ? values[^1] - values[0] : null;
        double? ratio = values.Count > 1 && values[0] != 0 ? (double)(values[^1] / values[0]) : null;
        double? share = cells.Count > 0 && cells[^1]?.Preferred.Value is { } last && total != 0 ? (double)(last / total) : null;
        return new ComparisonRowView(subject, cells, change, ratio, share);
    }
}
