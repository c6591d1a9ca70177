using System.Net;
using System.Net.Sockets;

namespace EcosystemGraph.TestKit.Network;

/// <summary>A connection through a proxy: two sockets, and what passes between them.</summary>
internal sealed class ProxiedConnection(Socket client, ProxyRules rules) : IDisposable
{
    private const int BufferSize = 32 * 1024;
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Lets pass what the rules let pass, until one side ends it.</summary>
    public async Task RunAsync(IPEndPoint target, CancellationToken cancellationToken)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(target, cancellationToken);
            var requests = PumpAsync(client, _server, piece => rules.Request(this, piece.Span), cancellationToken);
            var answers = PumpAsync(_server, client, piece => rules.Answer(this, piece.Length), cancellationToken);
            await Task.WhenAny(requests, answers);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The target is away, or the proxy ends: so does the connection.
        }

        Close(reset: false);
    }

    /// <summary>Ends both sides.</summary>
    public void Close(bool reset)
    {
        foreach (var socket in (Socket[])[client, _server])
        {
            try
            {
                if (reset) socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It has ended already.
            }

            socket.Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, Verdict> judge, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var length)
            {
                var verdict = judge(buffer.AsMemory(0, length));
                if (verdict.Delay > TimeSpan.Zero) await Task.Delay(verdict.Delay, cancellationToken);
                for (var sent = 0; sent < verdict.Pass;) sent += await to.SendAsync(buffer.AsMemory(sent, verdict.Pass - sent), cancellationToken);
                if (!verdict.End) continue;
                Close(verdict.Reset);
                return;
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has ended; the other is ended by whoever waits for this.
        }
    }
}
