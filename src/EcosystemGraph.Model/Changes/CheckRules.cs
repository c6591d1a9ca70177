using EcosystemGraph.Model.Checks;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Changes;

/// <summary>What checks must meet: a rule that can be read, and whose observations, kinds and entities exist.</summary>
internal sealed class CheckRules(Ontology ontology, ChangedFacts after, FactProblems problems)
{
    public void Check(CheckFact check)
    {
        if (!Names.IsSlug(check.Id))
            problems.Add(ProblemCode.InvalidId, check, "id", $"'{check.Id}' is not an id; expected a slug of a-z, 0-9 and inner hyphens");
        if (check.Tolerance < 0)
            problems.Add(ProblemCode.InvalidValue, check, "tolerance", $"tolerance: '{check.Tolerance}' is negative");
        if (!CheckParser.TryParse(check, out var expression, out var member, out var problem))
        {
            problems.Add(ProblemCode.InvalidExpression, check, member, problem);
            return;
        }

        Check(check, "stated", expression.Stated);
        foreach (var term in expression.Terms) Check(check, "parts", term);
    }

    private void Check(CheckFact check, string member, CheckTerm term)
    {
        switch (term)
        {
            case ObservationTerm { Pattern: var pattern }:
                foreach (var alternative in pattern.Alternatives().Where(a => !Exists(a)))
                    problems.Add(ProblemCode.InvalidExpression, check, member, $"'{alternative}' is no observation");
                break;
            case EntityTerm { Kind: var kind }:
                CheckKind(check, member, kind);
                break;
            case RelationTerm { Relation: var relation, Conditions: var conditions }:
                CheckRelation(check, member, relation);
                foreach (var condition in conditions) CheckCondition(check, member, condition);
                break;
        }
    }

    private bool Exists(ObservationPattern pattern)
    {
        if (pattern.IsLiteral) return after.Has(FactType.Observation, pattern.Text);
        return !pattern.Indicator.IsLiteral || after.ObservationsOf(pattern.Indicator.Text).Any(pattern.MatchesId);
    }

    private void CheckCondition(CheckFact check, string member, EndCondition condition)
    {
        switch (condition)
        {
            case EndIsKind { Kind: var kind }:
                CheckKind(check, member, kind);
                break;
            case EndIsEntity { Id: var id }:
                CheckEntity(check, member, id);
                break;
            case EndRelatesTo { Relation: var relation, Id: var id }:
                CheckRelation(check, member, relation);
                CheckEntity(check, member, id);
                break;
        }
    }

    private void CheckKind(CheckFact check, string member, string kind)
    {
        if (ontology.Type(kind) is null) problems.Add(ProblemCode.InvalidExpression, check, member, $"'{kind}' is not a kind or interface of the ontology");
    }

    private void CheckRelation(CheckFact check, string member, string relation)
    {
        if (ontology.Relation(relation) is null) problems.Add(ProblemCode.InvalidExpression, check, member, $"'{relation}' is not a kind of relation of the ontology");
    }

    private void CheckEntity(CheckFact check, string member, TextPattern pattern)
    {
        foreach (var id in pattern.Alternatives.Where(a => !TextPattern.IsWild(a) && after.KindOf(a) is null))
            problems.Add(ProblemCode.InvalidExpression, check, member, $"'{id}' is not an entity");
    }
}
