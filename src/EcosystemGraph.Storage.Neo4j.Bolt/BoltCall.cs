using EcosystemGraph.Storage.Neo4j.Transport;
using Neo4j.Driver;

namespace EcosystemGraph.Storage.Neo4j.Bolt;

/// <summary>One call of the server: waits for it within the patience, and says what its failures mean.</summary>
internal sealed class BoltCall(string where, CypherStatement? statement, TimeSpan patience, CancellationToken cancellationToken)
{
    private readonly TimeSpan _patience = statement?.Patience ?? patience;

    /// <summary>Waits for an answer of the driver.</summary>
    /// <exception cref="CypherException">It failed, or did not come in time; it is then not waited for any more.</exception>
    public async Task<T> WaitAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = ask();

            // Most rows are there already: the clock is not started for them.
            return answer.IsCompletedSuccessfully ? answer.Result : await answer.WaitAsync(_patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw CypherErrors.Unavailable(where, statement?.Name, $"did not answer within {_patience.TotalSeconds:0.###} s", e);
        }
        catch (Neo4jException e)
        {
            throw Translate(e);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw CypherErrors.Unavailable(where, statement?.Name, $"cannot be reached, or its answer broke off ({e.GetBaseException().Message.TrimEnd('.')})", e);
        }
    }

    /// <summary>Reads a result to its end.</summary>
    public async Task<(long Rows, CypherCounters Counters)> ReadAsync(IResultCursor cursor, OnCypherRow? onRow)
    {
        var rows = 0L;
        CypherFields? fields = null;
        object?[] values = [];
        while (await WaitAsync(cursor.FetchAsync).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = cursor.Current;
            if (fields is null)
            {
                fields = new CypherFields(record.Keys);
                values = new object?[record.Keys.Count];
            }

            rows++;
            if (onRow is null) continue;
            for (var i = 0; i < values.Length; i++) values[i] = BoltValues.FromDriver(record[i]);
            onRow(new CypherRow(fields, values));
        }

        var summary = await WaitAsync(cursor.ConsumeAsync).ConfigureAwait(false);
        return (rows, BoltValues.Counters(summary.Counters));
    }

    private CypherException Translate(Neo4jException e) => e switch
    {
        ServiceUnavailableException or SessionExpiredException => CypherErrors.Unavailable(where, statement?.Name, $"cannot be reached, or its answer broke off ({e.GetBaseException().Message.TrimEnd('.')})", e),
        { Code: { Length: > 0 } code } => CypherErrors.Stated(where, statement?.Name, code, e.Message, e),
        SecurityException => new CypherException(CypherErrorKind.Security, null, $"{where}: {e.Message.TrimEnd('.')}", e) { Statement = statement?.Name },
        ProtocolException => new CypherException(CypherErrorKind.Server, null, $"{where} answers what is not Bolt: {e.Message.TrimEnd('.')}", e) { Statement = statement?.Name },
        _ => CypherErrors.Unavailable(where, statement?.Name, $"failed ({e.GetBaseException().Message.TrimEnd('.')})", e),
    };
}
