namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>What an answer says beside its rows.</summary>
internal sealed class QueryAnswer
{
    /// <summary>How many rows there were.</summary>
    public long Rows { get; set; }

    /// <summary>What was changed.</summary>
    public CypherCounters Counters { get; set; } = CypherCounters.None;

    /// <summary>The bookmarks; empty inside a transaction.</summary>
    public IReadOnlyList<string> Bookmarks { get; set; } = [];

    /// <summary>The id of the transaction that is open; null if none is.</summary>
    public string? TransactionId { get; set; }

    /// <summary>The errors: what counts, whatever the status says.</summary>
    public IReadOnlyList<(string Code, string Message)> Errors { get; set; } = [];

    /// <summary>The server that holds the transaction, in a cluster; null elsewhere.</summary>
    public string? Affinity { get; set; }
}
