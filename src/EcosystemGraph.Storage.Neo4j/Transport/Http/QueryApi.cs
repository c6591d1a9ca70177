using System.Buffers;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using System.Text.Json;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Sends requests to the Query API and reads the answers: an answer is whole and without errors, or an exception.
/// </summary>
internal sealed class QueryApi(HttpClient http, string where, TimeSpan patience) : IDisposable
{
    private const string AffinityHeader = "neo4j-cluster-affinity";
    private const int BufferSize = 64 * 1024;

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, from the Query API's address of the database: empty, <c>/tx</c>, <c>/tx/4711</c> …</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="affinity">The server that is meant, in a cluster; null for any.</param>
    /// <param name="statement">What is run; null for none.</param>
    /// <param name="onRow">Is given the rows.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="CypherException">There was no answer, a part of one, or one that says why it failed.</exception>
    public async Task<QueryAnswer> SendAsync(
        HttpMethod method, string path, HttpContent? body, string? affinity, CypherStatement? statement, OnCypherRow? onRow, CancellationToken cancellationToken)
    {
        using var limit = new Patience(statement?.Patience ?? patience, cancellationToken);
        var reader = new QueryAnswerReader(onRow);
        try
        {
            using var request = new HttpRequestMessage(method, http.BaseAddress + path) { Content = body };
            if (affinity is not null) request.Headers.Add(AffinityHeader, affinity);
            limit.Start();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            limit.Stop();
            await ReadAsync(response, reader, limit, cancellationToken).ConfigureAwait(false);
            if (response.Headers.TryGetValues(AffinityHeader, out var values)) reader.Answer.Affinity = values.First();
            return Judge(response, reader, statement?.Name, path.Length > 0);
        }
        catch (OperationCanceledException e) when (limit.IsExhausted)
        {
            throw CypherErrors.Unavailable(where, statement?.Name, $"did not answer within {limit.Limit.TotalSeconds:0.###} s", e);
        }
        catch (RowCallbackException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
        catch (JsonException e)
        {
            throw new CypherException(CypherErrorKind.Server, null, $"{where} answers what is not of the Query API: {e.Message}", e) { Statement = statement?.Name };
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw new CypherException(CypherErrorKind.Security, null, $"{where}: TLS failed: {e.InnerException.Message}; see {Neo4jOptions.Section}:{nameof(Neo4jOptions.TrustedCertificates)}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw CypherErrors.Unavailable(where, statement?.Name, $"cannot be reached, or its answer broke off ({Innermost(e)})", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static async Task ReadAsync(HttpResponseMessage response, QueryAnswerReader reader, Patience limit, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (length, isEnd) = (0, false);
            while (!isEnd)
            {
                // What is left is the beginning of a row: twice as much is read before it is looked at again.
                var enough = Math.Max(1, length);
                if (length + enough > buffer.Length) buffer = Grow(buffer, length, 2 * (length + enough));
                for (var target = length + enough; length < target && !isEnd;)
                {
                    limit.Start();
                    var read = await stream.ReadAsync(buffer.AsMemory(length), limit.Token).ConfigureAwait(false);
                    limit.Stop();
                    length += read;
                    isEnd = read == 0;
                }

                cancellationToken.ThrowIfCancellationRequested();
                length = Parse(response, reader, buffer, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Parse(HttpResponseMessage response, QueryAnswerReader reader, byte[] buffer, int length)
    {
        // Something in between may answer in its own way; its status says what is the matter.
        if (!IsJson(response)) return 0;
        var consumed = reader.Read(buffer.AsSpan(0, length));
        buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
        return length - consumed;
    }

    private static byte[] Grow(byte[] buffer, int length, int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private QueryAnswer Judge(HttpResponseMessage response, QueryAnswerReader reader, string? statement, bool inTransaction)
    {
        var status = response.StatusCode;
        var answer = reader.Answer;
        if (answer.Errors.Count > 0)
        {
            var (code, message) = answer.Errors[0];

            // The server's word for "it was idle for too long, so it was rolled back", and for one that a restart ended.
            if (status == HttpStatusCode.NotFound && inTransaction && code == "Neo.ClientError.Request.Invalid")
                throw new CypherException(CypherErrorKind.Transient, code, $"{where}: the transaction was ended by the server, and rolled back ({code})") { Statement = statement };
            throw CypherErrors.Stated(where, statement, code, message);
        }

        if (response.IsSuccessStatusCode && IsJson(response))
        {
            if (!reader.IsWhole) throw CypherErrors.Unavailable(where, statement, "answered in part only: the answer broke off");
            return answer;
        }

        var kind = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => CypherErrorKind.Security,
            HttpStatusCode.TooManyRequests => CypherErrorKind.Transient,
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => CypherErrorKind.Unavailable,
            _ => CypherErrorKind.Server,
        };
        var hint = kind == CypherErrorKind.Server ? "; is it Neo4j 5.26 or later, with its Query API on?" : "";
        throw new CypherException(kind, null, $"{where} answers HTTP {(int)status} without an answer of the Query API{hint}") { Statement = statement };
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type
        && (type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith(MediaTypes.Typed, StringComparison.OrdinalIgnoreCase));

    private static string Innermost(Exception e) => e.GetBaseException().Message.TrimEnd('.');
}
