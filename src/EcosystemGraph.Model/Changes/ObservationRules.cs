using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Changes;

/// <summary>What statements of figures must meet: a subject, an indicator and a unit that exist, and a figure that fits its qualifier.</summary>
internal sealed class ObservationRules(ChangedFacts after, FactProblems problems)
{
    public void Check(ObservationStatement statement)
    {
        if (after.KindOf(statement.Subject) is null)
            problems.Add(ProblemCode.DanglingEnd, statement, "subject", $"subject: '{statement.Subject}' is not an entity");
        if (statement.By is { } by && after.KindOf(by) is null)
            problems.Add(ProblemCode.DanglingEnd, statement, "by", $"by: '{by}' is not an entity");
        if (after.Indicator(statement.Indicator) is not { } indicator)
            problems.Add(ProblemCode.UnknownIndicator, statement, "indicator", $"'{statement.Indicator}' is not an indicator");
        else if (indicator.Units.Count > 0 && !indicator.Units.Contains(statement.Unit))
            problems.Add(ProblemCode.UnknownIndicator, statement, "unit", $"'{statement.Unit}' is not a unit of the indicator '{indicator.Id}'; expected {string.Join(" or ", indicator.Units)}");
        CheckFigure(statement);
    }

    private void CheckFigure(ObservationStatement statement)
    {
        if (statement.Qualifier == Qualifier.Unquantified)
        {
            if (statement.Value is not null)
                problems.Add(ProblemCode.InvalidValue, statement, "value", $"value: '{statement.Value}' stands where the figure is said to be unknown; expected none");
        }
        else if (statement.Value is null)
        {
            problems.Add(ProblemCode.MissingValue, statement, "value", "an observation without a figure; expected a number, or the qualifier for an unknown one");
        }

        if (statement.High is not null != (statement.Qualifier == Qualifier.Between))
            problems.Add(ProblemCode.InvalidValue, statement, "high", "an upper end and no range, or a range without an upper end; expected both or neither");
        else if (statement.High < statement.Value)
            problems.Add(ProblemCode.InvalidValue, statement, "high", $"high: '{statement.High}' is less than the lower end '{statement.Value}'");
    }
}
