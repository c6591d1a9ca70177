using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Posts one body again and again over a few connections of this machine, and counts the answers.</summary>
internal static class HttpLoad
{
    /// <summary>The answers a second, over a bounded time.</summary>
    public static async Task<double> RequestsPerSecondAsync(int port, string path, string body, int connections, TimeSpan duration)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var request = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\n\r\n").Concat(content).ToArray();
        using var stop = new CancellationTokenSource(duration);
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => PostAsync(port, request, stop.Token))));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<long> PostAsync(int port, byte[] request, CancellationToken stop)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port, CancellationToken.None);
        var stream = client.GetStream();
        var buffer = new byte[1 << 16];
        long count = 0;
        while (!stop.IsCancellationRequested)
        {
            await stream.WriteAsync(request, CancellationToken.None);
            await ReadResponseAsync(stream, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReadResponseAsync(NetworkStream stream, byte[] buffer)
    {
        var (have, end) = (0, -1);
        while (end < 0)
        {
            have += await ReadSomeAsync(stream, buffer, have);
            end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException($"the server answers {head}");
        var length = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var complete = length < 0
            ? () => buffer.AsSpan(0, have).EndsWith("0\r\n\r\n"u8)
            : (Func<bool>)(() => have >= end + 4 + int.Parse(head[(length + 16)..].Split('\r')[0]));
        while (!complete()) have += await ReadSomeAsync(stream, buffer, have);
    }

    private static async Task<int> ReadSomeAsync(NetworkStream stream, byte[] buffer, int at)
    {
        var read = await stream.ReadAsync(buffer.AsMemory(at), CancellationToken.None);
        return read > 0 ? read : throw new InvalidOperationException("the server closed the connection, or its answer is too long");
    }
}
