using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcosystemGraph.App.Hosting;

/// <summary>Small answers in JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>Readable: nothing here is ever put into a page.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string ContentType = "application/json; charset=utf-8";

    /// <summary>Answers with an object of one text.</summary>
    public static Task WriteAsync(HttpContext context, int status, string name, string value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return WriteAsync(context, status, buffer.ToArray());
    }

    /// <summary>Answers with JSON that is there already.</summary>
    public static async Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    }
}
