using EcosystemGraph.Model.Snapshots;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>One of the figures that a rule was applied to.</summary>
/// <param name="Value">The figure; null if it is only bounded.</param>
/// <param name="Low">The least that it can be; null for no bound.</param>
/// <param name="High">The most that it can be; null for no bound.</param>
/// <param name="Unit">The unit; null for a bare number.</param>
/// <param name="Observation">The observation whose figure it is, if it is one.</param>
/// <param name="Entity">The entity whose property it is, if it is one.</param>
/// <param name="Relation">The relation whose property it is, if it is one.</param>
public sealed record DerivationPart(decimal? Value, decimal? Low, decimal? High, string? Unit, Observation? Observation, int? Entity, int? Relation);
