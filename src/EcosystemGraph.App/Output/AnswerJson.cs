using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.GraphQL;

namespace EcosystemGraph.App.Output;

/// <summary>Shows an answer as JSON, for people to read.</summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static void Write(Terminal terminal, GraphQLResponse answer) => terminal.Output.WriteLine(Encoding.UTF8.GetString(ToUtf8(answer)));

    /// <summary>The answer as JSON in UTF-8.</summary>
    public static ReadOnlySpan<byte> ToUtf8(GraphQLResponse answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) answer.WriteTo(writer);
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
    }
}
