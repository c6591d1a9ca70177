using Microsoft.AspNetCore.StaticFiles;

namespace EcosystemGraph.App.Hosting;

/// <summary>The page at <c>/</c>: the files beside the executable that its build made.</summary>
internal static class WebPage
{
    private const string AssetsPath = "/assets";

    /// <summary>Where the files are.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Serves the files.</summary>
    public static IApplicationBuilder UseWebPage(this IApplicationBuilder app) => app
        .UseDefaultFiles()
        .UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });

    // The names of assets carry their hash; everything else may be another file after the next release.
    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments(AssetsPath)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
