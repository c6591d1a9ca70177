using System.Buffers.Text;
using System.Text.Json;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Reads values of typed JSON: <c>{"$type": …, "_value": …}</c>. Each method returns false if the text ends before the value does; it is then called again
/// with more text, from the value's beginning.
/// </summary>
internal sealed class TypedValueReader
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallIntegers = [.. Enumerable.Range(0, 256).Select(i => (object)(long)i)];
    private readonly NameCache _names = new();

    /// <summary>Reads the value that comes next.</summary>
    public bool TryRead(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        return reader.Read() && TryReadCurrent(ref reader, out value);
    }

    /// <summary>Reads the value whose first token the reader is on.</summary>
    public bool TryReadCurrent(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        Expect(ref reader, JsonTokenType.StartObject);
        if (!reader.Read()) return false;
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("$type"u8)) throw new JsonException("a value does not begin with its $type");
        if (!reader.Read()) return false;
        Expect(ref reader, JsonTokenType.String);
        var type = TypeOf(ref reader);
        var name = type == ValueType.Other ? reader.GetString()! : "";
        if (!reader.Read()) return false;
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("_value"u8)) throw new JsonException("a value has no _value after its $type");
        if (!reader.Read() || !TryReadContent(ref reader, type, name, out value) || !reader.Read()) return false;
        Expect(ref reader, JsonTokenType.EndObject);
        return true;
    }

    /// <summary>The string that the reader is on, shared with equal ones.</summary>
    public string ReadName(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? reader.GetString()! : _names.Get(reader.ValueSpan);

    /// <summary>Reads the strings of the array that the reader is on.</summary>
    public bool TryReadNames(ref Utf8JsonReader reader, out List<string> names)
    {
        names = [];
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray) return true;
            Expect(ref reader, JsonTokenType.String);
            names.Add(ReadName(ref reader));
        }

        return false;
    }

    /// <summary>Throws if the reader is not on a token of this type.</summary>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected) throw new JsonException($"{reader.TokenType} where {expected} was expected, at byte {reader.TokenStartIndex}");
    }

    private bool TryReadContent(ref Utf8JsonReader reader, ValueType type, string name, out object? value)
    {
        switch (type)
        {
            case ValueType.Null:
                value = null;
                return true;
            case ValueType.Boolean:
                value = reader.GetBoolean() ? True : False;
                return true;
            case ValueType.Integer:
                value = Integer(ref reader);
                return true;
            case ValueType.Float:
                value = Float(ref reader);
                return true;
            case ValueType.String:
                Expect(ref reader, JsonTokenType.String);
                value = ReadName(ref reader);
                return true;
            case ValueType.Base64:
                value = reader.GetBytesFromBase64();
                return true;
            case ValueType.List:
                return TryReadList(ref reader, out value);
            case ValueType.Map:
                var isWhole = TryReadMap(ref reader, out var map);
                value = map;
                return isWhole;
            case ValueType.Node:
                return TryReadNode(ref reader, out value);
            case ValueType.Relationship:
                return TryReadRelationship(ref reader, out value);
            case ValueType.Path:
                return TryReadPath(ref reader, out value);
            default:
                return TryReadLiteral(ref reader, name, out value);
        }
    }

    private bool TryReadList(ref Utf8JsonReader reader, out object? value)
    {
        var list = new List<object?>();
        value = list;
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray) return true;
            if (!TryReadCurrent(ref reader, out var item)) return false;
            list.Add(item);
        }

        return false;
    }

    private bool TryReadMap(ref Utf8JsonReader reader, out Dictionary<string, object?> map)
    {
        map = new Dictionary<string, object?>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            var key = ReadName(ref reader);
            if (!TryRead(ref reader, out var item)) return false;
            map[key] = item;
        }

        return false;
    }

    private bool TryReadNode(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        string id = "";
        List<string> labels = [];
        Dictionary<string, object?> properties = [];
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                value = new CypherNode(id, labels, properties);
                return true;
            }

            var key = ReadName(ref reader);
            if (!reader.Read()) return false;
            switch (key)
            {
                case "_element_id":
                    id = reader.GetString()!;
                    break;
                case "_labels":
                    if (!TryReadNames(ref reader, out labels)) return false;
                    break;
                case "_properties":
                    if (!TryReadMap(ref reader, out properties)) return false;
                    break;
                default:
                    if (!reader.TrySkip()) return false;
                    break;
            }
        }

        return false;
    }

    private bool TryReadRelationship(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        string id = "", start = "", end = "", type = "";
        Dictionary<string, object?> properties = [];
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                value = new CypherRelationship(id, start, end, type, properties);
                return true;
            }

            var key = ReadName(ref reader);
            if (!reader.Read()) return false;
            switch (key)
            {
                case "_element_id":
                    id = reader.GetString()!;
                    break;
                case "_start_node_element_id":
                    start = reader.GetString()!;
                    break;
                case "_end_node_element_id":
                    end = reader.GetString()!;
                    break;
                case "_type":
                    type = ReadName(ref reader);
                    break;
                case "_properties":
                    if (!TryReadMap(ref reader, out properties)) return false;
                    break;
                default:
                    if (!reader.TrySkip()) return false;
                    break;
            }
        }

        return false;
    }

    private bool TryReadPath(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        if (!TryReadList(ref reader, out var steps)) return false;
        var list = (List<object?>)steps!;
        value = new CypherPath([.. list.OfType<CypherNode>()], [.. list.OfType<CypherRelationship>()]);
        return true;
    }

    private static bool TryReadLiteral(ref Utf8JsonReader reader, string type, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            value = new CypherLiteral(CypherName(type), reader.GetString()!);
            return true;
        }

        // Types that are newer than this program may hold anything; their text is their JSON.
        var copy = reader;
        if (!reader.TrySkip()) return false;
        using var json = JsonDocument.ParseValue(ref copy);
        value = new CypherLiteral(CypherName(type), json.RootElement.GetRawText());
        return true;
    }

    private static object Integer(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return Utf8Parser.TryParse(reader.ValueSpan, out long number, out var read) && read == reader.ValueSpan.Length
            ? number is >= 0 and < 256 ? SmallIntegers[number] : number
            : throw new JsonException($"'{reader.GetString()}' is not an Integer");
    }

    private static double Float(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        if (Utf8Parser.TryParse(reader.ValueSpan, out double number, out var read) && read == reader.ValueSpan.Length) return number;
        return reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => throw new JsonException($"'{text}' is not a Float"),
        };
    }

    // The Query API names types as Java does, Cypher with spaces.
    private static string CypherName(string type) => type switch
    {
        "LocalTime" => "LOCAL TIME",
        "Time" => "ZONED TIME",
        "LocalDateTime" => "LOCAL DATETIME",
        "OffsetDateTime" or "ZonedDateTime" => "ZONED DATETIME",
        _ => type.ToUpperInvariant(),
    };

    private static ValueType TypeOf(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        return name.Length switch
        {
            3 when name.SequenceEqual("Map"u8) => ValueType.Map,
            4 when name.SequenceEqual("Null"u8) => ValueType.Null,
            4 when name.SequenceEqual(TypeNames.List) => ValueType.List,
            4 when name.SequenceEqual("Node"u8) => ValueType.Node,
            4 when name.SequenceEqual("Path"u8) => ValueType.Path,
            5 when name.SequenceEqual("Float"u8) => ValueType.Float,
            6 when name.SequenceEqual("String"u8) => ValueType.String,
            6 when name.SequenceEqual("Base64"u8) => ValueType.Base64,
            7 when name.SequenceEqual("Integer"u8) => ValueType.Integer,
            7 when name.SequenceEqual("Boolean"u8) => ValueType.Boolean,
            12 when name.SequenceEqual("Relationship"u8) => ValueType.Relationship,
            _ => ValueType.Other,
        };
    }

    private enum ValueType
    {
        Other,
        Null,
        Boolean,
        Integer,
        Float,
        String,
        Base64,
        List,
        Map,
        Node,
        Relationship,
        Path,
    }
}
