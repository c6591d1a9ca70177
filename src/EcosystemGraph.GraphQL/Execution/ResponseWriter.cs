using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;

namespace EcosystemGraph.GraphQL.Execution;

/// <summary>Writes answers as JSON.</summary>
internal static class ResponseWriter
{
    /// <summary>Chinese is written as Chinese, and an apostrophe as one: answers are served as JSON, never inside a page.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<RequestError> errors, int max)
    {
        writer.WriteStartArray("errors");
        for (var i = 0; i < Math.Min(errors.Count, max); i++) WriteError(writer, errors[i]);
        writer.WriteEndArray();
    }

    public static void WriteData(Utf8JsonWriter writer, object? data)
    {
        writer.WritePropertyName("data");
        if (data is ExecutionNode node) WriteNode(writer, node);
        else WriteValue(writer, data);
    }

    /// <summary>Writes a value that a scalar made, or a tree of such.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case double number: WriteDouble(writer, number); break;
            case float number: WriteDouble(writer, number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case BigInteger number: writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case IEnumerable<KeyValuePair<string, object?>> map: WriteMap(writer, map); break;
            case IEnumerable<KeyValuePair<string, double>> map: WriteMap(writer, map.Select(m => KeyValuePair.Create(m.Key, (object?)m.Value))); break;
            case IEnumerable list: WriteList(writer, list); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteError(Utf8JsonWriter writer, RequestError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations");
            foreach (var (line, column) in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", line);
                writer.WriteNumber("column", column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is { } path)
        {
            writer.WritePropertyName("path");
            WriteList(writer, path);
        }

        writer.WriteStartObject("extensions");
        writer.WriteString("code", error.Code);
        if (error.Problems is { } problems)
        {
            writer.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                writer.WriteStartObject();
                writer.WriteString("code", problem.Code);
                writer.WriteString("message", problem.Message);
                writer.WriteString("subject", problem.Subject);
                if (problem.Member is { } member) writer.WriteString("member", member);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, ExecutionNode node)
    {
        switch (node)
        {
            case ValueExecutionNode value:
                WriteValue(writer, value.Result);
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteNode(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items) WriteNode(writer, item);
                writer.WriteEndArray();
                break;
            case ArrayExecutionNode { SerializedResult: { } list }:
                WriteList(writer, list);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        // JSON has no NaN and no infinity.
        if (double.IsFinite(number)) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }

    private static void WriteMap(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (var item in list) WriteValue(writer, item);
        writer.WriteEndArray();
    }
}
