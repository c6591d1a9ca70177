using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EcosystemGraph.Benchmarks.Harness;

/// <summary>Serves the files of a folder to a server that reads by URL, however slowly.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileHost(WebApplication app) => _app = app;

    public static async Task<FileHost> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var app = builder.Build();
        app.Map("/{file}", (string file) => Results.File(Path.Combine(folder, Path.GetFileName(file)), "text/csv"));
        await app.StartAsync();
        return new FileHost(app);
    }

    public string Url(string file) => $"{_app.Urls.First()}/{file}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
