namespace EcosystemGraph.Storage.Neo4j.Gds;

/// <summary>A part of the stored graph for the Graph Data Science library.</summary>
/// <param name="Kinds">The labels.</param>
/// <param name="Relations">The relationship types.</param>
/// <param name="Symmetric">Those of the types whose direction never counts.</param>
/// <param name="Directed">Whether the direction of the others does.</param>
/// <param name="Weight">The property that weighs a relationship; null for none.</param>
public sealed record GdsProjection(IReadOnlyList<string> Kinds, IReadOnlyList<string> Relations, IReadOnlyList<string> Symmetric, bool Directed, string? Weight);
