using EcosystemGraph.Analytics.Projections;
using EcosystemGraph.GraphQL.Generation;
using EcosystemGraph.GraphQL.Resolvers;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Sorts;
using GraphQL.Types;

namespace EcosystemGraph.GraphQL.Inputs;

/// <summary>What the inputs of the API's fixed part are read into. Those that are not named here stay what they are: values by name.</summary>
internal sealed class FixedInputs(ScoreResolvers scores)
{
    public InputObjectGraphType Create(string name) => new ReadInput(name, name switch
    {
        "ObservationFilter" => ReadObservationFilter,
        "ObservationSort" => ReadObservationSort,
        "ScoreFilter" => scores.ReadFilter,
        "CommunityFilter" => scores.ReadCommunityFilter,
        "ScoreSort" => scores.ReadSort,
        "ObservedSort" => ReadObservedSort,
        "ProjectionInput" => ReadProjection,
        _ when name.EndsWith("Filter", StringComparison.Ordinal) => Conditions.Read,
        _ => fields => fields,
    });

    private static ObservationFilter ReadObservationFilter(IDictionary<string, object?> fields) => new()
    {
        And = fields.List<ObservationFilter>("and") ?? [],
        Or = fields.List<ObservationFilter>("or"),
        Not = fields.Get<ObservationFilter>("not"),
        Id = fields.Get<ValueCondition>("id"),
        Text = fields.Get<string>("text"),
        Indicator = References.ToIndicators(fields.Get<ValueCondition>("indicator")),
        Subject = fields.Get<EntityFilter>("subject"),
        By = fields.Get<EntityFilter>("by"),
        HasBy = fields.Get<object>("hasBy") as bool?,
        Period = fields.Get<ValueCondition>("period"),
        Value = fields.Get<ValueCondition>("value"),
        High = fields.Get<ValueCondition>("high"),
        Unit = fields.Get<ValueCondition>("unit"),
        Qualifier = fields.Get<ValueCondition>("qualifier"),
        Nature = fields.Get<ValueCondition>("nature"),
        Confidence = fields.Get<ValueCondition>("confidence"),
        CitedBy = fields.List<string>("citedBy") is { } documents ? References.ToDocuments(documents) : null,
    };

    private static ObservationSort ReadObservationSort(IDictionary<string, object?> fields)
    {
        var (name, direction) = fields.Single();
        return new ObservationSort(Enum.Parse<ObservationField>(name, true), SortTypes.IsDescending(direction));
    }

    private static ByObservation ReadObservedSort(IDictionary<string, object?> fields)
    {
        var filter = new ObservationFilter
        {
            Indicator = [new IndicatorIs([Reference.ToIndicator(fields.Get<string>("indicator")!)])],
            By = fields.Get<string>("by") is { } by ? new IsOneOf([Reference.ToEntity(by)]) : null,
            Period = fields.Get<object>("period") is { } period ? ValueCondition.Of(ValueOperator.Eq, period) : null,
            Unit = fields.Get<string>("unit") is { } unit ? ValueCondition.Of(ValueOperator.Eq, unit) : null,
        };
        return new ByObservation(filter, SortTypes.IsDescending(fields.Get<string>("direction")));
    }

    private static ProjectionSpec ReadProjection(IDictionary<string, object?> fields) => new(
        ProjectionSpec.InlineId, "given with the query", null, fields.List<string>("kinds") ?? [], fields.List<string>("relations") ?? [],
        fields.Get<bool>("directed"), fields.Get<string>("weight"), fields.Get<string>("path"), (float)fields.Get<double>("minConfidence"));
}
