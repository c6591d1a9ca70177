using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcosystemGraph.Analytics.Measures;

namespace EcosystemGraph.App.Analysis;

/// <summary>The values of parameters as the command line and records have them, and as measures take them.</summary>
internal static class ParameterText
{
    /// <summary>Reads a value: numbers, true and false, lists as JSON or with commas, objects as JSON, all else as it stands.</summary>
    /// <exception cref="UsageException">It begins like JSON and is not.</exception>
    public static object? Read(MeasureParameter parameter, string text)
    {
        try
        {
            if (text.StartsWith('{') || text.StartsWith('[')) return FromJson(JsonNode.Parse(text), AreIds(parameter));
        }
        catch (JsonException)
        {
            throw Unfit(parameter, text);
        }

        return parameter.Type switch
        {
            MeasureParameterType.Boolean => bool.TryParse(text, out var flag) ? flag : throw Unfit(parameter, text),
            MeasureParameterType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            MeasureParameterType.Integer or MeasureParameterType.Number =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unfit(parameter, text),
            MeasureParameterType.Vertices or MeasureParameterType.Weights when text.Contains(',', StringComparison.Ordinal) =>
                text.Split(',', StringSplitOptions.TrimEntries).ToList<object?>(),
            _ => text,
        };
    }

    /// <summary>A value of a record, as measures take it.</summary>
    public static object? FromJson(JsonNode? node) => FromJson(node, false);

    /// <summary>A value as a record has it.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        string text => JsonValue.Create(text),
        IEnumerable<KeyValuePair<string, double>> weights => new JsonObject(weights.Select(w => KeyValuePair.Create<string, JsonNode?>(w.Key, JsonValue.Create(w.Value)))),
        IEnumerable<KeyValuePair<string, string>> groups => new JsonObject(groups.Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, JsonValue.Create(g.Value)))),
        IEnumerable<string> list => new JsonArray([.. list.Select(item => (JsonNode?)JsonValue.Create(item))]),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };

    private static UsageException Unfit(MeasureParameter parameter, string text) => new($"--parameter: '{text}' does not do for {parameter.Name}; expected {parameter.Expected}");

    // In an edge list ids may look like numbers.
    private static bool AreIds(MeasureParameter parameter) => parameter.Type is not (MeasureParameterType.Boolean or MeasureParameterType.Integer or MeasureParameterType.Number);

    private static object? FromJson(JsonNode? node, bool asText) => node switch
    {
        null => null,
        JsonArray array => array.Select(item => FromJson(item, asText)).ToList(),
        JsonObject map => map.ToDictionary(member => member.Key, member => FromJson(member.Value, false), StringComparer.Ordinal),
        JsonValue value => FromJson(value.GetValue<JsonElement>(), asText),
        _ => null,
    };

    private static object? FromJson(JsonElement value, bool asText) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when asText => value.GetRawText(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => null,
    };
}
