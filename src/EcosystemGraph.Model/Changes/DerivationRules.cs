using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What derivations must meet: a rule that can be read and whose observations, kinds and entities exist, and a figure that is stated or given, not both.</summary>
internal sealed class DerivationRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    public void Check(DerivationFact derivation)
    {
        if (!Names.IsSlug(derivation.Id))
            problems.Add(ProblemCode.InvalidId, derivation, "id", $"'{derivation.Id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens");
        if (derivation.Tolerance < 0)
            problems.Add(ProblemCode.InvalidValue, derivation, "tolerance", $"tolerance: '{derivation.Tolerance}' is negative");
        if (!DerivationParser.TryParse(derivation, out var expression, out var stated, out var member, out var problem))
        {
            problems.Add(ProblemCode.InvalidExpression, derivation, member, problem);
            return;
        }

        if (stated is not null) Rules(derivation, "stated").Check(stated);
        CheckFigure(derivation, expression.Rule);
        Rules(derivation, "parts").Check(expression);
    }

    private ExpressionRules Rules(DerivationFact derivation, string member) =>
        new(ontology, after, problem => problems.Add(ProblemCode.InvalidExpression, derivation, member, problem));

    /// <summary>Either a document states the figure, or the derivation gives it: an observation of an indicator, about something that exists, that nobody states.</summary>
    private void CheckFigure(DerivationFact derivation, DerivationRule rule)
    {
        if (derivation.Stated is not null == derivation.Derived is not null)
        {
            problems.Add(ProblemCode.MissingValue, derivation, derivation.Stated is null ? "stated" : "derived",
                $"'{derivation.Id}' has {(derivation.Stated is null ? "neither a stated figure nor" : "both a stated figure and")} a derived one; expected one of the two");
            return;
        }

        if (derivation.Derived is not { } figure) return;
        if (rule == DerivationRule.Order)
            problems.Add(ProblemCode.InvalidExpression, derivation, "derived", $"'{derivation.Id}' is a check of ranks and gives no figure; expected the ranks under 'stated'");
        else if (!ObservationPattern.TryParse(figure, out var pattern, out var problem))
            problems.Add(ProblemCode.InvalidExpression, derivation, "derived", problem);
        else if (!pattern.IsLiteral)
            problems.Add(ProblemCode.InvalidExpression, derivation, "derived", $"'{figure}' stands for several observations; expected one");
        else if (after.Has(FactType.Observation, figure))
            problems.Add(ProblemCode.InvalidExpression, derivation, "derived", $"'{figure}' is stated by an observation; expected it under 'stated'");
        else CheckParts(derivation, pattern);
    }

    private void CheckParts(DerivationFact derivation, ObservationPattern figure)
    {
        CheckEntity(derivation, figure.Subject.Text);
        if (figure.By.Text.Length > 0) CheckEntity(derivation, figure.By.Text);
        if (figure.Period.Text.Length > 0 && !PartialDate.TryParse(figure.Period.Text, out _, out var problem))
            problems.Add(ProblemCode.InvalidDate, derivation, "derived", problem);
        if (after.Indicator(figure.Indicator.Text) is not { } indicator)
            problems.Add(ProblemCode.UnknownIndicator, derivation, "derived", $"'{figure.Indicator.Text}' is not an indicator");
        else if (indicator.Units.Count > 0 && !indicator.Units.Contains(figure.Unit.Text))
            problems.Add(ProblemCode.UnknownIndicator, derivation, "derived", $"'{figure.Unit.Text}' is not a unit of the indicator '{indicator.Id}'; expected {string.Join(" or ", indicator.Units)}");
    }

    private void CheckEntity(DerivationFact derivation, string id)
    {
        if (after.KindOf(id) is null) problems.Add(ProblemCode.InvalidExpression, derivation, "derived", $"'{id}' is not an entity");
    }
}
