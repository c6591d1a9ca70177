using System.Text.Json;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Storage.Content;

/// <summary>The fields of one content, one after the other.</summary>
internal ref struct ContentFields
{
    // A longer text is seldom said twice; pooling it would only cost memory.
    private const int LongestWord = 40;

    private readonly TextPool _pool;
    private Utf8JsonReader _json;

    public ContentFields(ReadOnlySpan<byte> content, TextPool pool)
    {
        _pool = pool;
        _json = new Utf8JsonReader(content);
        Expect(JsonTokenType.StartObject);
    }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    public readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    public readonly void Refuse() => throw new FormatException($"'{_json.GetString()}' is not a part of this type of fact");

    /// <summary>A text that recurs.</summary>
    public string Word()
    {
        Expect(JsonTokenType.String);
        return _pool.Word(ref _json);
    }

    /// <summary>A text of its own.</summary>
    public string Text()
    {
        Expect(JsonTokenType.String);
        return _json.GetString()!;
    }

    public PartialDate Date()
    {
        Expect(JsonTokenType.String);
        return _pool.Date(ref _json);
    }

    public decimal Decimal()
    {
        Expect(JsonTokenType.Number);
        return _json.GetDecimal();
    }

    public bool Boolean()
    {
        // False is the default, which is not written.
        Expect(JsonTokenType.True);
        return true;
    }

    public T Enum<T>() where T : struct, Enum
    {
        var word = Word();
        return System.Enum.TryParse<T>(word, out var value) ? value : throw new FormatException($"'{word}' is not a {typeof(T).Name}");
    }

    public Certainty Certainty()
    {
        var word = Word();
        return Certainties.TryParse(word, out var certainty) ? certainty : throw new FormatException($"'{word}' is not a certainty");
    }

    public string[] Texts()
    {
        var texts = new List<string>();
        Expect(JsonTokenType.StartArray);
        while (_json.Read() && _json.TokenType == JsonTokenType.String) texts.Add(WordOrText());
        return [.. texts];
    }

    public Citation[] Citations()
    {
        var parts = Texts();
        var citations = new Citation[parts.Length / 2];
        for (var i = 0; i < citations.Length; i++) citations[i] = new Citation(parts[2 * i], parts[(2 * i) + 1]);
        return citations;
    }

    public PropertyBag Properties()
    {
        var properties = new List<KeyValuePair<string, object>>();
        Expect(JsonTokenType.StartObject);
        while (Next())
        {
            var name = _pool.Word(ref _json);
            _json.Read();
            properties.Add(new KeyValuePair<string, object>(name, Value()));
        }

        return PropertyBag.Create(properties);
    }

    private object Value()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return WordOrText();
            case JsonTokenType.Number:
                return _json.GetInt32();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartArray:
                var items = new List<object>();
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray) items.Add(Value());
                return items.ToArray();
            default:
                return TypedValue();
        }
    }

    private object TypedValue()
    {
        if (_json.TokenType != JsonTokenType.StartObject || !Next()) throw new FormatException("a property's value has no type");
        object value;
        if (Is("date"u8))
        {
            value = Date();
        }
        else if (Is("decimal"u8))
        {
            value = Decimal();
        }
        else if (Is("double"u8))
        {
            _json.Read();
            value = _json.TokenType == JsonTokenType.String ? double.Parse(_json.GetString()!) : _json.GetDouble();
        }
        else
        {
            throw new FormatException($"'{_json.GetString()}' is not a type of value");
        }

        Expect(JsonTokenType.EndObject);
        return value;
    }

    private string WordOrText() => _json.ValueSpan.Length <= LongestWord ? _pool.Word(ref _json) : _json.GetString()!;

    private void Expect(JsonTokenType type)
    {
        if (!_json.Read() || _json.TokenType != type) throw new FormatException($"found {_json.TokenType} where {type} was expected");
    }
}
