using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Storage.Content;

/// <summary>The columns of a row that are part of its fact. The spans hold until the row is left.</summary>
internal readonly ref struct FactRow
{
    public required FactType Type { get; init; }

    /// <summary>The subject's id, as UTF-8.</summary>
    public required ReadOnlySpan<byte> Subject { get; init; }

    /// <summary>The citations, joined, as UTF-8.</summary>
    public required ReadOnlySpan<byte> Citations { get; init; }

    public required Origin Origin { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>The content, as UTF-8.</summary>
    public required ReadOnlySpan<byte> Content { get; init; }

    /// <summary>True if the row has no content: it hides the fact of its key.</summary>
    public required bool Retracts { get; init; }
}
