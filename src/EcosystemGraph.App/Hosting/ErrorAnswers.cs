using Microsoft.AspNetCore.WebUtilities;

namespace EcosystemGraph.App.Hosting;

/// <summary>What a request gets that the service cannot answer: a sentence in JSON, never a stack trace.</summary>
internal static class ErrorAnswers
{
    /// <summary>Answers what fails, and what nothing else answers.</summary>
    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app, ILogger logger) => app
        .Use((context, next) => GuardAsync(context, next, logger))
        .UseStatusCodePages(context => ExplainAsync(context.HttpContext));

    /// <summary>Answers with a sentence.</summary>
    public static Task WriteAsync(HttpContext context, int status, string message) => JsonAnswer.WriteAsync(context, status, "error", message);

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, e.StatusCode, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
#pragma warning disable CA1031 // Whatever goes wrong in a request ends that request only.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.LogError(e, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, "this should not have happened; the log of the service says more").ConfigureAwait(false);
        }
    }

    private static Task ExplainAsync(HttpContext context) => WriteAsync(context, context.Response.StatusCode, context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"there is nothing at '{context.Request.Path}'; GraphQL is at {WebService.GraphQLPath}, and a page to ask it at /",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not for '{context.Request.Path}'; expected {context.Response.Headers.Allow}",
        var status => ReasonPhrases.GetReasonPhrase(status),
    });
}
