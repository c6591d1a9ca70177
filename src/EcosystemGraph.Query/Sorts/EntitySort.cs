using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Query.Filters;

namespace EcosystemGraph.Query.Sorts;

/// <summary>One key of an order. Nulls come last in either direction; ties break by id, ascending.</summary>
/// <param name="Descending">True for the largest first.</param>
public abstract record EntitySort(bool Descending);

/// <summary>By a built-in field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByBuiltIn(BuiltInField Field, bool Descending) : EntitySort(Descending);

/// <summary>By kind, in the order of the ontology.</summary>
/// <param name="Descending">True for the last first.</param>
public sealed record ByKind(bool Descending) : EntitySort(Descending);

/// <summary>By a property; enums in the order of their values, dates by their start, text by ordinal order of its folded form.</summary>
/// <param name="Property">The property.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByProperty(PropertyDefinition Property, bool Descending) : EntitySort(Descending);

/// <summary>By the number of related entities.</summary>
/// <param name="Field">The relation field.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByRelatedCount(RelationField Field, bool Descending) : EntitySort(Descending);

/// <summary>By a property of the relation that leads here, where related entities are listed.</summary>
/// <param name="Property">The relation's property.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByEdgeProperty(PropertyDefinition Property, bool Descending) : EntitySort(Descending);

/// <summary>By a built-in field of the relation that leads here: validFrom, validTo, confidence.</summary>
/// <param name="Field">The field.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByEdgeBuiltIn(BuiltInField Field, bool Descending) : EntitySort(Descending);

/// <summary>By scores that were computed elsewhere; NaN means that there is none.</summary>
/// <param name="Scores">Gives the scores of a view by entity index.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByScore(Func<Views.GraphView, double[]> Scores, bool Descending) : EntitySort(Descending)
{
    /// <summary>Which scores they are: a cursor of one order by scores is refused by an order by others, as far as the names differ.</summary>
    public string Name { get; init; } = "";
}

/// <summary>By the value of the first observation that fits, in the order of their ids.</summary>
/// <param name="Filter">The filter of the observations.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record ByObservation(ObservationFilter Filter, bool Descending) : EntitySort(Descending);

/// <summary>By how well a search found it; used by search only.</summary>
/// <param name="Descending">True for the best first.</param>
public sealed record ByRelevance(bool Descending) : EntitySort(Descending);
