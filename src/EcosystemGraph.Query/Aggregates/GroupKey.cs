using EcosystemGraph.Model.Ontologies;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>By what entities, or relations with their other ends, are put into groups. What has several values is in several groups; what has none is in the group without.</summary>
public abstract record GroupKey
{
    private protected GroupKey()
    {
    }
}

/// <summary>By kind.</summary>
public sealed record ByKindKey : GroupKey;

/// <summary>By the value of a property; by each item of a list.</summary>
/// <param name="Property">The property.</param>
public sealed record ByPropertyKey(PropertyDefinition Property) : GroupKey;

/// <summary>By the year in which a date starts.</summary>
/// <param name="Property">The date.</param>
public sealed record ByYearKey(PropertyDefinition Property) : GroupKey;

/// <summary>By each related entity, or by a key of it.</summary>
/// <param name="Field">The relation field.</param>
/// <param name="Inner">The key of the related entity; null for the entity itself.</param>
public sealed record ByRelatedKey(RelationField Field, GroupKey? Inner = null) : GroupKey;

/// <summary>By a property of the relation that leads to the entity; only where related entities are grouped.</summary>
/// <param name="Property">The relation's property.</param>
public sealed record ByEdgePropertyKey(PropertyDefinition Property) : GroupKey;

/// <summary>By each place of a kind or interface in which the entity lies; an entity of that kind lies in itself.</summary>
/// <param name="Type">The kind or interface of the places.</param>
public sealed record ByWithinKey(EntityType Type) : GroupKey;
