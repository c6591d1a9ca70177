namespace EcosystemGraph.Model.Facts;

/// <summary>What one place of one document says about an entity. Statements of one id are claims side by side.</summary>
public sealed record EntityStatement : Statement
{
    /// <summary>The entity's id, a slug that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The entity's kind, as the ontology names its type: <c>Company</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name that the document uses, if the statement gives one.</summary>
    public string? Name { get; init; }

    /// <summary>The Chinese name that the document gives.</summary>
    public string? NameZh { get; init; }

    /// <summary>Other names that the document uses.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A description in the editors' words.</summary>
    public string? Description { get; init; }

    /// <summary>The kind's own properties that the statement fills.</summary>
    public PropertyBag Properties { get; init; } = PropertyBag.Empty;

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Entity, Id, Citation.Join(Citations));

    /// <inheritdoc/>
    public bool Equals(EntityStatement? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && Name == other.Name && NameZh == other.NameZh && Description == other.Description
        && Certainty == other.Certainty && Note == other.Note && Ordinal == other.Ordinal && Origin == other.Origin
        && Aliases.SequenceEqual(other.Aliases) && Citations.SequenceEqual(other.Citations) && Properties.Equals(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Kind, Name, Certainty, Ordinal);
}
