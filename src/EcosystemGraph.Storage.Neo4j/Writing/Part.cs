using EcosystemGraph.Storage.Neo4j.Transport;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>A batch of rows of a change set, as one statement writes it.</summary>
/// <param name="ToStatement">Makes the statement; from any thread.</param>
/// <param name="Regions">The regions of the graph whose nodes it locks, as bits: parts that share one go one after the other, others may go side by side.</param>
internal readonly record struct Part(Func<CypherStatement> ToStatement, ulong Regions = 0);
