namespace EcosystemGraph.Query.Search;

/// <summary>What a text is to the entity or indicator that it is of.</summary>
internal enum TextRole
{
    /// <summary>The preferred name.</summary>
    Name,

    /// <summary>Another name, or a Chinese one.</summary>
    OtherName,

    /// <summary>A name as a document misprints it: to be searched for, not to be called by.</summary>
    Misprint,

    /// <summary>A description or another text property, found by its words.</summary>
    Prose,
}

/// <summary>A text by which an entity or indicator can be found.</summary>
/// <param name="Item">The entity, or the indicator's place in the list of all.</param>
/// <param name="Text">The text as it is written.</param>
/// <param name="Folded">The text as it is matched.</param>
/// <param name="Role">What it is to the item.</param>
/// <param name="InFullOnly">True for other names that are short or acronyms: a part of one, or a misspelling, is no match.</param>
internal sealed record SearchText(int Item, string Text, string Folded, TextRole Role, bool InFullOnly)
{
    /// <summary>True if parts of it, and misspellings, match too.</summary>
    public bool IsNameInPart => Role != TextRole.Prose && !InFullOnly;
}
