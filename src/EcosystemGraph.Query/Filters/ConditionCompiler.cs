using EcosystemGraph.Model.Values;
using EcosystemGraph.Query.Fields;

namespace EcosystemGraph.Query.Filters;

/// <summary>Makes tests of items from conditions on their fields. Operands are checked and folded once, here.</summary>
internal static class ConditionCompiler
{
    /// <summary>A test that a field fits a condition.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.BadArgument"/>: an operand or operator does not fit the field.</exception>
    public static Predicate<T> Compile<T>(Field<T> field, ValueCondition condition) =>
        All(condition.Comparisons.Select(c => Compile(field, c.Operator, c.Operand)));

    /// <summary>A test that all tests pass; true where there is none.</summary>
    public static Predicate<T> All<T>(IEnumerable<Predicate<T>> tests)
    {
        var all = tests.ToArray();
        if (all.Length == 1) return all[0];
        return item =>
        {
            foreach (var test in all)
            {
                if (!test(item)) return false;
            }

            return true;
        };
    }

    /// <summary>A test that one of the tests passes; false where there is none.</summary>
    public static Predicate<T> Any<T>(IEnumerable<Predicate<T>> tests)
    {
        var all = tests.ToArray();
        if (all.Length == 1) return all[0];
        return item =>
        {
            foreach (var test in all)
            {
                if (test(item)) return true;
            }

            return false;
        };
    }

    private static Predicate<T> Compile<T>(Field<T> field, ValueOperator op, object? operand)
    {
        switch (op)
        {
            case ValueOperator.Neq:
                return Not(Compile(field, ValueOperator.Eq, operand));
            case ValueOperator.In:
                return OneOf(field, Items(field, op, operand));
            case ValueOperator.Nin:
                return Not(Compile(field, ValueOperator.In, operand));
            case ValueOperator.Eq when operand is null:
                return item => field.Read(item) is null;
            case ValueOperator.Eq when field.IsList:
                return EqualsList(field, operand!);
            case ValueOperator.ContainsAny or ValueOperator.ContainsAll when field.IsList:
                var wanted = Items(field, op, operand).Select(item => Compile(field, ValueOperator.Contains, item));
                return op == ValueOperator.ContainsAny ? Any(wanted) : All(wanted);
            case ValueOperator.Contains when field.IsList:
                return AnyItem(field, ValueOperator.Eq, Operand(field, op, operand));
            case ValueOperator.Contains or ValueOperator.StartsWith or ValueOperator.EndsWith when field.Domain.IsText && !field.IsList:
                return Part(field, op, Names.Fold((string)Operand(field, op, operand)));
            case ValueOperator.Gt or ValueOperator.Gte or ValueOperator.Lt or ValueOperator.Lte or ValueOperator.Eq when !field.IsList:
                var other = Operand(field, op, operand);
                var domain = field.Domain;
                return item => field.Read(item) is { } value && domain.Holds(op, value, other);
            default:
                throw new QueryException(QueryErrorCode.BadArgument, $"{field.Name}: {Word(op)} does not apply to {(field.IsList ? "a list" : field.Domain.Expected)}");
        }
    }

    /// <summary>Texts, ids and values of enums are looked up, however many there are; others are compared one by one.</summary>
    private static Predicate<T> OneOf<T>(Field<T> field, object?[] items)
    {
        if (field.IsList || !items.All(i => i is null or string)) return Any(items.Select(item => Compile(field, ValueOperator.Eq, item)));
        var operands = items.Where(i => i is not null).Select(i => Operand(field, ValueOperator.In, i)).ToList();
        if (!operands.TrueForAll(o => o is string)) return Any(items.Select(item => Compile(field, ValueOperator.Eq, item)));
        var texts = operands.Cast<string>().ToHashSet(StringComparer.Ordinal);
        var takesNull = items.Contains(null);
        return item => field.Read(item) is string text ? texts.Contains(text) : takesNull;
    }

    private static Predicate<T> Not<T>(Predicate<T> test) => item => !test(item);

    private static Predicate<T> Part<T>(Field<T> field, ValueOperator op, string part) => op switch
    {
        ValueOperator.StartsWith => item => field.Folded(item) is { } text && text.StartsWith(part, StringComparison.Ordinal),
        ValueOperator.EndsWith => item => field.Folded(item) is { } text && text.EndsWith(part, StringComparison.Ordinal),
        _ => item => field.Folded(item) is { } text && text.Contains(part, StringComparison.Ordinal),
    };

    private static Predicate<T> AnyItem<T>(Field<T> field, ValueOperator op, object operand)
    {
        var domain = field.Domain;
        return item =>
        {
            if (field.Read(item) is not object[] values) return false;
            foreach (var value in values)
            {
                if (domain.Holds(op, value, operand)) return true;
            }

            return false;
        };
    }

    private static Predicate<T> EqualsList<T>(Field<T> field, object operand)
    {
        var wanted = (operand as object?[] ?? [operand]).Select(o => Operand(field, ValueOperator.Eq, o)).ToArray();
        var domain = field.Domain;
        return item =>
        {
            if (field.Read(item) is not object[] values || values.Length != wanted.Length) return false;
            for (var i = 0; i < values.Length; i++)
            {
                if (!domain.Holds(ValueOperator.Eq, values[i], wanted[i])) return false;
            }

            return true;
        };
    }

    private static object?[] Items<T>(Field<T> field, ValueOperator op, object? operand) =>
        operand as object?[] ?? throw new QueryException(QueryErrorCode.BadArgument, $"{field.Name}: {Word(op)} is '{operand ?? "null"}'; expected a list");

    private static object Operand<T>(Field<T> field, ValueOperator op, object? operand)
    {
        var read = operand is null ? null : field.Domain.Operand(operand);
        return read ?? throw new QueryException(QueryErrorCode.BadArgument, $"{field.Name}: {Word(op)} is '{operand ?? "null"}'; expected {field.Domain.Expected}");
    }

    private static string Word(ValueOperator op) => Names.ToCamel(op.ToString());
}
