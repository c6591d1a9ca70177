using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Query.Trust;

/// <summary>What a disagreement is about.</summary>
public enum ConflictKind
{
    /// <summary>The value of a property.</summary>
    Property,

    /// <summary>A relation.</summary>
    Relation,

    /// <summary>A figure.</summary>
    Observation,

    /// <summary>What belongs to a set.</summary>
    Set,

    /// <summary>A figure and what follows from others.</summary>
    Derived,
}

/// <summary>A disagreement of the documents, with what each says.</summary>
public sealed record ConflictView
{
    /// <summary>
    /// An id that stays: that of a stated conflict, else <c>subject.property</c>, or the id of the relation or observation that it is about.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>What sort of disagreement it is.</summary>
    public required ConflictType Type { get; init; }

    /// <summary>The entity that it is about.</summary>
    public int? Subject { get; init; }

    /// <summary>Other entities that its sides are about.</summary>
    public IReadOnlyList<int> OtherSubjects { get; init; } = [];

    /// <summary>The relation that one document asserts and another denies.</summary>
    public int? Relation { get; init; }

    /// <summary>The id of the indicator, of figures.</summary>
    public string? Indicator { get; init; }

    /// <summary>The property, relation field or indicator.</summary>
    public required string Property { get; init; }

    /// <summary>What the documents say, preferred claims first.</summary>
    public required IReadOnlyList<ClaimView> Claims { get; init; }

    /// <summary>What stated sides refer to: observations, relations, derivations, properties.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The editors' remarks on the claims, each once.</summary>
    public string? Note
    {
        get
        {
            var notes = Claims.Select(c => c.Note).Where(n => n is not null).Distinct().ToList();
            return notes.Count == 0 ? null : string.Join("; ", notes);
        }
    }
}

/// <summary>Which conflicts are asked for; each part that is null takes all.</summary>
public sealed record ConflictRequest
{
    /// <summary>The entity that one of the sides is about.</summary>
    public int? Subject { get; init; }

    /// <summary>The property, relation field or indicator.</summary>
    public string? Property { get; init; }

    /// <summary>The id of the indicator, of figures.</summary>
    public string? Indicator { get; init; }

    /// <summary>A document that makes one of the claims.</summary>
    public string? Document { get; init; }

    /// <summary>The kinds of conflict.</summary>
    public IReadOnlyList<ConflictKind>? Kinds { get; init; }

    /// <summary>The types of conflict.</summary>
    public IReadOnlyList<ConflictType>? Types { get; init; }

    /// <summary>True if a conflict is asked for.</summary>
    public bool Takes(ConflictView conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return (Subject is not { } subject || conflict.Subject == subject || conflict.OtherSubjects.Contains(subject))
            && (Property is null || conflict.Property == Property)
            && (Indicator is null || conflict.Indicator == Indicator)
            && (Document is null || conflict.Claims.Any(c => c.Citation.Document == Document))
            && (Kinds is null || Kinds.Contains(conflict.Kind))
            && (Types is null || Types.Contains(conflict.Type));
    }
}
