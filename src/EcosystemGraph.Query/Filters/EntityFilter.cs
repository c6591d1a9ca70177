using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Filters;

/// <summary>What entities are asked for. Immutable; evaluated against a view.</summary>
public abstract record EntityFilter
{
    private protected EntityFilter()
    {
    }
}

/// <summary>All of several filters; none is true.</summary>
/// <param name="Filters">The filters.</param>
public sealed record AllOf(IReadOnlyList<EntityFilter> Filters) : EntityFilter;

/// <summary>At least one of several filters; none is false.</summary>
/// <param name="Filters">The filters.</param>
public sealed record AnyOf(IReadOnlyList<EntityFilter> Filters) : EntityFilter;

/// <summary>What a filter does not take.</summary>
/// <param name="Filter">The filter.</param>
public sealed record Negation(EntityFilter Filter) : EntityFilter;

/// <summary>The entity's kind is one of these, or implements one of these interfaces.</summary>
/// <param name="Types">Kinds or interfaces.</param>
public sealed record KindIs(IReadOnlyList<EntityType> Types) : EntityFilter;

/// <summary>A field that every entity has, other than properties of its kind.</summary>
public enum BuiltInField
{
    /// <summary>The id.</summary>
    Id,

    /// <summary>The preferred name.</summary>
    Name,

    /// <summary>The preferred Chinese name.</summary>
    NameZh,

    /// <summary>The other names: a list.</summary>
    Aliases,

    /// <summary>The description.</summary>
    Description,

    /// <summary>The confidence, from 0 to 1.</summary>
    Confidence,

    /// <summary>From when a relation holds.</summary>
    ValidFrom,

    /// <summary>Until when a relation holds.</summary>
    ValidTo,
}

/// <summary>A built-in field of an entity fits a condition.</summary>
/// <param name="Field">The field.</param>
/// <param name="Condition">The condition.</param>
public sealed record BuiltInFilter(BuiltInField Field, ValueCondition Condition) : EntityFilter;

/// <summary>A property of an entity fits a condition. Entities without the property have the value null.</summary>
/// <param name="Property">The property.</param>
/// <param name="Condition">The condition.</param>
public sealed record PropertyFilter(PropertyDefinition Property, ValueCondition Condition) : EntityFilter;

/// <summary>The entity is one of these.</summary>
/// <param name="Entities">The entities.</param>
public sealed record IsOneOf(IReadOnlyList<Reference<int?>> Entities) : EntityFilter;

/// <summary>The entity lies in a place, through stated and computed containment; a place lies in itself.</summary>
/// <param name="Place">The place.</param>
public sealed record Within(Reference<int?> Place) : EntityFilter;

/// <summary>At least one of these documents is cited for the entity.</summary>
/// <param name="Documents">The documents.</param>
public sealed record CitedBy(IReadOnlyList<Reference<string>> Documents) : EntityFilter;

/// <summary>How many of an entity's related entities must fit.</summary>
public enum Quantifier
{
    /// <summary>At least one fits.</summary>
    Some,

    /// <summary>None fits.</summary>
    None,

    /// <summary>Every one fits; true where there is none.</summary>
    All,

    /// <summary>There is one at all (<c>any: true</c>), or none (<c>any: false</c>); see <see cref="HasRelated"/>.</summary>
    Any,
}

/// <summary>The entities on the other end of a relation field fit a filter, and the relations themselves another.</summary>
/// <param name="Field">The relation field.</param>
/// <param name="Quantifier">Some, none or all.</param>
/// <param name="Target">The filter of the other end; null takes each.</param>
/// <param name="Edge">The filter of the relation; null takes each.</param>
public sealed record RelatedFilter(RelationField Field, Quantifier Quantifier, EntityFilter? Target, RelationFilter? Edge) : EntityFilter;

/// <summary>There is a related entity at all, or none.</summary>
/// <param name="Field">The relation field.</param>
/// <param name="Expected">True: there is one; false: there is none.</param>
public sealed record HasRelated(RelationField Field, bool Expected) : EntityFilter;

/// <summary>The number of related entities fits a condition.</summary>
/// <param name="Field">The relation field.</param>
/// <param name="Condition">The condition, on an <see cref="int"/>.</param>
public sealed record RelatedCount(RelationField Field, ValueCondition Condition) : EntityFilter;

/// <summary>The entity has an observation that fits.</summary>
/// <param name="Filter">The filter of the observations.</param>
public sealed record ObservedFilter(ObservationFilter Filter) : EntityFilter;

/// <summary>A score of the entity, computed elsewhere, fits a condition. The scores are by entity index; NaN means that there is none.</summary>
/// <param name="Scores">Gives the scores of a view; called once for an evaluation.</param>
/// <param name="Condition">The condition, on a <see cref="double"/>.</param>
public sealed record ScoreFilter(Func<Views.GraphView, double[]> Scores, ValueCondition Condition) : EntityFilter;

/// <summary>What relations are asked for.</summary>
public abstract record RelationFilter
{
    private protected RelationFilter()
    {
    }
}

/// <summary>All of several filters.</summary>
/// <param name="Filters">The filters.</param>
public sealed record AllOfRelations(IReadOnlyList<RelationFilter> Filters) : RelationFilter;

/// <summary>At least one of several filters.</summary>
/// <param name="Filters">The filters.</param>
public sealed record AnyOfRelations(IReadOnlyList<RelationFilter> Filters) : RelationFilter;

/// <summary>What a filter does not take.</summary>
/// <param name="Filter">The filter.</param>
public sealed record RelationNegation(RelationFilter Filter) : RelationFilter;

/// <summary>A property of the relation fits a condition.</summary>
/// <param name="Property">The property.</param>
/// <param name="Condition">The condition.</param>
public sealed record RelationPropertyFilter(PropertyDefinition Property, ValueCondition Condition) : RelationFilter;

/// <summary>A built-in field of the relation fits a condition: id, confidence, validFrom, validTo.</summary>
/// <param name="Field">The field.</param>
/// <param name="Condition">The condition.</param>
public sealed record RelationBuiltInFilter(BuiltInField Field, ValueCondition Condition) : RelationFilter;

/// <summary>At least one of these documents is cited for the relation.</summary>
/// <param name="Documents">The documents.</param>
public sealed record RelationCitedBy(IReadOnlyList<Reference<string>> Documents) : RelationFilter;

/// <summary>What observations are asked for; each part that is null takes all.</summary>
public sealed record ObservationFilter
{
    /// <summary>All of these.</summary>
    public IReadOnlyList<ObservationFilter> And { get; init; } = [];

    /// <summary>At least one of these, if there are any.</summary>
    public IReadOnlyList<ObservationFilter>? Or { get; init; }

    /// <summary>Not this.</summary>
    public ObservationFilter? Not { get; init; }

    /// <summary>The id: <c>subject.indicator.by.period.unit</c>.</summary>
    public ValueCondition? Id { get; init; }

    /// <summary>Words that must stand in the names of what the figure is about, or in its unit or period; see <see cref="Search.FigureWords"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The indicator: all of these, each one of several or none of them.</summary>
    public IReadOnlyList<IndicatorIs> Indicator { get; init; } = [];

    /// <summary>The subject.</summary>
    public EntityFilter? Subject { get; init; }

    /// <summary>The entity by which it is broken down.</summary>
    public EntityFilter? By { get; init; }

    /// <summary>Whether it is broken down at all.</summary>
    public bool? HasBy { get; init; }

    /// <summary>The period.</summary>
    public ValueCondition? Period { get; init; }

    /// <summary>The value, a decimal.</summary>
    public ValueCondition? Value { get; init; }

    /// <summary>The upper end of a range, a decimal.</summary>
    public ValueCondition? High { get; init; }

    /// <summary>The unit.</summary>
    public ValueCondition? Unit { get; init; }

    /// <summary>The qualifier's name in upper snake case.</summary>
    public ValueCondition? Qualifier { get; init; }

    /// <summary>The nature's name in upper snake case.</summary>
    public ValueCondition? Nature { get; init; }

    /// <summary>The confidence.</summary>
    public ValueCondition? Confidence { get; init; }

    /// <summary>At least one of these documents is cited.</summary>
    public IReadOnlyList<Reference<string>>? CitedBy { get; init; }
}

/// <summary>The indicator is one of several, or none of them.</summary>
/// <param name="Indicators">The indicators.</param>
/// <param name="Among">False: none of them.</param>
public sealed record IndicatorIs(IReadOnlyList<Reference<string>> Indicators, bool Among = true);
