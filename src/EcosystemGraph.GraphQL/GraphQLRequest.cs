namespace EcosystemGraph.GraphQL;

/// <summary>What is asked.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations is meant; needed if it has several.</param>
/// <param name="Variables">Values of its variables, as JSON has them.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, IReadOnlyDictionary<string, object?>? Variables = null)
{
    /// <summary>True if only a query may be run, as by GET.</summary>
    public bool QueriesOnly { get; init; }
}
