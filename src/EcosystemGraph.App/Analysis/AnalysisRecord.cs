using System.Text.Json.Nodes;
using EcosystemGraph.Analytics.Measures;
using EcosystemGraph.Analytics.Projections;

namespace EcosystemGraph.App.Analysis;

/// <summary>How results were made: what <c>--record</c> keeps and <c>replay</c> makes again.</summary>
internal sealed record AnalysisRecord
{
    /// <summary>The version of what a record holds.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of this record.</summary>
    public required int Format { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Program { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The files of the edge list; null if a database was measured.</summary>
    public EdgesRecord? Edges { get; init; }

    /// <summary>The projection of a database; null if an edge list was measured.</summary>
    public DatabaseRecord? Database { get; init; }

    /// <summary>The number of vertices.</summary>
    public required int Vertices { get; init; }

    /// <summary>The number of edges.</summary>
    public required int EdgeCount { get; init; }

    /// <summary>The results.</summary>
    public required ResultRecord[] Results { get; init; }
}

/// <summary>An edge list that was measured.</summary>
internal sealed record EdgesRecord
{
    /// <summary>The file, as it was named.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file of the nodes, as it was named.</summary>
    public string? Nodes { get; init; }

    /// <summary>SHA-256 of the file of the nodes.</summary>
    public string? NodesSha256 { get; init; }

    /// <summary>The column of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The column of the target.</summary>
    public required string Target { get; init; }

    /// <summary>The column of the weight; null without weights.</summary>
    public string? Weight { get; init; }

    /// <summary>Whether edges have a direction.</summary>
    public required bool Directed { get; init; }
}

/// <summary>A projection of a database that was measured.</summary>
internal sealed record DatabaseRecord
{
    /// <summary>The kind of store.</summary>
    public required string Store { get; init; }

    /// <summary>The database file, as it was named; null if the store is no file.</summary>
    public string? File { get; init; }

    /// <summary>The bundle that was loaded.</summary>
    public required string Bundle { get; init; }

    /// <summary>The hash of the bundle.</summary>
    public required string BundleSha256 { get; init; }

    /// <summary>The revision.</summary>
    public required long Revision { get; init; }

    /// <summary>The date at which it was seen; null for all times.</summary>
    public string? AsOf { get; init; }

    /// <summary>The documents through which it was seen; empty for all.</summary>
    public string[] Documents { get; init; } = [];

    /// <summary>What the measures saw of it.</summary>
    public required ProjectionRecord Projection { get; init; }
}

/// <summary>A projection, in full: its name may mean something else later.</summary>
/// <remarks>Its properties can be set, as generated readers give those that can only be initialised null where they are not written.</remarks>
internal sealed record ProjectionRecord
{
    /// <summary>Its id.</summary>
    public string Id { get; set; } = ProjectionSpec.InlineId;

    /// <summary>The kinds of entities.</summary>
    public string[] Kinds { get; set; } = [];

    /// <summary>The kinds of relations.</summary>
    public string[] Relations { get; set; } = [];

    /// <summary>Whether the direction of relations counts.</summary>
    public bool Directed { get; set; }

    /// <summary>The property that weighs relations.</summary>
    public string? Weight { get; set; }

    /// <summary>The meta-path that is collapsed.</summary>
    public string? Path { get; set; }

    /// <summary>The smallest confidence.</summary>
    public float MinConfidence { get; set; }

    /// <summary>The record of a specification.</summary>
    public static ProjectionRecord Of(ProjectionSpec spec) => new()
    {
        Id = spec.Id,
        Kinds = [.. spec.Kinds],
        Relations = [.. spec.Relations],
        Directed = spec.Directed,
        Weight = spec.Weight,
        Path = spec.Path,
        MinConfidence = spec.MinConfidence,
    };

    /// <summary>The specification.</summary>
    public ProjectionSpec ToSpec() => new(Id ?? ProjectionSpec.InlineId, Id ?? ProjectionSpec.InlineId, null, Kinds ?? [], Relations ?? [], Directed, Weight, Path, MinConfidence);
}

/// <summary>A result, and what it was made with.</summary>
internal sealed record ResultRecord
{
    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Every parameter, the defaults filled in.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>The seed; null where nothing is drawn.</summary>
    public int? Seed { get; init; }

    /// <summary>The versions of the algorithm, the kernels and the runtime.</summary>
    public required string Version { get; init; }

    /// <summary>The digest of the result.</summary>
    public required string Digest { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double Elapsed { get; init; }

    /// <summary>What a reader of the result should know.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>The record of a run.</summary>
    public static ResultRecord Of(MeasureRecord record) => new()
    {
        Measure = record.Measure,
        Parameters = new JsonObject(record.Parameters.Select(p => KeyValuePair.Create(p.Key, ParameterText.ToJson(p.Value)))),
        Seed = record.Seed,
        Version = record.Version,
        Digest = record.Digest,
        Elapsed = Math.Round(record.Elapsed, 6),
        Warnings = [.. record.Warnings],
    };
}
