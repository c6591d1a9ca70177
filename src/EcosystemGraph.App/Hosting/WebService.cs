using EcosystemGraph.App.Options;
using Microsoft.AspNetCore.Http.Timeouts;

namespace EcosystemGraph.App.Hosting;

/// <summary>The HTTP service: what answers, in which order, and within which bounds.</summary>
internal static class WebService
{
    /// <summary>Where GraphQL is.</summary>
    public const string GraphQLPath = "/graphql";

    /// <summary>Where the page finds the example queries.</summary>
    public const string ExamplesPath = "/examples.json";

    /// <summary>Puts the service together; it does not listen yet.</summary>
    /// <param name="options">Its bounds.</param>
    /// <param name="settings">The settings, for the log.</param>
    /// <param name="graph">The graph, once it is there.</param>
    /// <param name="examples">The folder whose example queries the page shows; null for none. Looked up when the page asks.</param>
    /// <param name="verbose">True to log what the service does, too.</param>
    public static WebApplication Build(ServerOptions options, IConfiguration settings, PendingGraph graph, Func<string?> examples, bool verbose)
    {
        // Empty: each part that is not added here would cost time at every start.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = WebPage.Folder });
        builder.Configuration.AddConfiguration(settings);
        builder.Logging.AddServiceLog(settings, verbose);
        builder.WebHost.AddListener(options);
        builder.Services.AddRoutingCore().AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = Timeout(options));

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseErrorAnswers(app.Logger);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseWebPage();
        app.MapHealth(graph);
        app.MapExamples(examples);
        app.Map(GraphQLPath, graph.AnswerAsync).WithDisplayName(GraphQLPath);
        return app;
    }

    private static void MapExamples(this IEndpointRouteBuilder endpoints, Func<string?> folder)
    {
        var json = new Lazy<byte[]>(() => ExampleQueries.ToJson(folder() is { } there ? ExampleQueries.Read(there) : []));
        endpoints.MapMethods(ExamplesPath, [HttpMethods.Get, HttpMethods.Head], context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, json.Value));
    }

    // A second more than GraphQL gives itself, whose own answer says more.
    private static RequestTimeoutPolicy Timeout(ServerOptions options) => new()
    {
        Timeout = TimeSpan.FromSeconds(options.RequestTimeoutSeconds + 1),
        TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        WriteTimeoutResponse = context => ErrorAnswers.WriteAsync(context, StatusCodes.Status504GatewayTimeout, $"this took longer than {options.RequestTimeoutSeconds} s"),
    };
}
