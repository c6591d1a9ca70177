using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Fields;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Filters;

/// <summary>Makes tests from filters of observations.</summary>
internal static class ObservationFilterCompiler
{
    public static Predicate<Observation> Compile(GraphView view, ObservationFilter filter) => ConditionCompiler.All(Tests(view, filter));

    private static IEnumerable<Predicate<Observation>> Tests(GraphView view, ObservationFilter filter)
    {
        foreach (var (field, condition) in new[]
        {
            (ObservationFields.Id, filter.Id), (ObservationFields.Period, filter.Period), (ObservationFields.Value, filter.Value), (ObservationFields.High, filter.High),
            (ObservationFields.Unit, filter.Unit), (ObservationFields.Qualifier, filter.Qualifier), (ObservationFields.Nature, filter.Nature),
            (ObservationFields.Confidence, filter.Confidence),
        })
        {
            if (condition is not null) yield return ConditionCompiler.Compile(field, condition);
        }

        foreach (var (indicators, among) in filter.Indicator)
        {
            var ids = indicators.Select(i => i.In(view)).ToHashSet(StringComparer.Ordinal);
            yield return o => ids.Contains(o.Indicator) == among;
        }

        if (filter.Text is { } text) yield return FigureWords.Compile(view, text);
        if (filter.HasBy is { } hasBy) yield return o => o.By >= 0 == hasBy;
        if (filter.CitedBy is { } documents)
        {
            var cited = new CitedDocuments(view, documents);
            yield return o => cited.AreIn(o.Statements);
        }

        if (filter.Subject is { } ofSubject)
        {
            var subject = FilterEvaluator.Compile(view, ofSubject);
            yield return o => subject(o.Subject);
        }

        if (filter.By is { } ofBy)
        {
            var by = FilterEvaluator.Compile(view, ofBy);
            yield return o => o.By >= 0 && by(o.By);
        }

        foreach (var part in filter.And) yield return Compile(view, part);
        if (filter.Or is { } alternatives) yield return ConditionCompiler.Any(alternatives.Select(a => Compile(view, a)));
        if (filter.Not is { } negated)
        {
            var test = Compile(view, negated);
            yield return o => !test(o);
        }
    }
}
