namespace EcosystemGraph.Storage.Neo4j.Transport;

/// <summary>
/// A way to one Neo4j database. It runs statements and says truthfully how they ended: a result that broke off is an error, never a shorter result.
/// It repeats nothing by itself.
/// </summary>
/// <remarks>
/// All members may be called from any thread. What one transaction made, every later one through the same transport sees (bookmarks are carried inside).
/// Errors are <see cref="CypherException"/>s.
/// </remarks>
public interface ICypherTransport : IAsyncDisposable
{
    /// <summary>Where the database is, without secrets: <c>http://localhost:7474/neo4j</c>.</summary>
    string Description { get; }

    /// <summary>Runs one statement in a transaction of its own, which is committed when this completes.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="mode">Whether it may write.</param>
    /// <param name="onRow">Is given the rows while they arrive, on any thread, one at a time; null if they are of no interest.</param>
    /// <param name="cancellationToken">Stops waiting; the server is told to stop where it can be.</param>
    /// <exception cref="CypherException">It failed. Rows given before are a part of the result and worth nothing.</exception>
    Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default);

    /// <summary>Begins a transaction of several statements. Disposing it without a commit rolls it back.</summary>
    /// <exception cref="CypherException">It cannot begin.</exception>
    Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default);
}

/// <summary>A transaction of several statements, one after the other. After an error it is rolled back and can only be disposed.</summary>
public interface ICypherTransaction : IAsyncDisposable
{
    /// <summary>Runs one statement.</summary>
    /// <inheritdoc cref="ICypherTransport.RunAsync"/>
    Task<CypherSummary> RunAsync(CypherStatement statement, OnCypherRow? onRow = null, CancellationToken cancellationToken = default);

    /// <summary>Makes all of it durable. If the kind of the error is <see cref="CypherErrorKind.Unavailable"/>, whether that happened is unknown.</summary>
    /// <returns>The bookmarks of the new state.</returns>
    /// <exception cref="CypherException">It was not committed, or it is unknown whether it was.</exception>
    Task<IReadOnlyList<string>> CommitAsync(CancellationToken cancellationToken = default);
}
