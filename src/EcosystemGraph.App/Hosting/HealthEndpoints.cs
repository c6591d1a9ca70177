namespace EcosystemGraph.App.Hosting;

/// <summary>What a container's runtime asks: does the process live, and may it be sent requests.</summary>
internal static class HealthEndpoints
{
    /// <summary>Answers as soon as the port is open.</summary>
    public const string LivePath = "/health/live";

    /// <summary>
    /// Answers 503 until the graph is loaded, then 200: <c>ready</c>, or <c>degraded</c> while the store cannot be reached. Reads go on then, so requests may be sent;
    /// <c>about { store { stale since } }</c> says more.
    /// </summary>
    public const string ReadyPath = "/health/ready";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the two endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints, PendingGraph graph)
    {
        endpoints.MapMethods(LivePath, Methods, context => AnswerAsync(context, StatusCodes.Status200OK, "live"));
        endpoints.MapMethods(ReadyPath, Methods, context => graph.IsReady
            ? AnswerAsync(context, StatusCodes.Status200OK, graph.StaleSince is null ? "ready" : "degraded")
            : AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "loading"));
    }

    private static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.WriteAsync(context, status, "status", text);
    }
}
