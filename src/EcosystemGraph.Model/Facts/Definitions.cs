namespace EcosystemGraph.Model.Facts;

/// <summary>A place in a document that may be cited. The list is closed, so that citations cannot drift.</summary>
public sealed record LocatorFact : Fact
{
    /// <summary>The document's id.</summary>
    public required string Document { get; init; }

    /// <summary>The locator, as citations write it.</summary>
    public required string Locator { get; init; }

    /// <summary>Where it is, in the editors' words.</summary>
    public string? Place { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Locator, $"{Document}#{Locator}", "");
}

/// <summary>What a figure measures.</summary>
public sealed record IndicatorFact : Fact
{
    /// <summary>The indicator's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it measures, in the editors' words.</summary>
    public string? Definition { get; init; }

    /// <summary>The units that its observations may have; empty allows any.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>True if its observations are said to be all of a document's, so that gaps are defects.</summary>
    public bool Complete { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Indicator, Id, "");

    /// <inheritdoc/>
    public bool Equals(IndicatorFact? other) =>
        other is not null && Id == other.Id && Name == other.Name && Definition == other.Definition && Complete == other.Complete
        && Ordinal == other.Ordinal && Origin == other.Origin && Units.SequenceEqual(other.Units);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name);
}

/// <summary>
/// How a figure is computed from others. Either some document states the figure, and the two are compared; or none does, and the figure is an answer of its own.
/// </summary>
public sealed record DerivationFact : Fact
{
    /// <summary>The derivation's id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the observation that states the figure, or a number that it must be; null where no document states it.</summary>
    public string? Stated { get; init; }

    /// <summary>The id of the observation that the derivation gives (subject, indicator, by, period and unit), where no document states the figure; null where one does.</summary>
    public string? Derived { get; init; }

    /// <summary>The rule: SUM, SHARE, DIFF, COUNT, RATIO, ORDER …</summary>
    public required string Rule { get; init; }

    /// <summary>What the rule is applied to.</summary>
    public required string Parts { get; init; }

    /// <summary>The largest difference that is still agreement.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>A remark of the editors.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Derivation, Id, "");
}

/// <summary>What sort of disagreement it is.</summary>
public enum ConflictType
{
    /// <summary>Both cannot hold.</summary>
    Contradiction,

    /// <summary>Another date, base or definition.</summary>
    Scope,

    /// <summary>Two names for one thing.</summary>
    Naming,

    /// <summary>A document's own figures do not add up.</summary>
    Arithmetic,

    /// <summary>One document lists the like and leaves this out.</summary>
    Silence,
}

/// <summary>One side of a disagreement that only a reader sees; the sides of one id belong together.</summary>
public sealed record ConflictSideFact : Statement
{
    /// <summary>The conflict's id, shared by its sides.</summary>
    public required string Conflict { get; init; }

    /// <summary>The id of the entity that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is about.</summary>
    public required string Property { get; init; }

    /// <summary>What this side says.</summary>
    public string? Value { get; init; }

    /// <summary>What the side refers to (an entity's property, a relation, an observation), if it is in the graph.</summary>
    public string? Reference { get; init; }

    /// <summary>What sort of disagreement it is.</summary>
    public ConflictType Type { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.ConflictSide, $"{Conflict}/{Subject}/{Property}/{Value}", Citation.Join(Citations));

    /// <inheritdoc/>
    public bool Equals(ConflictSideFact? other) =>
        other is not null && Key == other.Key && Value == other.Value && Reference == other.Reference && Type == other.Type
        && Certainty == other.Certainty && Note == other.Note && Ordinal == other.Ordinal && Origin == other.Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Conflict, Subject, Property, Value, Ordinal);
}

/// <summary>The judgement that one id means the same entity as another. Removing the row splits the two again.</summary>
public sealed record MergeFact : Fact
{
    /// <summary>The id that is taken for another; it goes on to resolve.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the entity that it is.</summary>
    public required string Into { get; init; }

    /// <summary>How sure the judgement is.</summary>
    public Certainty Certainty { get; init; } = Certainty.Stated;

    /// <summary>The reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Merge, Id, "");
}

/// <summary>A part of the graph that measures see, by name. The first one, by <see cref="Fact.Ordinal"/>, is the default.</summary>
public sealed record ProjectionFact : Fact
{
    /// <summary>The projection's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
    public string? Description { get; init; }

    /// <summary>Entity kinds or interfaces (<c>COMPANY</c>); a leading <c>-</c> leaves one out; empty is all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Relation kinds; a leading <c>-</c> leaves one out; empty is all.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    /// <summary>True if the direction of relations counts.</summary>
    public bool Directed { get; init; }

    /// <summary>The numeric relation property that weighs a relation; null weighs each 1.</summary>
    public string? Weight { get; init; }

    /// <summary>A meta-path to collapse: <c>CITY &lt;-HEADQUARTERED_IN- COMPANY -MEMBER_OF-&gt; ALLIANCE</c> …; null for none.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Projection, Id, "");

    /// <inheritdoc/>
    public bool Equals(ProjectionFact? other) =>
        other is not null && Id == other.Id && Name == other.Name && Description == other.Description && Directed == other.Directed && Weight == other.Weight
        && Path == other.Path && Ordinal == other.Ordinal && Origin == other.Origin && Kinds.SequenceEqual(other.Kinds) && Relations.SequenceEqual(other.Relations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Directed);
}
