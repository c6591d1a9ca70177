using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.Storage.Neo4j.Transport.Resilience;

namespace EcosystemGraph.Storage.Neo4j.Writing;

/// <summary>
/// Writes the parts of a large change set on several lanes that go side by side, each part in a transaction of its own. Every lane has a node in the database that counts
/// its parts: its transaction begins by locking it, so a part is written once however often it is tried, and whoever takes the writing over waits for those under way.
/// </summary>
internal sealed class WriteLanes(ICypherRunner runner, string writer, string location, int lanes)
{
    private readonly int[] _written = new int[lanes];

    /// <summary>Writes parts. When one fails, the other lanes end with the part that they are at; nothing runs any more when this ends.</summary>
    public async Task WriteAsync(IEnumerable<Part> parts, CancellationToken cancellationToken)
    {
        var queue = new PartQueue(parts);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, _written.Length).Select(lane => Task.Run(() => WriteLaneAsync(lane, queue, stop, cancellationToken), CancellationToken.None))).ConfigureAwait(false);
    }

    private async Task WriteLaneAsync(int lane, PartQueue queue, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        try
        {
            while (await queue.TakeAsync(stop.Token).ConfigureAwait(false) is { } part)
            {
                var (statement, number) = (part.ToStatement(), _written[lane]++);

                // A transaction that is dropped in the middle keeps its locks for a while, and whoever undoes would wait for them: so what is under way is not stopped.
                await runner.RunAsync((transport, token) => WritePartAsync(transport, statement, lane, number, token), cancellationToken).ConfigureAwait(false);
                queue.Release(part);
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> WritePartAsync(ICypherTransport transport, CypherStatement statement, int lane, int part, CancellationToken cancellationToken)
    {
        var transaction = await transport.BeginAsync(AccessMode.Write, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            bool isMine = false, isDone = false;
            await transaction.RunAsync(
                CypherLibrary.Get("write/continue-parts").With(("lane", lane), ("writer", writer), ("part", part)),
                row => (isMine, isDone) = (row.Get<bool>(0), row.Get<bool>(1)),
                cancellationToken).ConfigureAwait(false);
            if (!isMine) return isDone ? true : throw StoreLock.TakenOver(location);
            await transaction.RunAsync(statement, null, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }
}
