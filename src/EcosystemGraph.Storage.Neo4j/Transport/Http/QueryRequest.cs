using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>The bodies of requests.</summary>
internal static class QueryRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// A body without a statement, for the begin of a transaction and for its commit. It is never left out: a request without a body is one that
    /// <see cref="HttpClient"/> sends again by itself when a connection breaks, and a commit must not be sent twice.
    /// </summary>
    public static HttpContent WithoutStatement(AccessMode? mode, IReadOnlyList<string> bookmarks) => Write(
        writer =>
        {
            writer.WriteStartObject();
            WriteTransaction(writer, mode, bookmarks);
            writer.WriteEndObject();
            return true;
        },
        MediaTypes.Json);

    /// <summary>A body with a statement; the first of a transaction, or the only one, also says what that is.</summary>
    public static HttpContent Of(CypherStatement statement, AccessMode? mode, IReadOnlyList<string> bookmarks)
    {
        return TryWrite(Plain, MediaTypes.Json) ?? Write(Typed, MediaTypes.Typed);

        bool Plain(Utf8JsonWriter writer)
        {
            WriteStart(writer);
            if (!ParameterWriter.TryWritePlain(writer, statement.Parameters)) return false;
            writer.WriteEndObject();
            return true;
        }

        bool Typed(Utf8JsonWriter writer)
        {
            WriteStart(writer);
            ParameterWriter.WriteTyped(writer, statement.Parameters);
            writer.WriteEndObject();
            return true;
        }

        void WriteStart(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("statement"u8, statement.Text);
            writer.WriteBoolean("includeCounters"u8, true);
            WriteTransaction(writer, mode, bookmarks);
            writer.WritePropertyName("parameters"u8);
        }
    }

    private static void WriteTransaction(Utf8JsonWriter writer, AccessMode? mode, IReadOnlyList<string> bookmarks)
    {
        if (mode is not null) writer.WriteString("accessMode"u8, mode == AccessMode.Read ? "Read"u8 : "Write"u8);
        if (bookmarks.Count == 0) return;
        writer.WriteStartArray("bookmarks"u8);
        foreach (var bookmark in bookmarks) writer.WriteStringValue(bookmark);
        writer.WriteEndArray();
    }

    private static ReadOnlyMemoryContent Write(Func<Utf8JsonWriter, bool> write, string mediaType) => TryWrite(write, mediaType)!;

    private static ReadOnlyMemoryContent? TryWrite(Func<Utf8JsonWriter, bool> write, string mediaType)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        if (!write(writer)) return null;
        writer.Flush();
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
    }
}
