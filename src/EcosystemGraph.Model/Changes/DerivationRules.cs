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
        if (!DerivationParser.TryParse(derivation, out var expression, out var member, out var problem))
        {
            problems.Add(ProblemCode.InvalidExpression, derivation, member, problem);
            return;
        }

        if (expression.Stated is { } stated) Check(derivation, "stated", stated);
        CheckFigure(derivation, expression.Rule);
        foreach (var term in expression.Terms) Check(derivation, "parts", term);
    }

    /// <summary>Either a document states the figure, or the derivation gives it: an observation of an indicator, about something that exists, that nobody states.</summary>
    private void CheckFigure(DerivationFact derivation, DerivationRule rule)
    {
        if (derivation.Stated is not null == derivation.Derived is not null)
        {
            problems.Add(ProblemCode.MissingValue, derivation, derivation.Stated is null ? "stated" : "derived",
                $"'{derivation.Id}' has {(derivation.Stated is null ? "neither" : "both")} a stated figure and a derived one; expected one of the two");
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
        CheckEntity(derivation, "derived", figure.Subject);
        if (figure.By.Text.Length > 0) CheckEntity(derivation, "derived", figure.By);
        if (figure.Period.Text.Length > 0 && !PartialDate.TryParse(figure.Period.Text, out _, out var problem))
            problems.Add(ProblemCode.InvalidDate, derivation, "derived", problem);
        if (after.Indicator(figure.Indicator.Text) is not { } indicator)
            problems.Add(ProblemCode.UnknownIndicator, derivation, "derived", $"'{figure.Indicator.Text}' is not an indicator");
        else if (indicator.Units.Count > 0 && !indicator.Units.Contains(figure.Unit.Text))
            problems.Add(ProblemCode.UnknownIndicator, derivation, "derived", $"'{figure.Unit.Text}' is not a unit of the indicator '{indicator.Id}'; expected {string.Join(" or ", indicator.Units)}");
    }

    private void Check(DerivationFact derivation, string member, DerivationTerm term)
    {
        switch (term)
        {
            case ObservationTerm { Pattern: var pattern }:
                foreach (var alternative in pattern.Alternatives().Where(a => !Exists(a)))
                    problems.Add(ProblemCode.InvalidExpression, derivation, member, $"'{alternative}' is no observation");
                break;
            case EntityTerm { Kind: var kind }:
                CheckKind(derivation, member, kind);
                break;
            case RelationTerm { Relation: var relation, Conditions: var conditions }:
                CheckRelation(derivation, member, relation);
                foreach (var condition in conditions) CheckCondition(derivation, member, condition);
                break;
        }
    }

    private bool Exists(ObservationPattern pattern)
    {
        if (pattern.IsLiteral) return after.Has(FactType.Observation, pattern.Text);
        return !pattern.Indicator.IsLiteral || after.ObservationsOf(pattern.Indicator.Text).Any(pattern.MatchesId);
    }

    private void CheckCondition(DerivationFact derivation, string member, EndCondition condition)
    {
        switch (condition)
        {
            case EndIsKind { Kind: var kind }:
                CheckKind(derivation, member, kind);
                break;
            case EndIsEntity { Id: var id }:
                CheckEntity(derivation, member, id);
                break;
            case EndRelatesTo { Relation: var relation, Id: var id }:
                CheckRelation(derivation, member, relation);
                CheckEntity(derivation, member, id);
                break;
        }
    }

    private void CheckKind(DerivationFact derivation, string member, string kind)
    {
        if (ontology.Type(kind) is null) problems.Add(ProblemCode.InvalidExpression, derivation, member, $"'{kind}' is not a kind or interface of the ontology");
    }

    private void CheckRelation(DerivationFact derivation, string member, string relation)
    {
        if (ontology.Relation(relation) is null) problems.Add(ProblemCode.InvalidExpression, derivation, member, $"'{relation}' is not a kind of relation of the ontology");
    }

    private void CheckEntity(DerivationFact derivation, string member, TextPattern pattern)
    {
        foreach (var id in pattern.Alternatives.Where(a => !TextPattern.IsWild(a) && after.KindOf(a) is null))
            problems.Add(ProblemCode.InvalidExpression, derivation, member, $"'{id}' is not an entity");
    }
}
