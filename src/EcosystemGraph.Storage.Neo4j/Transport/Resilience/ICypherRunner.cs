namespace EcosystemGraph.Storage.Neo4j.Transport.Resilience;

/// <summary>
/// Runs work on a transport within the bounds of patience: what failed for a reason that passes is repeated from its beginning after a while, what hangs is given up,
/// and when nothing succeeds for some time, nothing is tried for a while.
/// </summary>
/// <remarks>All members may be called from any thread.</remarks>
public interface ICypherRunner : IAsyncDisposable
{
    /// <summary>Where the database is, without secrets.</summary>
    string Description { get; }

    /// <summary>Runs work that may be repeated: it reads, or what it writes it writes once however often it is run (by the id of a change set).</summary>
    /// <param name="work">
    /// The work: one or several statements or transactions. It starts anew at each attempt, so it keeps nothing of an earlier one, and passes the token on.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CypherException">It failed for good; <see cref="CypherErrorKind.Unavailable"/> also if there was no try because of earlier failures.</exception>
    Task<T> RunAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>Runs work once: it is not repeated, whatever happens.</summary>
    /// <inheritdoc cref="RunAsync"/>
    Task<T> RunOnceAsync<T>(Func<ICypherTransport, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);
}
