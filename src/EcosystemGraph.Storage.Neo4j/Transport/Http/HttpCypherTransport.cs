using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Neo4j by its HTTP Query API, version 2 (Neo4j 5.26 and later): typed JSON, rows as they arrive, explicit transactions.
/// </summary>
/// <remarks>Its address: https://neo4j.com/docs/query-api/current/. A cluster routes by the access mode itself.</remarks>
public sealed class HttpCypherTransport : ICypherTransport
{
    // Less than the server's own patience with an idle connection, so that none is used that it is about to close.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private readonly QueryApi _api;
    private readonly Bookmarks _bookmarks = new();

    private HttpCypherTransport(QueryApi api, string description)
    {
        _api = api;
        Description = description;
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Makes the transport. Nothing is sent yet.</summary>
    /// <exception cref="CypherException">The file of trusted certificates cannot be read.</exception>
    public static HttpCypherTransport Create(Neo4jOptions options)
    {
        var uri = new Uri(options.Uri, UriKind.Absolute);
        var where = $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath.TrimEnd('/')}";
        var http = new HttpClient(CreateHandler(options), disposeHandler: true)
        {
            BaseAddress = new Uri($"{where}/db/{Uri.EscapeDataString(options.Database)}/query/v2"),

            // Silence is what is bounded, not the length of an answer.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Authorization = Authorization(options);
        foreach (var type in MediaTypes.Accepted) http.DefaultRequestHeaders.Accept.Add(type);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("EcosystemGraph");
        var description = $"{where}/{options.Database}";
        return new HttpCypherTransport(new QueryApi(http, description, TimeSpan.FromSeconds(options.Resilience.AttemptTimeoutSeconds)), description);
    }

    /// <inheritdoc/>
    public async Task<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, OnCypherRow? onRow = null, CancellationToken cancellationToken = default)
    {
        var seen = _bookmarks.Newest;
        try
        {
            var answer = await _api.SendAsync(HttpMethod.Post, "", QueryRequest.Of(statement, mode, seen), null, statement, onRow, cancellationToken).ConfigureAwait(false);
            _bookmarks.Advance(seen, answer.Bookmarks);
            return new CypherSummary(answer.Rows, answer.Counters, answer.Bookmarks);
        }
        catch (CypherException e)
        {
            _bookmarks.ForgetIfUnknown(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ICypherTransaction> BeginAsync(AccessMode mode, CancellationToken cancellationToken = default)
    {
        var seen = _bookmarks.Newest;
        try
        {
            var answer = await _api.SendAsync(HttpMethod.Post, "/tx", QueryRequest.WithoutStatement(mode, seen), null, null, null, cancellationToken).ConfigureAwait(false);
            var id = answer.TransactionId ?? throw new CypherException(CypherErrorKind.Server, null, $"{Description} began a transaction without naming it");
            return new HttpCypherTransaction(_api, id, answer.Affinity, made => _bookmarks.Advance(seen, made));
        }
        catch (CypherException e)
        {
            _bookmarks.ForgetIfUnknown(e);
            throw;
        }
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SocketsHttpHandler CreateHandler(Neo4jOptions options) => new()
    {
        AllowAutoRedirect = false, // would carry the password elsewhere
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(options.Resilience.ConnectTimeoutSeconds),
        PooledConnectionIdleTimeout = IdleConnection,
        PooledConnectionLifetime = ConnectionLifetime,
        SslOptions = options.TrustedCertificates is { Length: > 0 } file ? Trusting(file) : new SslClientAuthenticationOptions(),
    };

    private static SslClientAuthenticationOptions Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new CypherException(CypherErrorKind.Security, null, $"'{file}' cannot be read as certificates in PEM: {e.Message}", e);
        }

        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }

    private static AuthenticationHeaderValue? Authorization(Neo4jOptions options)
    {
        if (options.BearerToken is { Length: > 0 } token) return new AuthenticationHeaderValue("Bearer", token);
        if (string.IsNullOrEmpty(options.Username)) return null;
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}")));
    }
}
