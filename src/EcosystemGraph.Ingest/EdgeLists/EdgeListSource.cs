namespace EcosystemGraph.Ingest.EdgeLists;

/// <summary>Which files an edge list is read from, and which of their columns.</summary>
/// <param name="Edges">The CSV file of the edges, a row each, with a header.</param>
public sealed record EdgeListSource(string Edges)
{
    /// <summary>The column of the source where no other is named.</summary>
    public const string DefaultSourceColumn = "source";

    /// <summary>The column of the target where no other is named.</summary>
    public const string DefaultTargetColumn = "target";

    /// <summary>The column of a vertex's id in <see cref="Nodes"/>.</summary>
    public const string NodeIdColumn = "id";

    /// <summary>The CSV file of the vertices, also those without edges: the column <see cref="NodeIdColumn"/>, every other is an attribute. Null: the vertices are the ends of the edges.</summary>
    public string? Nodes { get; init; }

    /// <summary>The column of an edge's first end.</summary>
    public string SourceColumn { get; init; } = DefaultSourceColumn;

    /// <summary>The column of an edge's second end.</summary>
    public string TargetColumn { get; init; } = DefaultTargetColumn;

    /// <summary>The column of an edge's weight, a number of at least 0; null for no weights.</summary>
    public string? WeightColumn { get; init; }

    /// <summary>The threads that read, at least 1. They do not change the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
