using System.Globalization;
using System.Text.Json;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>Writes parameters as JSON: plain where that says all (a third of the length), typed where it does not (bytes, numbers that JSON lacks).</summary>
internal static class ParameterWriter
{
    /// <summary>Writes an object as plain JSON; false if a value has none, what was written is then useless.</summary>
    public static bool TryWritePlain(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        if (map is Dictionary<string, object?> dictionary)
        {
            // Without a boxed enumerator: this is the shape of every row of a batch.
            foreach (var (key, value) in dictionary)
            {
                writer.WritePropertyName(key);
                if (!TryWritePlain(writer, value)) return false;
            }
        }
        else
        {
            foreach (var (key, value) in map)
            {
                writer.WritePropertyName(key);
                if (!TryWritePlain(writer, value)) return false;
            }
        }

        writer.WriteEndObject();
        return true;
    }

    /// <summary>Writes an object of typed values.</summary>
    public static void WriteTyped(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            WriteTyped(writer, value);
        }

        writer.WriteEndObject();
    }

    private static bool TryWritePlain(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return true;
            case string text:
                writer.WriteStringValue(text);
                return true;
            case long number:
                writer.WriteNumberValue(number);
                return true;
            case int number:
                writer.WriteNumberValue(number);
                return true;
            case bool flag:
                writer.WriteBooleanValue(flag);
                return true;
            case double number:
                if (!double.IsFinite(number)) return false;
                writer.WriteRawValue(Text(number), skipInputValidation: true);
                return true;
            case byte[]:
                return false;
            case IReadOnlyDictionary<string, object?> map:
                return TryWritePlain(writer, map);
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                for (var i = 0; i < list.Count; i++)
                {
                    if (!TryWritePlain(writer, list[i])) return false;
                }

                writer.WriteEndArray();
                return true;
            default:
                throw Unknown(value);
        }
    }

    private static void WriteTyped(Utf8JsonWriter writer, object? value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case null:
                Type("Null"u8);
                writer.WriteNullValue();
                break;
            case string text:
                Type("String"u8);
                writer.WriteStringValue(text);
                break;
            case long or int:
                Type("Integer"u8);
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case bool flag:
                Type("Boolean"u8);
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                Type("Float"u8);
                writer.WriteStringValue(double.IsFinite(number) ? Text(number) : double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case byte[] bytes:
                Type("Base64"u8);
                writer.WriteBase64StringValue(bytes);
                break;
            case IReadOnlyDictionary<string, object?> map:
                Type("Map"u8);
                WriteTyped(writer, map);
                break;
            case IReadOnlyList<object?> list:
                Type(TypeNames.List);
                writer.WriteStartArray();
                foreach (var item in list) WriteTyped(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw Unknown(value);
        }

        writer.WriteEndObject();

        // The server wants the type before the value.
        void Type(ReadOnlySpan<byte> name)
        {
            writer.WriteString("$type"u8, name);
            writer.WritePropertyName("_value"u8);
        }
    }

    // A number without point or exponent would be an integer to the server.
    private static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private static ArgumentException Unknown(object value) =>
        new($"a parameter is a {value.GetType()}; expected null, bool, int, long, double, string, byte[], a list or a dictionary of these");
}
