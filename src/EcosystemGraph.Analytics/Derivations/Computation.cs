using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The computation of one expression: what came out, and what went in.</summary>
/// <param name="context">What it reads from.</param>
internal sealed class Computation(ReadingContext context)
{
    private readonly EntitySets _sets = new(context);
    private readonly DateSpans _spans = new(context);

    /// <summary>Why there is no figure.</summary>
    public string? Undetermined => context.Undetermined;

    /// <summary>What went in.</summary>
    public Evidence Evidence => context.Evidence;

    /// <summary>The unit of the figure; null if it has none or several.</summary>
    public string? Unit { get; private set; }

    /// <summary>The figures that the outermost rule was applied to, where it goes through several.</summary>
    public IReadOnlyList<Quantity> Parts { get; private set; } = [];

    /// <summary>The figure; null with <see cref="Undetermined"/> set if there is none. ORDER is no figure and not computed here.</summary>
    public Figure? Run(DerivationExpression expression)
    {
        try
        {
            var quantity = expression.IsSet ? Size(_sets.Outermost(expression)) : Compute(expression, true);
            Unit = quantity?.Unit;
            return Undetermined is null ? quantity?.Figure : null;
        }
        catch (OverflowException)
        {
            context.Fail("the figures are too large to compute with");
            return null;
        }
    }

    private Quantity? Compute(DerivationExpression expression, bool isOutermost)
    {
        var rule = expression.Rule;
        switch (rule)
        {
            case DerivationRule.Count:
                return Count(expression.Terms[0]);
            case DerivationRule.Union or DerivationRule.Intersection or DerivationRule.Except:
                var members = _sets.Of(expression);
                foreach (var member in members) Evidence.AddEntity(member);
                return Size(members);
            case DerivationRule.Sum or DerivationRule.Mean or DerivationRule.Median or DerivationRule.Min or DerivationRule.Max:
                var all = expression.Terms.SelectMany(Figures).ToList();
                if (isOutermost) Parts = all;
                return Summary(rule, all);
            case DerivationRule.Days or DerivationRule.Months or DerivationRule.Years:
                var times = _spans.Between(expression);
                if (isOutermost) Parts = times;
                if (times.Count > 1) context.Fail($"there are {times.Count} figures; ask for the MEAN, MEDIAN, MIN, MAX or SUM of them");
                return times.Count == 1 ? times[0] : null;
            default:
                return OfTwo(rule, Total(expression.Terms[0]), Total(expression.Terms[1]));
        }
    }

    private static Quantity Size(HashSet<int> members) => new(Figure.Exactly(members.Count), "count");

    private Quantity? OfTwo(DerivationRule rule, Quantity? left, Quantity? right)
    {
        if (left is not { } a || right is not { } b) return null;
        var same = a.Unit is null || b.Unit is null || a.Unit == b.Unit;
        if (!same && rule is DerivationRule.Diff or DerivationRule.Share)
        {
            context.Fail($"figures in {a.Unit} and {b.Unit} cannot be compared");
            return null;
        }

        switch (rule)
        {
            case DerivationRule.Diff:
                return new Quantity(a.Figure - b.Figure, a.Unit ?? b.Unit);
            case DerivationRule.Product:
                if (Figure.Multiply(a.Figure, b.Figure) is { } product) return new Quantity(product, ProductUnit(a.Unit, b.Unit));
                context.Fail("a figure that is only bounded is multiplied by one that may be below 0");
                return null;
            default:
                if (Figure.Divide(a.Figure, b.Figure) is { } quotient)
                    return rule == DerivationRule.Share ? new Quantity(quotient * 100, "%") : new Quantity(quotient, same ? b.Unit is null ? a.Unit : "times" : $"{a.Unit}/{b.Unit}");
                context.Fail("a figure is divided by one that is not above 0");
                return null;
        }
    }

    /// <summary>A bare number has no unit; CNY times USD/CNY is USD.</summary>
    private static string? ProductUnit(string? a, string? b)
    {
        if (a is null || b is null) return a ?? b;
        if (b.EndsWith($"/{a}", StringComparison.Ordinal)) return b[..^(a.Length + 1)];
        return a.EndsWith($"/{b}", StringComparison.Ordinal) ? a[..^(b.Length + 1)] : null;
    }

    private Quantity? Total(DerivationTerm term) => Summary(DerivationRule.Sum, [.. Figures(term)]);

    private Quantity? Summary(DerivationRule rule, List<Quantity> quantities)
    {
        var units = quantities.Select(q => q.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (units.Count > 1) context.Fail($"figures in {string.Join(" and ", units.Order(StringComparer.Ordinal))} do not go together");
        if (quantities.Count == 0) context.Fail("there is no figure");
        if (Undetermined is not null) return null;
        List<Figure> figures = [.. quantities.Select(q => q.Figure)];
        var figure = rule switch
        {
            DerivationRule.Sum => figures.Aggregate(static (a, b) => a + b),
            DerivationRule.Mean => Figure.Mean(figures),
            DerivationRule.Median => Figure.At(figures, (figures.Count - 1) / 2.0),
            DerivationRule.Min => Figure.At(figures, 0),
            _ => Figure.At(figures, figures.Count - 1),
        };
        return new Quantity(figure, units.Count == 1 ? units[0] : null);
    }

    /// <summary>The figures that a term stands for.</summary>
    private IEnumerable<Quantity> Figures(DerivationTerm term)
    {
        switch (term)
        {
            case NumberTerm number:
                return [new Quantity(Figure.Exactly(number.Value), null)];
            case ExpressionTerm { Expression: { Rule: DerivationRule.Days or DerivationRule.Months or DerivationRule.Years } duration }:
                return _spans.Between(duration);
            case ExpressionTerm { Expression: var inner }:
                return Compute(inner, false) is { } quantity ? [quantity] : [];
            case SelectionTerm { Selection: ObservationSelection observations }:
                return context.Observations(observations).Select(Stated).OfType<Quantity>();
            case SelectionTerm or ValuesTerm { Path.Property: "" }:
                return Count(term) is { } count ? [count] : [];
            case ValuesTerm { Selection: ObservationSelection observations, Path: var path }:
                return context.Observations(observations).Select(o => Read(o, path)).OfType<Quantity>();
            case ValuesTerm values:
                return Values(values);
            default:
                throw new ArgumentOutOfRangeException(nameof(term), term, "not a figure");
        }
    }

    private Quantity? Stated(Observation observation)
    {
        if (Figure.Of(observation.Preferred) is { } figure) return new Quantity(figure, observation.Preferred.Unit) { Observation = observation };
        context.Fail($"'{observation.Id}' names no figure");
        return null;
    }

    private Quantity? Read(Observation observation, PropertyPath path)
    {
        // As printed, whatever the qualifier: "more than 400" is a bound where it is a figure, and 400 where it is read as a value.
        if (path is { End: SelectionEnd.Itself, Property: "value" })
            return observation.Preferred.Value is { } printed ? new Quantity(Figure.Exactly(printed), observation.Preferred.Unit) { Observation = observation } : Stated(observation);
        var entity = path.End == SelectionEnd.By ? observation.By : observation.Subject;
        var value = path.End == SelectionEnd.Itself ? (decimal)observation.Confidence : entity < 0 ? null : PropertyReading.OfEntity(context.View, entity, path.Property);
        return PropertyReading.Number(value) is { } number ? new Quantity(Figure.Exactly(number), null) { Observation = observation } : null;
    }

    private List<Quantity> Values(ValuesTerm term)
    {
        var things = context.Things(term.Selection);
        var quantities = new List<Quantity>();
        foreach (var item in things.Items)
        {
            if (PropertyReading.Number(things.Read(item, term.Path)) is not { } number) continue;
            context.Enter(things, item);
            quantities.Add(Quantity.Of(things, item, Figure.Exactly(number), null));
        }

        if (quantities.Count == 0) context.Fail($"nothing that was selected has a number as '{term.Path}'");
        return quantities;
    }

    private Quantity? Count(DerivationTerm term)
    {
        if (term is ExpressionTerm or ValuesTerm)
        {
            var members = _sets.Members(term);
            foreach (var member in members) Evidence.AddEntity(member);
            return Counted(members.Count, false);
        }

        if (((SelectionTerm)term).Selection is ObservationSelection observations) return Counted(context.Observations(observations).Count, false);
        var things = context.Things(((SelectionTerm)term).Selection);
        foreach (var item in things.Items) context.Enter(things, item);
        return Counted(things.Items.Count, things.IsBaseEmpty);
    }

    private Quantity? Counted(int count, bool isBaseEmpty)
    {
        if (count == 0 && (!context.ZeroIsKnown || isBaseEmpty)) context.Fail("there is nothing to count, and what is not recorded is not known to be none");
        return new Quantity(Figure.Exactly(count), "count");
    }
}
