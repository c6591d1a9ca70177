using System.Text.Json;

namespace EcosystemGraph.Storage.Neo4j.Transport.Http;

/// <summary>
/// Reads an answer of the Query API piece by piece, as it arrives: one JSON object (<c>data</c>, <c>bookmarks</c>, <c>errors</c> …), or the events of JSON Lines
/// (<c>Header</c>, <c>Record</c>, <c>Summary</c>, <c>Error</c>), and hands over its rows.
/// </summary>
/// <remarks>
/// A row is parsed where it lies. One that is not there to its end is parsed again from its beginning when there is more of it; the caller sees to it that there is then
/// at least twice as much, so that the work stays in proportion to the length.
/// </remarks>
internal sealed class QueryAnswerReader(OnCypherRow? onRow)
{
    private const int MaxDepth = 1024;
    private readonly TypedValueReader _values = new();
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = MaxDepth });
    private Place _place = Place.Start;
    private CypherFields _fields = new([]);
    private object?[] _row = [];
    private bool _hasRow;
    private string? _event;

    private enum Place
    {
        Start,
        Answer,
        Data,
        Values,
        End,
    }

    /// <summary>What the answer says; good once it is whole.</summary>
    public QueryAnswer Answer { get; } = new();

    /// <summary>True if the answer has come to its end.</summary>
    public bool IsWhole => _place == Place.End;

    /// <summary>Reads as much as there is.</summary>
    /// <param name="text">What is there, from where the last call stopped.</param>
    /// <returns>How many bytes were read for good; what is left is the beginning of something.</returns>
    /// <exception cref="JsonException">It is not an answer.</exception>
    public int Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, _state);
        var consumed = 0L;
        while (_place != Place.End && TryStep(ref reader))
        {
            consumed = reader.BytesConsumed;
            _state = reader.CurrentState;
            if (!_hasRow) continue;
            _hasRow = false;
            Answer.Rows++;
            HandOver();
        }

        return (int)consumed;
    }

    private void HandOver()
    {
        try
        {
            onRow?.Invoke(new CypherRow(_fields, _row));
        }
        catch (Exception e)
        {
            throw new RowCallbackException(e);
        }
    }

    private bool TryStep(ref Utf8JsonReader reader)
    {
        try
        {
            return _place switch
            {
                Place.Start => TryStart(ref reader),
                Place.Answer => TryReadSection(ref reader),
                Place.Data => TryReadData(ref reader),
                _ => TryReadRowOrEnd(ref reader),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private bool TryStart(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        TypedValueReader.Expect(ref reader, JsonTokenType.StartObject);
        _place = Place.Answer;
        _event = null;
        return true;
    }

    private bool TryReadSection(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            // Events go on until the last of them; an object is all there is.
            _place = _event is null or "Summary" or "Error" ? Place.End : Place.Start;
            return true;
        }

        var name = _values.ReadName(ref reader);
        if (!reader.Read()) return false;
        switch (name)
        {
            case "$event":
                _event = _values.ReadName(ref reader);
                return true;
            case "_body":
                return TryReadBody(ref reader);
            case "data":
                TypedValueReader.Expect(ref reader, JsonTokenType.StartObject);
                _place = Place.Data;
                return true;
            default:
                return TryReadPart(ref reader, name);
        }
    }

    private bool TryReadBody(ref Utf8JsonReader reader)
    {
        switch (_event)
        {
            case "Record":
                return TryReadRow(ref reader);
            case "Error":
                return TryReadPart(ref reader, "errors");
            case null:
                throw new JsonException("an event has no name before its _body");
            default:
                TypedValueReader.Expect(ref reader, JsonTokenType.StartObject);
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndObject) return true;
                    var name = _values.ReadName(ref reader);
                    if (!reader.Read() || !TryReadPart(ref reader, name)) return false;
                }

                return false;
        }
    }

    private bool TryReadPart(ref Utf8JsonReader reader, string name)
    {
        switch (name)
        {
            case "fields":
                return TryReadFields(ref reader);
            case "bookmarks":
                if (!_values.TryReadNames(ref reader, out var bookmarks)) return false;
                Answer.Bookmarks = bookmarks;
                return true;
            case "counters":
                return TryReadCounters(ref reader);
            case "errors":
                return TryReadErrors(ref reader);
            case "transaction":
                return TryReadTransaction(ref reader);
            default:
                // Notifications, plans, and what newer servers add.
                return reader.TrySkip();
        }
    }

    private bool TryReadData(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.Answer;
            return true;
        }

        var name = _values.ReadName(ref reader);
        if (!reader.Read()) return false;
        if (name != "values") return TryReadPart(ref reader, name);
        TypedValueReader.Expect(ref reader, JsonTokenType.StartArray);
        _place = Place.Values;
        return true;
    }

    private bool TryReadRowOrEnd(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.TokenType != JsonTokenType.EndArray) return TryReadRow(ref reader);
        _place = Place.Data;
        return true;
    }

    private bool TryReadRow(ref Utf8JsonReader reader)
    {
        TypedValueReader.Expect(ref reader, JsonTokenType.StartArray);
        for (var i = 0; i < _row.Length; i++)
        {
            if (!_values.TryRead(ref reader, out _row[i])) return false;
        }

        if (!reader.Read()) return false;
        if (reader.TokenType != JsonTokenType.EndArray) throw new JsonException($"a row has more than {_row.Length} values");
        _hasRow = true;
        return true;
    }

    private bool TryReadFields(ref Utf8JsonReader reader)
    {
        if (!_values.TryReadNames(ref reader, out var names)) return false;
        _fields = new CypherFields(names);
        _row = new object?[names.Count];
        return true;
    }

    private bool TryReadCounters(ref Utf8JsonReader reader)
    {
        if (!TryReadDocument(ref reader, out var json)) return false;
        using (json)
        {
            var root = json.RootElement;
            Answer.Counters = new CypherCounters
            {
                NodesCreated = Count("nodesCreated"),
                NodesDeleted = Count("nodesDeleted"),
                RelationshipsCreated = Count("relationshipsCreated"),
                RelationshipsDeleted = Count("relationshipsDeleted"),
                PropertiesSet = Count("propertiesSet"),
                LabelsAdded = Count("labelsAdded"),
                LabelsRemoved = Count("labelsRemoved"),
                IndexesAdded = Count("indexesAdded"),
                IndexesRemoved = Count("indexesRemoved"),
                ConstraintsAdded = Count("constraintsAdded"),
                ConstraintsRemoved = Count("constraintsRemoved"),
            };

            long Count(string name) => root.TryGetProperty(name, out var count) ? count.GetInt64() : 0;
        }

        return true;
    }

    private bool TryReadErrors(ref Utf8JsonReader reader)
    {
        if (!TryReadDocument(ref reader, out var json)) return false;
        using (json)
        {
            Answer.Errors = [.. json.RootElement.EnumerateArray().Select(error => (Text(error, "code"), Text(error, "message")))];

            // An error without a word is an error all the same.
            if (Answer.Errors.Count == 0 && _event == "Error") Answer.Errors = [("", "the server failed without saying why")];
        }

        return true;

        static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
    }

    private bool TryReadTransaction(ref Utf8JsonReader reader)
    {
        if (!TryReadDocument(ref reader, out var json)) return false;
        using (json)
        {
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id)) Answer.TransactionId = id.GetString();
        }

        return true;
    }

    private static bool TryReadDocument(ref Utf8JsonReader reader, out JsonDocument json)
    {
        var copy = reader;
        json = null!;
        if (!reader.TrySkip()) return false;
        json = JsonDocument.ParseValue(ref copy);
        return true;
    }
}

/// <summary>Carries what a callback has thrown past everything that handles failures of the server.</summary>
internal sealed class RowCallbackException(Exception thrown) : Exception(null, thrown);
