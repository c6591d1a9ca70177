namespace EcosystemGraph.Analytics.Measures;

/// <summary>An edge's score and where it stands.</summary>
/// <param name="Source">The entity that it starts from.</param>
/// <param name="Target">The entity that it leads to.</param>
/// <param name="Relation">The relation that it is; null where it is a collapsed path.</param>
/// <param name="Score">The score.</param>
/// <param name="Rank">Competition rank.</param>
public sealed record EdgeScore(int Source, int Target, int? Relation, double Score, int Rank);
