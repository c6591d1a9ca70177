using System.Net.Sockets;
using EcosystemGraph.App.Options;
using Microsoft.AspNetCore.Connections;

namespace EcosystemGraph.App.Hosting;

/// <summary>The port: how it listens, and what it says if it cannot.</summary>
internal static class Listener
{
    /// <summary>Adds Kestrel, with bounds on what a client may send and how slowly.</summary>
    public static void AddListener(this IWebHostBuilder host, ServerOptions options) => host
        .UseKestrelCore()
        .UseUrls(options.Urls)
        .ConfigureServices(services => services.Configure<HostOptions>(hosted => hosted.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownSeconds)))
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.HeaderTimeoutSeconds);
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
        });

    /// <summary>Starts to listen.</summary>
    /// <exception cref="FailedException">It cannot listen there.</exception>
    public static async Task ListenAsync(this WebApplication app, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            int[] ports = [.. HttpUrlsAttribute.Split(options.Urls).Select(url => BindingAddress.Parse(url).Port)];
            throw new FailedException($"port {string.Join(" or ", ports)} is in use; stop what listens there, or choose another: --urls http://localhost:{ports.Max() + 1}", e);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            throw new FailedException($"cannot listen at '{options.Urls}': {e.Message}", e);
        }
    }
}
