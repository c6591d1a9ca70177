using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.App.Analysis;

namespace EcosystemGraph.App.Output.Results;

/// <summary>Writes results as JSON: of each what it is, how it was made, and its rows.</summary>
internal static class JsonResults
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes them.</summary>
    public static void Write(AnalysisResults results, Stream output, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("graph");
        json.WriteString("name", results.Graph.Name);
        json.WriteNumber("vertices", results.Graph.Graph.VertexCount);
        json.WriteNumber("edges", results.Graph.Graph.EdgeCount);
        json.WriteBoolean("directed", results.Graph.Graph.IsDirected);
        json.WriteBoolean("weighted", results.Graph.Graph.HasWeights);
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var rows in results.Rows) Write(json, results, rows, cancellationToken);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, AnalysisResults results, ResultRows rows, CancellationToken cancellationToken)
    {
        var record = ResultRecord.Of(rows.Run.Record);
        json.WriteStartObject();
        json.WriteString("measure", record.Measure);
        json.WriteString("scope", rows.Run.Measure.Scope.ToString().ToLowerInvariant());
        json.WritePropertyName("parameters");
        record.Parameters.WriteTo(json);
        if (record.Seed is { } seed) json.WriteNumber("seed", seed);
        json.WriteString("version", record.Version);
        json.WriteString("digest", record.Digest);
        json.WriteNumber("elapsed", record.Elapsed);
        json.WriteStartArray("warnings");
        foreach (var warning in record.Warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        for (var row = 0; row < results.ShownOf(rows); row++)
        {
            json.WriteStartObject();
            for (var c = 0; c < rows.Keys.Count; c++) json.WriteString(rows.Keys[c], rows.Key(row, c));
            var value = rows.Value(row);
            if (double.IsFinite(value)) json.WriteNumber(rows.ValueName, value);
            else json.WriteNull(rows.ValueName);
            if (rows.Rank(row) is { } rank) json.WriteNumber("rank", rank);
            json.WriteEndObject();
            if (json.BytesPending < FlushBytes) continue;
            json.Flush();
            cancellationToken.ThrowIfCancellationRequested();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
