namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>A node.</summary>
/// <param name="ElementId">The database's own id.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Properties">Its properties.</param>
public sealed record CypherNode(string ElementId, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A relationship.</summary>
/// <param name="ElementId">The database's own id.</param>
/// <param name="StartElementId">The node it leaves.</param>
/// <param name="EndElementId">The node it enters.</param>
/// <param name="Type">Its type.</param>
/// <param name="Properties">Its properties.</param>
public sealed record CypherRelationship(
    string ElementId, string StartElementId, string EndElementId, string Type, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A path.</summary>
/// <param name="Nodes">Its nodes, one more than the relationships.</param>
/// <param name="Relationships">Its relationships, in the order of the path.</param>
public sealed record CypherPath(IReadOnlyList<CypherNode> Nodes, IReadOnlyList<CypherRelationship> Relationships);

/// <summary>A value of a type that the program does not use itself but others may have stored: dates, times, durations, points, vectors.</summary>
/// <param name="Type">The name of its type in Cypher: <c>DATE</c>, <c>ZONED DATETIME</c>, <c>POINT</c> …</param>
/// <param name="Text">The value as text.</param>
public sealed record CypherLiteral(string Type, string Text);
