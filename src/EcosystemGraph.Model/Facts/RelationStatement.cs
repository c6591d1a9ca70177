using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Facts;

/// <summary>What one place of one document says about a relation. A relation is identified by its kind, its two ends and its key.</summary>
public sealed record RelationStatement : Statement
{
    /// <summary>The relation's kind, as the ontology names it: <c>MEMBER_OF</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the entity that the relation starts from.</summary>
    public required string From { get; init; }

    /// <summary>The id of the entity that the relation leads to.</summary>
    public required string To { get; init; }

    /// <summary>What tells two relations of one kind and pair apart (two posts, two places in a list); usually empty.</summary>
    public string RelationKey { get; init; } = "";

    /// <summary>From when a state holds.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Until when a state holds.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>The relation's own properties that the statement fills.</summary>
    public PropertyBag Properties { get; init; } = PropertyBag.Empty;

    /// <summary>The relation's id.</summary>
    public string Id => RelationId.Format(Kind, From, To, RelationKey);

    /// <inheritdoc/>
    public override FactKey Key => new(FactType.Relation, Id, Citation.Join(Citations));

    /// <inheritdoc/>
    public bool Equals(RelationStatement? other) =>
        other is not null && Kind == other.Kind && From == other.From && To == other.To && RelationKey == other.RelationKey
        && ValidFrom == other.ValidFrom && ValidTo == other.ValidTo && Certainty == other.Certainty && Note == other.Note
        && Ordinal == other.Ordinal && Origin == other.Origin && Citations.SequenceEqual(other.Citations) && Properties.Equals(other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, From, To, RelationKey, Certainty, Ordinal);
}

/// <summary>The id of a relation, derived from its kind, ends and key: <c>member-of:baidu:aiia</c>, <c>listed-in:roobo:list-100-ai-companies:30</c>.</summary>
public static class RelationId
{
    /// <summary>Derives the id.</summary>
    public static string Format(string kind, string from, string to, string key) =>
        key.Length == 0 ? $"{Values.Names.ToKebab(kind)}:{from}:{to}" : $"{Values.Names.ToKebab(kind)}:{from}:{to}:{key}";

    /// <summary>Takes an id apart; false if it is none. The key may contain colons.</summary>
    public static bool TryParse(string id, out string kind, out string from, out string to, out string key)
    {
        var parts = id.Split(':', 4);
        var valid = parts.Length >= 3 && parts[0].Length > 0;
        kind = valid ? parts[0].Replace('-', '_').ToUpperInvariant() : "";
        from = valid ? parts[1] : "";
        to = valid ? parts[2] : "";
        key = parts.Length == 4 ? parts[3] : "";
        return valid;
    }
}
