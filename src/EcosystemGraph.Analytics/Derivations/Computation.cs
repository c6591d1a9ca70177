using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The recomputation of one figure: what came out, and what went in.</summary>
internal sealed class Computation(GraphView view)
{
    private readonly SortedDictionary<string, Observation> _observations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _entities = new(StringComparer.Ordinal);

    /// <summary>Why there is no figure.</summary>
    public string? Undetermined { get; private set; }

    public IReadOnlyList<Observation> Observations => [.. _observations.Values];

    public IReadOnlyList<int> Entities => [.. _entities.Values];

    /// <summary>The figure of a check; null with <see cref="Undetermined"/> set if there is none. ORDER is no figure and not computed here.</summary>
    public Figure? Run(DerivationExpression expression)
    {
        try
        {
            Figure? figure = expression.Rule switch
            {
                DerivationRule.Sum => expression.Terms.Select(Sum).Aggregate((Figure?)Figure.Exactly(0), static (a, b) => a + b),
                DerivationRule.Diff => Sum(expression.Terms[0]) - Sum(expression.Terms[1]),
                DerivationRule.Share => Quotient(expression) * 100,
                DerivationRule.Ratio => Quotient(expression),
                DerivationRule.Count => Count(expression.Terms[0]),
                _ => throw new InvalidOperationException($"There is no figure for {expression.Rule}."),
            };
            return Undetermined is null ? figure : null;
        }
        catch (OverflowException)
        {
            Undetermined = "the figures are too large to compute with";
            return null;
        }
    }

    private Figure? Quotient(DerivationExpression expression)
    {
        if (Sum(expression.Terms[0]) is not { } dividend || Sum(expression.Terms[1]) is not { } divisor) return null;
        var quotient = Figure.Divide(dividend, divisor);
        if (quotient is null) Undetermined ??= "a figure is divided by one that is not above 0, or is below 0 itself";
        return quotient;
    }

    private Figure? Sum(DerivationTerm term)
    {
        if (term is NumberTerm number) return Figure.Exactly(number.Value);
        var sum = Figure.Exactly(0);
        foreach (var observation in Select((ObservationTerm)term))
        {
            if (Figure.Of(observation.Preferred) is not { } figure)
            {
                Undetermined ??= $"'{observation.Id}' names no figure";
                return null;
            }

            sum += figure;
        }

        return sum;
    }

    private Figure Count(DerivationTerm term)
    {
        var count = 0;
        switch (term)
        {
            case NumberTerm number:
                return Figure.Exactly(number.Value);
            case ObservationTerm figures:
                count = Select(figures).Count;
                break;
            case EntityTerm { Kind: var name }:
                foreach (var entity in view.Snapshot.Ontology.Type(name) is { } type ? view.Entities(type) : [])
                {
                    Enter(entity);
                    count++;
                }

                break;
            case RelationTerm relations:
                foreach (var relation in RelationSelection.Select(view, relations))
                {
                    Enter(RelationSelection.Counted(view, relations, relation));
                    count++;
                }

                break;
        }

        if (count == 0) Undetermined ??= "there is nothing to count, and what is not recorded is not known to be none";
        return Figure.Exactly(count);
    }

    private List<Observation> Select(ObservationTerm term)
    {
        var observations = ObservationSelection.Select(view.Snapshot.Observations, term.Pattern, out var missing);
        if (missing is not null) Undetermined ??= $"there is no observation '{missing}'";
        if (term.EqualTo is { } value) observations.RemoveAll(o => o.Preferred.Value != value);
        foreach (var observation in observations) _observations[observation.Id] = observation;
        return observations;
    }

    private void Enter(int entity) => _entities[view.Snapshot.Entities.Id(entity)] = entity;
}
