using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>Reads what filters name by ids. The rule for all of them is that of <c>entity(id:)</c>: an id, or a name or alias that only one has.</summary>
internal static class References
{
    public static IReadOnlyList<Reference<string>> ToDocuments(IEnumerable<string> texts) => [.. texts.Select(Reference.ToDocument)];

    /// <summary>Reads <c>{ eq: … in: … nin: … }</c> of entities.</summary>
    public static EntityFilter ToEntities(ValueCondition condition)
    {
        var filters = condition.Comparisons.Select(c =>
        {
            var named = new IsOneOf([.. Texts(c).Select(Reference.ToEntity)]);
            return IsAmong(c) ? (EntityFilter)named : new Negation(named);
        }).ToArray();
        return filters is [var only] ? only : new AllOf(filters);
    }

    /// <summary>Reads <c>{ eq: … in: … nin: … }</c> of indicators.</summary>
    public static IReadOnlyList<IndicatorIs> ToIndicators(ValueCondition? condition) =>
        condition is null ? [] : [.. condition.Comparisons.Select(c => new IndicatorIs([.. Texts(c).Select(Reference.ToIndicator)], IsAmong(c)))];

    private static bool IsAmong(ValueComparison comparison) => comparison.Operator is ValueOperator.Eq or ValueOperator.In;

    /// <summary>The ids; none of null, which nothing is.</summary>
    private static IEnumerable<string> Texts(ValueComparison comparison) => comparison.Operand switch
    {
        string one => [one],
        object?[] several => several.OfType<string>(),
        _ => [],
    };
}
