using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Storage.Content;

/// <summary>
/// Writes what a row's own columns do not say of a fact as JSON, without loss; <see cref="ContentReader"/> is the inverse.
/// JSON, because the file is the system of record: it can be read without this program, and SQL can look into it.
/// </summary>
/// <remarks>
/// What is absent has its default: null, an empty list, <c>Stated</c>. A property's value is a JSON string, whole number, boolean or array, or says its
/// type: <c>{"date":"2019-11"}</c>, <c>{"decimal":45.370}</c>, <c>{"double":1.5}</c>.
/// </remarks>
internal sealed class ContentWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Utf8JsonWriter _json;

    // Relaxed escaping keeps Chinese readable; this JSON is never put into HTML.
    public ContentWriter() =>
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The content of a fact as UTF-8; it holds until the next call. Not for a <see cref="Retraction"/>, which has none.</summary>
    public ReadOnlySpan<byte> Write(Fact fact)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        switch (fact)
        {
            case RelationStatement relation: Write(relation); break;
            case EntityStatement entity: Write(entity); break;
            case ObservationStatement observation: Write(observation); break;
            case LocatorFact locator: Write(locator); break;
            case IndicatorFact indicator: Write(indicator); break;
            case DerivationFact derivation: Write(derivation); break;
            case ConflictSideFact side: Write(side); break;
            case MergeFact merge: Write(merge); break;
            case ProjectionFact projection: Write(projection); break;
            default: throw new ArgumentException($"A {fact.GetType().Name} has no content of its own.", nameof(fact));
        }

        if (fact is Statement statement) WriteStatement(statement);
        _json.WriteEndObject();
        _json.Flush();
        return _bytes.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();

    private void Write(EntityStatement entity)
    {
        _json.WriteString("kind"u8, entity.Kind);
        Write("name"u8, entity.Name);
        Write("nameZh"u8, entity.NameZh);
        Write("aliases"u8, entity.Aliases);
        Write("description"u8, entity.Description);
        Write(entity.Properties);
    }

    private void Write(RelationStatement relation)
    {
        _json.WriteString("kind"u8, relation.Kind);
        _json.WriteString("from"u8, relation.From);
        _json.WriteString("to"u8, relation.To);
        if (relation.RelationKey.Length > 0) _json.WriteString("key"u8, relation.RelationKey);
        Write("validFrom"u8, relation.ValidFrom);
        Write("validTo"u8, relation.ValidTo);
        Write(relation.Properties);
    }

    private void Write(ObservationStatement observation)
    {
        _json.WriteString("subject"u8, observation.Subject);
        _json.WriteString("indicator"u8, observation.Indicator);
        Write("by"u8, observation.By);
        Write("period"u8, observation.Period);
        if (observation.Qualifier != default) _json.WriteString("qualifier"u8, observation.Qualifier.ToString());
        if (observation.Value is { } value) _json.WriteNumber("value"u8, value);
        if (observation.High is { } high) _json.WriteNumber("high"u8, high);
        if (observation.Unit.Length > 0) _json.WriteString("unit"u8, observation.Unit);
        if (observation.Nature != default) _json.WriteString("nature"u8, observation.Nature.ToString());
    }

    private void Write(LocatorFact locator)
    {
        _json.WriteString("document"u8, locator.Document);
        _json.WriteString("locator"u8, locator.Locator);
        Write("place"u8, locator.Place);
    }

    private void Write(IndicatorFact indicator)
    {
        _json.WriteString("name"u8, indicator.Name);
        Write("definition"u8, indicator.Definition);
        Write("units"u8, indicator.Units);
        if (indicator.Complete) _json.WriteBoolean("complete"u8, true);
    }

    private void Write(DerivationFact derivation)
    {
        Write("stated"u8, derivation.Stated);
        Write("derived"u8, derivation.Derived);
        _json.WriteString("rule"u8, derivation.Rule);
        _json.WriteString("parts"u8, derivation.Parts);
        _json.WriteNumber("tolerance"u8, derivation.Tolerance);
        Write("note"u8, derivation.Note);
    }

    private void Write(ConflictSideFact side)
    {
        _json.WriteString("conflict"u8, side.Conflict);
        _json.WriteString("subject"u8, side.Subject);
        _json.WriteString("property"u8, side.Property);
        Write("value"u8, side.Value);
        Write("reference"u8, side.Reference);
        if (side.Type != default) _json.WriteString("type"u8, side.Type.ToString());
    }

    private void Write(MergeFact merge)
    {
        _json.WriteString("into"u8, merge.Into);
        _json.WriteString("reason"u8, merge.Reason);
        Write(merge.Certainty);
    }

    private void Write(ProjectionFact projection)
    {
        _json.WriteString("name"u8, projection.Name);
        Write("description"u8, projection.Description);
        Write("kinds"u8, projection.Kinds);
        Write("relations"u8, projection.Relations);
        if (projection.Directed) _json.WriteBoolean("directed"u8, true);
        Write("weight"u8, projection.Weight);
        Write("path"u8, projection.Path);
    }

    private void WriteStatement(Statement statement)
    {
        Write(statement.Certainty);
        Write("note"u8, statement.Note);

        // The citations are in the row's own column, joined; here only if that text would not read back as the same list.
        var citations = statement.Citations;
        if (ReadsBack(citations)) return;
        _json.WriteStartArray("citations"u8);
        for (var i = 0; i < citations.Count; i++)
        {
            _json.WriteStringValue(citations[i].Document);
            _json.WriteStringValue(citations[i].Locator);
        }

        _json.WriteEndArray();
    }

    /// <summary>True if the joined text of citations reads back as the same list.</summary>
    public static bool ReadsBack(IReadOnlyList<Citation> citations)
    {
        for (var i = 0; i < citations.Count; i++)
        {
            var (document, locator) = citations[i];
            if (document.Contains('#', StringComparison.Ordinal) || document.Contains('|', StringComparison.Ordinal) || locator.Contains('|', StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private void Write(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) _json.WriteString(name, text);
    }

    private void Write(ReadOnlySpan<byte> name, PartialDate? date)
    {
        if (date is not null) _json.WriteString(name, date.Text);
    }

    private void Write(Certainty certainty)
    {
        if (certainty != Certainty.Stated) _json.WriteString("certainty"u8, certainty.Word());
    }

    private void Write(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        _json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++) _json.WriteStringValue(texts[i]);
        _json.WriteEndArray();
    }

    private void Write(PropertyBag properties)
    {
        if (properties.Count == 0) return;
        _json.WriteStartObject("properties"u8);
        for (var i = 0; i < properties.Count; i++)
        {
            _json.WritePropertyName(properties[i].Key);
            WriteValue(properties[i].Value);
        }

        _json.WriteEndObject();
    }

    private void WriteValue(object value)
    {
        switch (value)
        {
            case string text:
                _json.WriteStringValue(text);
                break;
            case int number:
                _json.WriteNumberValue(number);
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case PartialDate date:
                _json.WriteStartObject();
                _json.WriteString("date"u8, date.Text);
                _json.WriteEndObject();
                break;
            case decimal number:
                _json.WriteStartObject();
                _json.WriteNumber("decimal"u8, number);
                _json.WriteEndObject();
                break;
            case double number when double.IsFinite(number):
                _json.WriteStartObject();
                _json.WriteNumber("double"u8, number);
                _json.WriteEndObject();
                break;
            case double number:
                _json.WriteStartObject();
                _json.WriteString("double"u8, number.ToString(CultureInfo.InvariantCulture));
                _json.WriteEndObject();
                break;
            case object[] list:
                _json.WriteStartArray();
                foreach (var item in list) WriteValue(item);
                _json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A property's value cannot be a {value.GetType().Name}.", nameof(value));
        }
    }
}
