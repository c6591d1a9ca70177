using System.Text.Json.Serialization;

namespace EcosystemGraph.App.Analysis;

/// <summary>Records as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(AnalysisRecord))]
[JsonSerializable(typeof(ProjectionRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
