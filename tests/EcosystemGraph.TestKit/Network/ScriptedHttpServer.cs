using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EcosystemGraph.TestKit.Network;

/// <summary>
/// An HTTP server that answers what a test says, byte by byte, and keeps what it was asked: for answers that a real server gives rarely. One answer a connection. Loopback only.
/// </summary>
public sealed class ScriptedHttpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly List<string> _requests = [];

    private ScriptedHttpServer(Func<string, string?> answer, X509Certificate2? certificate)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>What it was asked: request lines, headers and bodies.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="answer">Gives the whole text of an answer to the whole text of a request; null to close the connection without a word.</param>
    /// <param name="certificate">For TLS; null for none.</param>
    public static ScriptedHttpServer Start(Func<string, string?> answer, X509Certificate2? certificate = null) => new(answer, certificate);

    /// <summary>An answer with headers that fit.</summary>
    public static string Answer(string body, string type = "application/vnd.neo4j.query", string status = "202 Accepted", params string[] headers) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}";

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It listens no more.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(_certificate);
                stream = tls;
            }

            await using var ownedStream = stream;
            var request = await ReadAsync(stream);
            lock (_requests) _requests.Add(request);
            if (_answer(request) is { } answer) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
        catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone.
        }
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            bytes.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0) return text;
            if (end < 0) continue;
            var header = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            var expected = header is null ? 0 : int.Parse(header.AsSpan("Content-Length:".Length));
            if (Encoding.UTF8.GetByteCount(text.AsSpan(end + 4)) >= expected) return text;
        }
    }
}
