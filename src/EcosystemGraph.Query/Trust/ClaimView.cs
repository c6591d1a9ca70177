using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Trust;

/// <summary>Whether a document says that something holds.</summary>
public enum Polarity
{
    /// <summary>It says that it does.</summary>
    Asserts,

    /// <summary>It says that it does not.</summary>
    Denies,

    /// <summary>It lists the like and leaves this out.</summary>
    Silent,
}

/// <summary>What one place of one document says about one property.</summary>
public sealed record ClaimView
{
    /// <summary>The property; for a relation the field by which the entity sees it.</summary>
    public required string Property { get; init; }

    /// <summary>The value as text; null where the value is an entity, or where nothing is said.</summary>
    public string? Value { get; init; }

    /// <summary>The entity that is claimed: the other end of a relation.</summary>
    public int? Entity { get; init; }

    /// <summary>Whether it is asserted.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Where it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How sure the statement is, from 0 to 1.</summary>
    public float Confidence { get; init; }

    /// <summary>True if this is the value that the graph shows.</summary>
    public bool Preferred { get; init; }

    /// <summary>The editors' remark on the statement.</summary>
    public string? Note { get; init; }
}
