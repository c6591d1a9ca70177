using System.Buffers;
using System.Text.Json;
using EcosystemGraph.GraphQL.Execution;
using GraphQL.SystemTextJson;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EcosystemGraph.GraphQL.Http;

/// <summary>Reads GraphQL requests from HTTP requests.</summary>
internal sealed class RequestReader(int maxBytes)
{
    private static readonly JsonSerializerOptions Values = new() { Converters = { new InputsJsonConverter() }, MaxDepth = 64 };

    /// <summary>
    /// Leaves the bound of a body to this reader. The server's own bound would cut the connection while the client still writes,
    /// and the client would see a broken pipe in place of the answer; without it the server reads on for some seconds after
    /// the answer, and throws away what comes.
    /// </summary>
    public void TakeOverBound(HttpContext context)
    {
        if (context.Request.ContentLength <= maxBytes) return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = null;
    }

    /// <summary>Reads a POST's body.</summary>
    /// <exception cref="RequestException">It is too long, or no request.</exception>
    public async ValueTask<GraphQLRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes) throw TooLong();
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > maxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                throw TooLong();
            }

            if (read.IsCompleted)
            {
                try
                {
                    return Parse(read.Buffer);
                }
                finally
                {
                    body.AdvanceTo(read.Buffer.End);
                }
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reads a GET's query string.</summary>
    /// <exception cref="RequestException">It has no query, or variables that are no JSON object.</exception>
    public static GraphQLRequest ReadQuery(IQueryCollection query)
    {
        if (One(query, "query") is not { Length: > 0 } document) throw Missing();
        ParseMap(One(query, "extensions"), "extensions");
        return new GraphQLRequest(document, One(query, "operationName"), ParseMap(One(query, "variables"), "variables")) { QueriesOnly = true };
    }

    private static GraphQLRequest Parse(in ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw Bad("the body is not a JSON object");
            string? query = null, operation = null;
            IReadOnlyDictionary<string, object?>? variables = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("query"u8)) query = Text(ref reader, "query");
                else if (reader.ValueTextEquals("operationName"u8)) operation = Text(ref reader, "operationName");
                else if (reader.ValueTextEquals("variables"u8)) variables = Map(ref reader, "variables");
                else if (reader.ValueTextEquals("extensions"u8)) Map(ref reader, "extensions");
                else Skip(ref reader);
            }

            if (reader.TokenType != JsonTokenType.EndObject || reader.Read()) throw Bad("the body is not one JSON object");
            return string.IsNullOrEmpty(query) ? throw Missing() : new GraphQLRequest(query, operation, variables);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Bad("the body is not JSON in UTF-8");
        }
    }

    private static string? Text(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Bad($"'{name}' is not a string"),
        };
    }

    private static global::GraphQL.Inputs? Map(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonSerializer.Deserialize<global::GraphQL.Inputs>(ref reader, Values),
            JsonTokenType.Null => null,
            _ => throw Bad($"'{name}' is not an object"),
        };
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static global::GraphQL.Inputs? ParseMap(string? text, string name)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<global::GraphQL.Inputs>(text, Values);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw Bad($"'{name}' is not a JSON object");
        }
    }

    private static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[^1] : null;

    private RequestException TooLong() => new(ErrorCode.LimitExceeded, $"the body has more than maxBodyBytes = {maxBytes} bytes");

    private static RequestException Missing() => Bad("there is no 'query'");

    private static RequestException Bad(string what) => new(ErrorCode.BadRequest, $"{what}; expected {{ \"query\": \"…\", \"variables\": {{ … }}, \"operationName\": \"…\" }}");
}
