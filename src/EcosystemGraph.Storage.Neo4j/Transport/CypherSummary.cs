namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>What the server says of a statement that ran to its end.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Counters">What it changed.</param>
/// <param name="Bookmarks">
/// The state of the database that it saw or made. Empty inside an explicit transaction, whose commit has them. The transport carries them to later
/// transactions by itself; a reader may use them to see whether the database has changed.
/// </param>
public sealed record CypherSummary(long Rows, CypherCounters Counters, IReadOnlyList<string> Bookmarks);

/// <summary>What a statement changed.</summary>
public sealed record CypherCounters
{
    /// <summary>Nothing.</summary>
    public static CypherCounters None { get; } = new();

    /// <summary>Nodes that it made.</summary>
    public long NodesCreated { get; init; }

    /// <summary>Nodes that it deleted.</summary>
    public long NodesDeleted { get; init; }

    /// <summary>Relationships that it made.</summary>
    public long RelationshipsCreated { get; init; }

    /// <summary>Relationships that it deleted.</summary>
    public long RelationshipsDeleted { get; init; }

    /// <summary>Properties that it set.</summary>
    public long PropertiesSet { get; init; }

    /// <summary>Labels that it added.</summary>
    public long LabelsAdded { get; init; }

    /// <summary>Labels that it removed.</summary>
    public long LabelsRemoved { get; init; }

    /// <summary>Indexes that it added.</summary>
    public long IndexesAdded { get; init; }

    /// <summary>Indexes that it removed.</summary>
    public long IndexesRemoved { get; init; }

    /// <summary>Constraints that it added.</summary>
    public long ConstraintsAdded { get; init; }

    /// <summary>Constraints that it removed.</summary>
    public long ConstraintsRemoved { get; init; }
}
