using System.Collections.Frozen;
using EcosystemGraph.Query.Filters;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>Reads <c>{ eq: … gt: … }</c>.</summary>
internal static class Conditions
{
    private static readonly FrozenDictionary<string, ValueOperator> Operators = new Dictionary<string, ValueOperator>
    {
        ["eq"] = ValueOperator.Eq,
        ["neq"] = ValueOperator.Neq,
        ["in"] = ValueOperator.In,
        ["nin"] = ValueOperator.Nin,
        ["gt"] = ValueOperator.Gt,
        ["gte"] = ValueOperator.Gte,
        ["lt"] = ValueOperator.Lt,
        ["lte"] = ValueOperator.Lte,
        ["contains"] = ValueOperator.Contains,
        ["startsWith"] = ValueOperator.StartsWith,
        ["endsWith"] = ValueOperator.EndsWith,
        ["containsAny"] = ValueOperator.ContainsAny,
        ["containsAll"] = ValueOperator.ContainsAll,
    }.ToFrozenDictionary();

    /// <summary>All comparisons that the fields make; fields that are no operators are passed over. An operator that takes no null is passed over where it is null.</summary>
    public static ValueCondition Read(IDictionary<string, object?> fields)
    {
        var comparisons = new List<ValueComparison>(fields.Count);
        foreach (var (name, operand) in fields)
        {
            if (!Operators.TryGetValue(name, out var op)) continue;
            if (operand is null && op is not (ValueOperator.Eq or ValueOperator.Neq)) continue;
            comparisons.Add(new ValueComparison(op, operand));
        }

        return new ValueCondition(comparisons);
    }
}
