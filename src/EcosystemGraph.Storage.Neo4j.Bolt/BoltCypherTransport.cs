using EcosystemGraph.Storage.Neo4j.Transport;
using Neo4j.Driver;
using AccessMode = EcosystemGraph.Storage.Neo4j.Transport.AccessMode;
using CarriedBookmarks = EcosystemGraph.Storage.Neo4j.Transport.Bookmarks;

namespace EcosystemGraph.Storage.Neo4j.Bolt;

/// <summary>Neo4j by Bolt, with the official driver: its connections, its routing in a cluster, its decoding of values.</summary>
/// <remarks>The driver's own retries are not used: what is repeated, and when, is decided in one place for all transports.</remarks>
public sealed class BoltCypherTransport : ICypherTransport
{
    // Rows that the server sends before it is asked for more.
    private const int FetchSize = 5000;
    private const int ConnectionsBeyondWork = 16;
    private static readonly TimeSpan LivenessCheck = TimeSpan.FromSeconds(15);
    private readonly IDriver _driver;
    private readonly string _database;
    private readonly TimeSpan _patience;
    private readonly CarriedBookmarks _bookmarks = new();

    private BoltCypherTransport(IDriver driver, Neo4jOptions options)
    {
        _driver = driver;
        _database = options.Database;
        _patience = TimeSpan.FromSeconds(options.Resilience.AttemptTimeoutSeconds);
        Description = $"{new Uri(options.Uri).GetLeftPart(UriPartial.Authority)}/{options.Database}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Makes the transport. Nothing is sent yet.</summary>
    /// <exception cref="CypherException">The file of trusted certificates cannot be read.</exception>
    public static ICypherTransport Create(Neo4jOptions options)
    {
        var uri = new Uri(options.Uri);
        var hasOwnTrust = options.TrustedCertificates is { Length: > 0 };

        // The driver takes trust either from the scheme or from its settings.
        if (hasOwnTrust) uri = new UriBuilder(uri) { Scheme = uri.Scheme.Split('+')[0] }.Uri;
        var driver = GraphDatabase.Driver(uri, Token(options), builder =>
        {
            builder.WithConnectionTimeout(TimeSpan.FromSeconds(options.Resilience.ConnectTimeoutSeconds))
                .WithConnectionAcquisitionTimeout(TimeSpan.FromSeconds(options.Resilience.AttemptTimeoutSeconds))
                .WithMaxConnectionPoolSize(options.Resilience.MaxConcurrency + ConnectionsBeyondWork)
                .WithConnectionLivenessCheckTimeout(LivenessCheck)
                .WithFetchSize(FetchSize)
                .WithNotificationsDisabled()
                .WithUserAgent("EcosystemGraph");
            if (hasOwnTrust) builder.WithEncryptionLevel(EncryptionLevel.Encrypted).WithCertificateTrustRule(CertificateTrustRule.TrustList, [options.TrustedCertificates!]);
        });
        return new BoltCypherTransport(driver, options);
    }

    /// <inheritdoc/>
    public async Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
    {
        var call = new BoltCall(Description, statement, _patience, cancellationToken);
        var seen = _bookmarks.Newest;
        var session = OpenSession(mode, seen);
        var isWhole = false;
        try
        {
            var cursor = await call.WaitAsync(() => session.RunAsync(statement.Text, BoltValues.Parameters(statement.Parameters))).ConfigureAwait(false);
            var (rows, counters) = await call.ReadAsync(cursor, onRow).ConfigureAwait(false);
            var made = session.LastBookmarks?.Values ?? [];
            _bookmarks.Advance(seen, made);
            isWhole = true;
            return new CypherSummary(rows, counters, made);
        }
        catch (CypherException e)
        {
            _bookmarks.ForgetIfUnknown(e);
            throw;
        }
        finally
        {
            await CloseAsync(session, isWhole).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default)
    {
        var call = new BoltCall(Description, null, _patience, cancellationToken);
        var seen = _bookmarks.Newest;
        var session = OpenSession(mode, seen);
        try
        {
            var transaction = await call.WaitAsync(session.BeginTransactionAsync).ConfigureAwait(false);
            return new BoltCypherTransaction(session, transaction, Description, _patience, made => _bookmarks.Advance(seen, made));
        }
        catch (Exception e)
        {
            if (e is CypherException failure) _bookmarks.ForgetIfUnknown(failure);
            await CloseAsync(session, false).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    /// <summary>Closes a session. After a failure nobody waits for it: a server that is silent would be silent here too.</summary>
    internal static async Task CloseAsync(IAsyncSession session, bool wait)
    {
        var closing = Task.Run(async () =>
        {
            try
            {
                await session.CloseAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is Neo4jException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The connection has failed: what was open in it is rolled back by the server.
            }
        });
        if (wait) await closing.ConfigureAwait(false);
    }

    private static IAuthToken Token(Neo4jOptions options) =>
        options.BearerToken is { Length: > 0 } token ? AuthTokens.Bearer(token)
        : string.IsNullOrEmpty(options.Username) ? AuthTokens.None
        : AuthTokens.Basic(options.Username, options.Password ?? "");

    private IAsyncSession OpenSession(AccessMode mode, IReadOnlyList<string> bookmarks) => _driver.AsyncSession(builder => builder
        .WithDatabase(_database)
        .WithDefaultAccessMode(mode == AccessMode.Read ? global::Neo4j.Driver.AccessMode.Read : global::Neo4j.Driver.AccessMode.Write)
        .WithBookmarks(global::Neo4j.Driver.Bookmarks.From([.. bookmarks])));
}
