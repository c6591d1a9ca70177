namespace EcosystemGraph.Query.Filters;

/// <summary>Makes tests of numbers that are computed, such as counts and scores, from conditions: without boxing a number for each item.</summary>
internal static class NumberTest
{
    /// <summary>A test of a number, in which NaN stands for null.</summary>
    public static Predicate<double> Compile(string name, ValueCondition condition)
    {
        return ConditionCompiler.All(condition.Comparisons.Select(c => Compile(name, c)));
    }

    private static Predicate<double> Compile(string name, ValueComparison comparison)
    {
        var (op, operand) = (comparison.Operator, comparison.Operand);
        switch (op)
        {
            case ValueOperator.In or ValueOperator.Nin when operand is object?[] items:
                var any = ConditionCompiler.Any(items.Select(i => Compile(name, new ValueComparison(ValueOperator.Eq, i))));
                return op == ValueOperator.In ? any : value => !any(value);
            case ValueOperator.Eq or ValueOperator.Neq when operand is null:
                return op == ValueOperator.Eq ? double.IsNaN : value => !double.IsNaN(value);
        }

        var number = operand is null ? null : Fields.ValueDomain.Number.Operand(operand);
        if (number is null) throw new QueryException(QueryErrorCode.BadArgument, $"{name}: '{operand ?? "null"}' is not a number");
        var other = Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture);
        return op switch
        {
            ValueOperator.Eq => value => value == other,
            ValueOperator.Neq => value => value != other,
            ValueOperator.Gt => value => value > other,
            ValueOperator.Gte => value => value >= other,
            ValueOperator.Lt => value => value < other,
            ValueOperator.Lte => value => value <= other,
            _ => throw new QueryException(QueryErrorCode.BadArgument, $"{name}: {op} does not apply to a number"),
        };
    }
}
