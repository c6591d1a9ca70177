using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft of the GraphQL Foundation, sections 4 to 6.</remarks>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The media type of the answer; null if the client accepts none of ours. <c>application/json</c> where it does not say, or does not care.</summary>
    public static string? Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept)) return Json;
        // The common headers, without parsing.
        if (accept is "*/*" || accept == Json) return Json;
        if (accept == GraphQLResponse) return GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList([accept], out var accepted)) return null;
        string? best = null;
        var bestQuality = 0.0;
        foreach (var type in accepted)
        {
            var quality = type.Quality ?? 1;
            var offered = Offered(type);
            if (offered is null || quality <= bestQuality) continue;
            (best, bestQuality) = (offered, quality);
        }

        return best;
    }

    /// <summary>True for JSON in UTF-8: a form that a web page can send elsewhere unasked is none.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType == Json) return true;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)) return false;
        return !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Offered(MediaTypeHeaderValue type)
    {
        if (type.Charset.HasValue && !type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return null;
        return type.MediaType.Value!.ToLower(CultureInfo.InvariantCulture) switch
        {
            GraphQLResponse => GraphQLResponse,
            Json or "application/*" or "*/*" => Json,
            _ => null,
        };
    }
}
