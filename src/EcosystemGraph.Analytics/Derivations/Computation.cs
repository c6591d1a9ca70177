using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The computation of one expression: what came out, and what went in.</summary>
/// <param name="view">What is seen.</param>
/// <param name="source">Where observations are found.</param>
/// <param name="zeroIsKnown">True if there may be none of what is counted; false if what is not recorded is not known to be none.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class Computation(GraphView view, FigureSource source, bool zeroIsKnown, CancellationToken cancellation)
{
    /// <summary>Which entity each relation was selected for.</summary>
    private readonly Dictionary<int, int> _memberOf = [];

    /// <summary>Why there is no figure.</summary>
    public string? Undetermined { get; private set; }

    /// <summary>What went in.</summary>
    public Evidence Evidence { get; } = new(view);

    /// <summary>The unit of the figure; null if it has none or several.</summary>
    public string? Unit { get; private set; }

    /// <summary>The figures that the outermost rule was applied to, where it goes through several.</summary>
    public IReadOnlyList<Quantity> Parts { get; private set; } = [];

    /// <summary>The figure; null with <see cref="Undetermined"/> set if there is none. ORDER is no figure and not computed here.</summary>
    public Figure? Run(DerivationExpression expression)
    {
        try
        {
            var quantity = expression.IsSet ? OutermostSet(expression) : Compute(expression, true);
            Unit = quantity?.Unit;
            return Undetermined is null ? quantity?.Figure : null;
        }
        catch (OverflowException)
        {
            Undetermined = "the figures are too large to compute with";
            return null;
        }
    }

    private Quantity? OutermostSet(DerivationExpression expression)
    {
        var members = Set(expression);
        foreach (var member in members) Evidence.AddEntity(member);
        Evidence.Keep(members, _memberOf);
        return new Quantity(Figure.Exactly(members.Count), "count");
    }

    private Quantity? Compute(DerivationExpression expression, bool isOutermost)
    {
        var rule = expression.Rule;
        switch (rule)
        {
            case DerivationRule.Count:
                return Count(expression.Terms[0]);
            case DerivationRule.Union or DerivationRule.Intersection or DerivationRule.Except:
                var members = Set(expression);
                foreach (var member in members) Evidence.AddEntity(member);
                return new Quantity(Figure.Exactly(members.Count), "count");
            case DerivationRule.Sum or DerivationRule.Mean or DerivationRule.Median or DerivationRule.Min or DerivationRule.Max:
                var all = expression.Terms.SelectMany(Figures).ToList();
                if (isOutermost) Parts = all;
                return Summary(rule, all);
            case DerivationRule.Days or DerivationRule.Months or DerivationRule.Years:
                var times = Times(expression).ToList();
                if (isOutermost) Parts = times;
                if (times.Count > 1) Undetermined ??= $"there are {times.Count} figures; ask for the MEAN, MEDIAN, MIN, MAX or SUM of them";
                return times.Count == 1 ? times[0] : null;
            default:
                return OfTwo(rule, Total(expression.Terms[0]), Total(expression.Terms[1]));
        }
    }

    private Quantity? OfTwo(DerivationRule rule, Quantity? left, Quantity? right)
    {
        if (left is not { } a || right is not { } b) return null;
        var same = a.Unit is null || b.Unit is null || a.Unit == b.Unit;
        if (!same && rule is DerivationRule.Diff or DerivationRule.Share)
        {
            Undetermined ??= $"figures in {a.Unit} and {b.Unit} cannot be compared";
            return null;
        }

        switch (rule)
        {
            case DerivationRule.Diff:
                return new Quantity(a.Figure - b.Figure, a.Unit ?? b.Unit);
            case DerivationRule.Product:
                if (Figure.Multiply(a.Figure, b.Figure) is { } product) return new Quantity(product, a.Unit is null ? b.Unit : b.Unit is null ? a.Unit : null);
                Undetermined ??= "a figure that is only bounded is multiplied by one that may be below 0";
                return null;
            default:
                if (Figure.Divide(a.Figure, b.Figure) is { } quotient)
                    return rule == DerivationRule.Share ? new Quantity(quotient * 100, "%") : new Quantity(quotient, same ? b.Unit is null ? a.Unit : "times" : $"{a.Unit}/{b.Unit}");
                Undetermined ??= "a figure is divided by one that is not above 0";
                return null;
        }
    }

    private Quantity? Total(DerivationTerm term) => Summary(DerivationRule.Sum, [.. Figures(term)]);

    private Quantity? Summary(DerivationRule rule, List<Quantity> quantities)
    {
        var units = quantities.Select(q => q.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (units.Count > 1) Undetermined ??= $"figures in {string.Join(" and ", units.Order(StringComparer.Ordinal))} do not go together";
        if (quantities.Count == 0) Undetermined ??= "there is no figure";
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
                return Times(duration);
            case ExpressionTerm { Expression: var inner }:
                return Compute(inner, false) is { } quantity ? [quantity] : [];
            case SelectionTerm { Selection: ObservationSelection observations }:
                return Select(observations).Select(Stated).OfType<Quantity>();
            case SelectionTerm or ValuesTerm { Path.Property: "" }:
                return Count(term) is { } count ? [count] : [];
            case ValuesTerm { Selection: ObservationSelection observations, Path: var path }:
                return Select(observations).Select(o => Read(o, path)).OfType<Quantity>();
            case ValuesTerm values:
                return Values(values);
            default:
                throw new ArgumentOutOfRangeException(nameof(term), term, "not a figure");
        }
    }

    private Quantity? Stated(Model.Snapshots.Observation observation)
    {
        if (Figure.Of(observation.Preferred) is { } figure) return new Quantity(figure, observation.Preferred.Unit) { Observation = observation };
        Undetermined ??= $"'{observation.Id}' names no figure";
        return null;
    }

    private Quantity? Read(Model.Snapshots.Observation observation, PropertyPath path)
    {
        if (path is { End: SelectionEnd.Itself, Property: "value" }) return Stated(observation);
        var entity = path.End == SelectionEnd.By ? observation.By : observation.Subject;
        var value = path.End == SelectionEnd.Itself ? (decimal)observation.Confidence : entity < 0 ? null : PropertyReading.OfEntity(view, entity, path.Property);
        return PropertyReading.Number(value) is { } number ? new Quantity(Figure.Exactly(number), null) { Observation = observation } : null;
    }

    private List<Quantity> Values(ValuesTerm term)
    {
        var things = SelectedThings.Of(view, term.Selection, cancellation);
        var quantities = new List<Quantity>();
        foreach (var item in things.Items)
        {
            if (PropertyReading.Number(things.Read(item, term.Path)) is not { } number) continue;
            Enter(things, item);
            quantities.Add(Of(things, item, Figure.Exactly(number), null));
        }

        if (quantities.Count == 0) Undetermined ??= $"nothing that was selected has a number as '{term.Path}'";
        return quantities;
    }

    private List<Quantity> Times(DerivationExpression expression)
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
                foreach (var observation in Select(observations))
                {
                    if (Date(from, p => Read(p, observation)) is { } start && Date(to, p => Read(p, observation)) is { } end)
                        quantities.Add(new Quantity(Durations.Between(rule, start, end), unit) { Observation = observation });
                }

                break;
            default:
                var things = SelectedThings.Of(view, expression.Over, cancellation);
                foreach (var item in things.Items)
                {
                    if (Date(from, p => things.Read(item, p)) is not { } start || Date(to, p => things.Read(item, p)) is not { } end) continue;
                    Enter(things, item);
                    quantities.Add(Of(things, item, Durations.Between(rule, start, end), unit));
                }

                break;
        }

        if (quantities.Count == 0) Undetermined ??= "there is nothing of which both dates are known";
        return quantities;
    }

    /// <summary>A date that is given, or a property of an entity that is named.</summary>
    private PartialDate? Date(DerivationTerm term, Func<PropertyPath, object?>? read = null)
    {
        if (term is DateTerm { Date: var date }) return date;
        var path = ((PropertyTerm)term).Path;
        if (path.Entity is not { } id) return read?.Invoke(path) as PartialDate;
        if (!view.Snapshot.Entities.TryFind(id, out var entity) || !view.Sees(entity)) return null;
        if (PropertyReading.OfEntity(view, entity, path.Property) is not PartialDate known) return null;
        Evidence.AddEntity(entity);
        return known;
    }

    private object? Read(PropertyPath path, Model.Snapshots.Observation observation)
    {
        if (path.End == SelectionEnd.Itself) return path.Property == "period" ? observation.Period : null;
        var entity = path.End == SelectionEnd.By ? observation.By : observation.Subject;
        return entity < 0 ? null : PropertyReading.OfEntity(view, entity, path.Property);
    }

    private Quantity? Count(DerivationTerm term)
    {
        if (term is ExpressionTerm or ValuesTerm)
        {
            var members = Members(term);
            foreach (var member in members) Evidence.AddEntity(member);
            return Counted(members.Count, false);
        }

        if (((SelectionTerm)term).Selection is ObservationSelection observations) return Counted(Select(observations).Count, false);
        var things = SelectedThings.Of(view, ((SelectionTerm)term).Selection, cancellation);
        foreach (var item in things.Items) Enter(things, item);
        return Counted(things.Items.Count, things.IsBaseEmpty);
    }

    private Quantity? Counted(int count, bool isBaseEmpty)
    {
        if (count == 0 && (!zeroIsKnown || isBaseEmpty)) Undetermined ??= "there is nothing to count, and what is not recorded is not known to be none";
        return new Quantity(Figure.Exactly(count), "count");
    }

    private HashSet<int> Set(DerivationExpression expression)
    {
        var sets = expression.Terms.Select(Members).ToList();
        var result = new HashSet<int>(sets[0]);
        foreach (var set in sets.Skip(1))
        {
            if (expression.Rule == DerivationRule.Union) result.UnionWith(set);
            else if (expression.Rule == DerivationRule.Intersection) result.IntersectWith(set);
            else result.ExceptWith(set);
        }

        return result;
    }

    /// <summary>The entities that a term stands for.</summary>
    private HashSet<int> Members(DerivationTerm term)
    {
        if (term is ExpressionTerm { Expression: var inner }) return Set(inner);
        var (selection, end) = term is ValuesTerm values ? (values.Selection, values.Path.End) : (((SelectionTerm)term).Selection, SelectionEnd.Itself);
        if (selection is ObservationSelection observations)
            return [.. Select(observations).Select(o => end == SelectionEnd.By ? o.By : o.Subject).Where(e => e >= 0)];
        var things = SelectedThings.Of(view, selection, cancellation);
        if (things.IsBaseEmpty) Undetermined ??= "a set is of what there is none of, and what is not recorded is not known to be none";
        var members = new HashSet<int>();
        foreach (var item in things.Items)
        {
            var member = things.EntityAt(item, end);
            members.Add(member);
            if (!things.AreRelations) continue;
            Evidence.AddRelation(item);
            _memberOf[item] = member;
        }

        return members;
    }

    private List<Model.Snapshots.Observation> Select(ObservationSelection selection)
    {
        var found = source.Select(selection.Pattern, out var missing);
        if (missing is not null) Undetermined ??= $"there is no observation '{missing}'";
        var test = ConditionTests.CompileObservations(view, selection);
        found.RemoveAll(o => !test(o));
        foreach (var observation in found) Evidence.Add(observation);
        return found;
    }

    private void Enter(SelectedThings things, int item)
    {
        Evidence.AddEntity(things.EntityAt(item, SelectionEnd.Itself));
        if (things.AreRelations) Evidence.AddRelation(item);
    }

    private static Quantity Of(SelectedThings things, int item, Figure figure, string? unit) =>
        new(figure, unit) { Entity = things.EntityAt(item, SelectionEnd.Itself), Relation = things.AreRelations ? item : null };
}
