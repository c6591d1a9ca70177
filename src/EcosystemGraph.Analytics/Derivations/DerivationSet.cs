using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The derivations of a view, evaluated: one that reads what another gives comes after it. Safe for any number of threads once it is made.</summary>
internal sealed class DerivationSet
{
    private readonly GraphView _view;
    private readonly Dictionary<string, DerivationFact> _byFigure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DerivationResult>> _done = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public DerivationSet(GraphView view)
    {
        _view = view;
        var derivations = view.Snapshot.Definitions.Derivations;
        foreach (var derivation in derivations.Where(d => d.Derived is not null)) _byFigure.TryAdd(derivation.Derived!, derivation);
        Results = [.. derivations.SelectMany(Evaluate)];
        ByObservation = Results.Where(r => r is { Value: not null } && (r.Stated ?? r.Given) is not null).GroupBy(r => (r.Stated ?? r.Given)!.Id)
            .ToDictionary(g => g.Key, IReadOnlyList<DerivationResult> (g) => [.. g], StringComparer.Ordinal);
        Figures = new VisibleFigures(view.Snapshot.Observations, [.. Results.Select(r => r.Given).OfType<Observation>()]);
    }

    /// <summary>By the id of the derivation.</summary>
    public IReadOnlyList<DerivationResult> Results { get; }

    public Dictionary<string, IReadOnlyList<DerivationResult>> ByObservation { get; }

    public VisibleFigures Figures { get; }

    /// <summary>Computes an expression that is no derivation of the bundle.</summary>
    public DerivationResult Derive(string text, DerivationExpression expression, CancellationToken cancellation)
    {
        var source = new FigureSource(_view.Snapshot.Observations, id => _byFigure.TryGetValue(id, out var fact) ? Given(_done[fact.Id]) : null);
        return Compute(new Computation(new ReadingContext(_view, source, true, cancellation)), null, text, expression);
    }

    private static Observation? Given(List<DerivationResult> results) => results.Select(r => r.Given).FirstOrDefault(g => g is not null);

    private static DerivationResult Compute(Computation computation, DerivationFact? derivation, string text, DerivationExpression expression)
    {
        var figure = computation.Run(expression);
        return new DerivationResult(derivation, text)
        {
            Value = Rounded(figure?.Point),
            Low = Rounded(figure?.Low),
            High = Rounded(figure?.High),
            Unit = computation.Unit,
            Computed = figure?.ToString(),
            Undetermined = computation.Undetermined,
            Parts = [.. computation.Parts.Select(Part)],
            Observations = computation.Evidence.Observations,
            Entities = computation.Evidence.Entities,
            Relations = computation.Evidence.Relations,
            Citations = computation.Evidence.Citations(),
        };
    }

    private static DerivationPart Part(Quantity quantity) =>
        new(Rounded(quantity.Figure.Point), Rounded(quantity.Figure.Low), Rounded(quantity.Figure.High), quantity.Unit, quantity.Observation, quantity.Entity, quantity.Relation);

    /// <summary>To six decimals, without the zeros at the end: dividing by a one with many takes them away.</summary>
    private static decimal? Rounded(decimal? value) => value is { } number ? decimal.Round(number, 6) / 1.000000000000000000000000000000m : null;

    private List<DerivationResult> Evaluate(DerivationFact derivation)
    {
        if (_done.TryGetValue(derivation.Id, out var known)) return known;
        _open.Add(derivation.Id);
        var text = $"{derivation.Rule} {derivation.Parts}";
        List<DerivationResult> results;
        if (!DerivationParser.TryParse(derivation, out var expression, out var stated, out _, out var problem)) results = [new(derivation, text) { Undetermined = problem }];
        else if (expression.Rule == DerivationRule.Order) results = [.. RankOrder.Run(Source, derivation, expression, stated)];
        else results = [Evaluate(derivation, text, expression, stated)];
        _open.Remove(derivation.Id);
        return _done[derivation.Id] = results;
    }

    private FigureSource Source => new(_view.Snapshot.Observations, Derived);

    /// <summary>What another derivation gives; null if there is none, or if it reads in turn what is computed now.</summary>
    private Observation? Derived(string id) => _byFigure.TryGetValue(id, out var derivation) && !_open.Contains(derivation.Id) ? Given(Evaluate(derivation)) : null;

    private DerivationResult Evaluate(DerivationFact derivation, string text, DerivationExpression expression, DerivationTerm? figure)
    {
        var computation = new Computation(new ReadingContext(_view, Source, derivation.Derived is not null, CancellationToken.None));
        DerivationResult result;
        try
        {
            result = Compute(computation, derivation, text, expression);
        }
        catch (QueryException error)
        {
            return new DerivationResult(derivation, text) { Undetermined = error.Message };
        }

        // A mutation may state what the bundle derives: then there is something to compare with.
        var id = derivation.Derived ?? (figure as SelectionTerm is { Selection: ObservationSelection { Pattern: var pattern } } ? pattern.Text : null);
        var stated = id is null ? null : _view.Snapshot.Observations.Find(id);
        if (derivation.Derived is { } given && stated is null) return result.Computed is null ? result : result with { Given = Give(given, result, computation) };
        var expected = (figure as NumberTerm)?.Value;
        Figure? computed = result.Computed is null ? null : new Figure(result.Value, result.Low, result.High);
        Figure? claimed = expected is { } number ? Figure.Exactly(number) : stated is null ? null : Figure.Of(stated.Preferred);
        return result with
        {
            Stated = stated,
            Expected = expected,
            Holds = computed is not { } a || claimed is not { } b || Figure.Gap(a, b) <= derivation.Tolerance,
            Undetermined = result.Undetermined ?? (claimed is null ? $"there is no figure '{derivation.Stated ?? derivation.Derived}' to compare with" : null),
        };
    }

    /// <summary>The observation of a figure that nobody states: derived, as sure as the least sure of what it was computed from, and cited where that is.</summary>
    private Observation? Give(string id, DerivationResult result, Computation computation)
    {
        if (!ObservationPattern.TryParse(id, out var pattern, out _)) return null;
        var entities = _view.Snapshot.Entities;
        if (!entities.TryFind(pattern.Subject.Text, out var subject) || !_view.Sees(subject)) return null;
        var by = -1;
        if (pattern.By.Text.Length > 0 && (!entities.TryFind(pattern.By.Text, out by) || !_view.Sees(by))) return null;
        var (value, high, qualifier) = (result.Value, result.Low, result.High) switch
        {
            ({ } point, var low, var most) when low == point && most == point => (point, null, Qualifier.Exact),
            ({ } point, _, _) => (point, null, Qualifier.About),
            (_, { } low, { } most) => (low, most, Qualifier.Between),
            (_, { } low, null) => (low, null, Qualifier.AtLeast),
            (_, _, var most) => (most, (decimal?)null, Qualifier.AtMost),
        };
        return Observation.Computed(subject, by, new ObservationStatement
        {
            Subject = pattern.Subject.Text,
            Indicator = pattern.Indicator.Text,
            By = pattern.By.Text.Length > 0 ? pattern.By.Text : null,
            Period = PartialDate.TryParse(pattern.Period.Text, out var period) ? period : null,
            Qualifier = qualifier,
            Value = value,
            High = high,
            Unit = pattern.Unit.Text,
            Nature = ObservationNature.Derived,
            Certainty = computation.Evidence.Certainty(),
            Citations = result.Citations,
            Note = result.Derivation!.Note,
        });
    }
}
