using System.Net;
using System.Net.Sockets;

namespace EcosystemGraph.TestKit.Network;

/// <summary>
/// Stands between a client and a server on this machine and lets the network fail: delays, resets, answers that break off at a byte, black holes, refusals.
/// Loopback only, and bounded in its connections.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private const int MaxConnections = 256;
    private readonly IPEndPoint _target;
    private readonly Lock _lock = new();
    private readonly HashSet<ProxiedConnection> _connections = [];
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private Socket? _listener;
    private long _accepted;

    private TcpProxy(Uri target)
    {
        _target = new IPEndPoint(IPAddress.Loopback, target.Port);
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Address = new UriBuilder(target) { Host = "127.0.0.1", Port = _port }.Uri;
        _ = AcceptAsync(_listener);
    }

    /// <summary>Where clients find it: the target's address, with another port.</summary>
    public Uri Address { get; }

    /// <summary>What is done to what passes.</summary>
    internal ProxyRules Rules { get; } = new();

    /// <summary>How many connections were accepted.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>How many bytes of answers have passed.</summary>
    public long AnsweredBytes => Rules.AnsweredBytes;

    /// <summary>Begins to stand before a server on this machine.</summary>
    public static TcpProxy Before(Uri target)
    {
        if (!target.IsLoopback) throw new ArgumentException($"'{target}' is not on this machine", nameof(target));
        return new TcpProxy(target);
    }

    /// <summary>Everything passes, until the next fault is asked for. Refused connections are accepted again.</summary>
    public void Pass()
    {
        Rules.Pass();
        lock (_lock)
        {
            if (_listener is not null) return;
            _listener = Listen(_port);
            _ = AcceptAsync(_listener);
        }
    }

    /// <summary>Every piece of an answer is held up.</summary>
    public void Delay(TimeSpan delay) => Rules.Delay(delay);

    /// <summary>
    /// The next answer, or the next after a request with a text, breaks off after a number of bytes; what comes after it passes again.
    /// </summary>
    /// <param name="bytes">How many bytes of it still pass; 0 for none.</param>
    /// <param name="reset">True to reset the connection, false to close it in order.</param>
    /// <param name="after">What a request has to contain; empty for any.</param>
    public void CutAnswer(long bytes, bool reset, ReadOnlySpan<byte> after = default) => Rules.CutAnswer(bytes, reset, after.ToArray());

    /// <summary>The next request with a text is lost on its way, and its connection is reset; what comes after it passes again.</summary>
    public void LoseRequest(ReadOnlySpan<byte> with) => Rules.LoseRequest(with.ToArray());

    /// <summary>Connections are accepted, and nothing passes any more, in any of them.</summary>
    public void BlackHole() => Rules.BlackHole();

    /// <summary>All connections are reset.</summary>
    public void Reset()
    {
        ProxiedConnection[] connections;
        lock (_lock) connections = [.. _connections];
        foreach (var connection in connections) connection.Close(reset: true);
    }

    /// <summary>All connections are reset, and new ones refused, as of a server that has died.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
        }

        Reset();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Refuse();
        _end.Dispose();
    }

    private static Socket Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(MaxConnections);
        return listener;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync(_end.Token);
                Interlocked.Increment(ref _accepted);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It listens no more.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var connection = new ProxiedConnection(client, Rules);
        lock (_lock)
        {
            if (_connections.Count >= MaxConnections || _listener is null)
            {
                connection.Close(reset: true);
                return;
            }

            _connections.Add(connection);
        }

        await connection.RunAsync(_target, _end.Token);
        lock (_lock) _connections.Remove(connection);
    }
}
