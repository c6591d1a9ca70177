using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The times between two dates, or from date to date of each of several things.</summary>
internal sealed class DateSpans(ReadingContext context)
{
    /// <summary>The times; things of which one of the dates is not known are left out.</summary>
    public List<Quantity> Between(DerivationExpression expression)
    {
        var (rule, from, to) = (expression.Rule, expression.Terms[0], expression.Terms[1]);
        var unit = Durations.Unit(rule);
        var quantities = new List<Quantity>();
        switch (expression.Over)
        {
            case null:
                if (Date(from) is { } first && Date(to) is { } second) quantities.Add(new Quantity(Durations.Between(rule, first, second), unit));
                break;
            case ObservationSelection observations:
                foreach (var observation in context.Observations(observations))
                {
                    if (Date(from, p => Read(p, observation)) is { } start && Date(to, p => Read(p, observation)) is { } end)
                        quantities.Add(new Quantity(Durations.Between(rule, start, end), unit) { Observation = observation });
                }

                break;
            default:
                var things = context.Things(expression.Over);
                foreach (var item in things.Items)
                {
                    if (Date(from, p => things.Read(item, p)) is not { } start || Date(to, p => things.Read(item, p)) is not { } end) continue;
                    context.Enter(things, item);
                    quantities.Add(Quantity.Of(things, item, Durations.Between(rule, start, end), unit));
                }

                break;
        }

        if (quantities.Count == 0) context.Fail("there is nothing of which both dates are known");
        return quantities;
    }

    /// <summary>A date that is given, or a property of an entity that is named.</summary>
    private PartialDate? Date(DerivationTerm term, Func<PropertyPath, object?>? read = null)
    {
        if (term is DateTerm { Date: var date }) return date;
        var path = ((PropertyTerm)term).Path;
        if (path.Entity is not { } id) return read?.Invoke(path) as PartialDate;
        if (!context.View.Snapshot.Entities.TryFind(id, out var entity) || !context.View.Sees(entity)) return null;
        if (PropertyReading.OfEntity(context.View, entity, path.Property) is not PartialDate known) return null;
        context.Evidence.AddEntity(entity);
        return known;
    }

    private object? Read(PropertyPath path, Observation observation)
    {
        if (path.End == SelectionEnd.Itself) return path.Property == "period" ? observation.Period : null;
        var entity = path.End == SelectionEnd.By ? observation.By : observation.Subject;
        return entity < 0 ? null : PropertyReading.OfEntity(context.View, entity, path.Property);
    }
}
