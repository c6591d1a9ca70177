namespace EcosystemGraph.Model.Facts;

/// <summary>What a <see cref="Fact"/> is about. The numbers are stored: never renumber.</summary>
public enum FactType
{
    /// <summary>A statement about an entity.</summary>
    Entity = 1,

    /// <summary>A statement about a relation.</summary>
    Relation = 2,

    /// <summary>A statement of a figure.</summary>
    Observation = 3,

    /// <summary>A citable place in a document.</summary>
    Locator = 4,

    /// <summary>The definition of an indicator.</summary>
    Indicator = 5,

    /// <summary>A figure that is computed from others.</summary>
    Derivation = 6,

    /// <summary>One side of a disagreement that only a reader sees.</summary>
    ConflictSide = 7,

    /// <summary>A judgement that two ids mean one entity.</summary>
    Merge = 8,

    /// <summary>A named projection.</summary>
    Projection = 9,
}

/// <summary>Where a fact came from. The numbers are stored: never renumber.</summary>
public enum Origin
{
    /// <summary>The bundle; the next load may change or remove it.</summary>
    Bundle = 0,

    /// <summary>A mutation; loads keep it, and it stands before a bundle's fact of the same key.</summary>
    Mutation = 1,
}

/// <summary>
/// What a fact is, apart from its content: two facts of one key are versions of one another.
/// A statement is identified by its subject and by the place that makes it, so one document's statement can be corrected without touching another's.
/// </summary>
/// <param name="Type">What the fact is about.</param>
/// <param name="Subject">The id of the entity, relation, observation, indicator … that it is about.</param>
/// <param name="Citations">The citations, joined; empty for what is identified by its id alone.</param>
public readonly record struct FactKey(FactType Type, string Subject, string Citations) : IComparable<FactKey>
{
    /// <inheritdoc/>
    public int CompareTo(FactKey other)
    {
        if (Type != other.Type) return Type.CompareTo(other.Type);
        var bySubject = string.CompareOrdinal(Subject, other.Subject);
        return bySubject != 0 ? bySubject : string.CompareOrdinal(Citations, other.Citations);
    }

    /// <summary>Before, by type, subject, citations.</summary>
    public static bool operator <(FactKey left, FactKey right) => left.CompareTo(right) < 0;

    /// <summary>After, by type, subject, citations.</summary>
    public static bool operator >(FactKey left, FactKey right) => left.CompareTo(right) > 0;

    /// <summary>Not after.</summary>
    public static bool operator <=(FactKey left, FactKey right) => left.CompareTo(right) <= 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(FactKey left, FactKey right) => left.CompareTo(right) >= 0;
}

/// <summary>
/// One row of what is known: the unit that is added, replaced, removed and versioned. Facts are immutable.
/// </summary>
public abstract record Fact
{
    /// <summary>Which fact this is.</summary>
    public abstract FactKey Key { get; }

    /// <summary>Its place among the facts of its subject: of equally sure statements the first is preferred.</summary>
    public int Ordinal { get; init; }

    /// <summary>Where it came from; set by the change set that carries it.</summary>
    public Origin Origin { get; init; }
}

/// <summary>A fact that a document states, with its certainty and its citations.</summary>
public abstract record Statement : Fact
{
    /// <summary>How sure the statement is.</summary>
    public Certainty Certainty { get; init; } = Certainty.Stated;

    /// <summary>Where it stands; at least one citation, each of which supports the whole statement.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>A remark of the editors, in their own words.</summary>
    public string? Note { get; init; }

    /// <summary>The confidence, from 0 to 1.</summary>
    public float Confidence => Certainty.Confidence();
}
