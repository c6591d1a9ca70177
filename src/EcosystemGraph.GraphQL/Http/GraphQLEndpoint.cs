using System.Text.Json;
using EcosystemGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcosystemGraph.GraphQL.Http;

/// <summary>Serves GraphQL over HTTP: POST of JSON, and GET for queries. No forms, no batches.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="service">What answers.</param>
    /// <returns>For further conventions.</returns>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, GraphQLService service)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.Map(pattern, Answer(service)).WithDisplayName("GraphQL");
    }

    /// <summary>Answers requests, for who maps the path before there is a service.</summary>
    /// <param name="service">What answers.</param>
    public static RequestDelegate Answer(GraphQLService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new Handler(service).HandleAsync;
    }

    private sealed class Handler(GraphQLService service)
    {
        [ThreadStatic]
        private static Utf8JsonWriter? _writer;

        private readonly RequestReader _reader = new(service.Limits.MaxBodyBytes);

        public async Task HandleAsync(HttpContext context)
        {
            _reader.TakeOverBound(context);
            var type = MediaType.Choose(context.Request.Headers.Accept);
            if (type is null)
            {
                Refuse(context, StatusCodes.Status406NotAcceptable, MediaType.Json,
                    new RequestError(ErrorCode.BadRequest, $"'{context.Request.Headers.Accept}' is not to be had; expected {MediaType.GraphQLResponse} or {MediaType.Json}"));
                return;
            }

            try
            {
                if (await ReadAsync(context, type).ConfigureAwait(false) is not { } request) return;
                var response = await service.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
                if (response.FirstCode == ErrorCode.MethodNotAllowed) context.Response.Headers.Allow = HttpMethods.Post;
                Write(context, Status(response, type), type, response);
            }
            catch (RequestException refused)
            {
                var status = refused.Error.Code == ErrorCode.LimitExceeded ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
                Refuse(context, status, type, refused.Error);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Nobody waits for the answer any more.
            }
            catch (BadHttpRequestException bad)
            {
                Refuse(context, bad.StatusCode, type, new RequestError(ErrorCode.BadRequest, bad.Message));
            }
        }

        private async ValueTask<GraphQLRequest?> ReadAsync(HttpContext context, string type)
        {
            var request = context.Request;
            if (HttpMethods.IsPost(request.Method))
            {
                if (MediaType.IsJson(request.ContentType)) return await _reader.ReadBodyAsync(request, context.RequestAborted).ConfigureAwait(false);
                Refuse(context, StatusCodes.Status415UnsupportedMediaType, type,
                    new RequestError(ErrorCode.BadRequest, $"the content type is '{request.ContentType}'; expected {MediaType.Json} in UTF-8"));
                return null;
            }

            if (HttpMethods.IsGet(request.Method)) return RequestReader.ReadQuery(request.Query);
            context.Response.Headers.Allow = "GET, POST";
            Refuse(context, StatusCodes.Status405MethodNotAllowed, type,
                new RequestError(ErrorCode.MethodNotAllowed, $"the method is {request.Method}; expected POST, or GET for a query"));
            return null;
        }

        /// <summary>In plain JSON a status other than 200 would mean that the answer is not the service's.</summary>
        private static int Status(GraphQLResponse response, string type) => response switch
        {
            { IsExecuted: true } => StatusCodes.Status200OK,
            { FirstCode: ErrorCode.MethodNotAllowed } => StatusCodes.Status405MethodNotAllowed,
            { FirstCode: ErrorCode.Internal } => StatusCodes.Status500InternalServerError,
            { FirstCode: ErrorCode.Timeout or ErrorCode.StoreUnavailable } => StatusCodes.Status503ServiceUnavailable,
            _ => type == MediaType.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

        private static void Refuse(HttpContext context, int status, string type, RequestError error) =>
            Write(context, status, type, new GraphQLResponse(null, [error], 1));

        private static void Write(HttpContext context, int status, string type, GraphQLResponse response)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type == MediaType.Json ? MediaType.Json + "; charset=utf-8" : MediaType.GraphQLResponse + "; charset=utf-8";
            var writer = _writer ??= new Utf8JsonWriter(Stream.Null, ResponseWriter.Options);
            writer.Reset(context.Response.BodyWriter);
            try
            {
                response.WriteTo(writer);
                writer.Flush();
            }
            finally
            {
                writer.Reset(Stream.Null);
            }
        }
    }
}
