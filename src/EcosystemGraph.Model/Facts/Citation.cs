namespace EcosystemGraph.Model.Facts;

/// <summary>Where a fact stands: a document and a place in it that a reader can find.</summary>
/// <param name="Document">The document's id, such as <c>niu-2021</c>.</param>
/// <param name="Locator">A table, figure, appendix, note or section heading, from the document's closed list of locators.</param>
public readonly record struct Citation(string Document, string Locator) : IComparable<Citation>
{
    /// <summary>Reads <c>document#locator</c>.</summary>
    public static bool TryParse(string text, out Citation citation)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);
        citation = at > 0 && at < text.Length - 1 ? new Citation(text[..at].Trim(), text[(at + 1)..].Trim()) : default;
        return citation.Document is { Length: > 0 } && citation.Locator.Length > 0;
    }

    /// <summary>Several citations as one text, joined by <c> | </c>, in their order.</summary>
    public static string Join(IReadOnlyList<Citation> citations) => string.Join(" | ", citations);

    /// <inheritdoc/>
    public int CompareTo(Citation other)
    {
        var byDocument = string.CompareOrdinal(Document, other.Document);
        return byDocument != 0 ? byDocument : string.CompareOrdinal(Locator, other.Locator);
    }

    /// <summary>Before, by document, then locator.</summary>
    public static bool operator <(Citation left, Citation right) => left.CompareTo(right) < 0;

    /// <summary>After, by document, then locator.</summary>
    public static bool operator >(Citation left, Citation right) => left.CompareTo(right) > 0;

    /// <summary>Not after.</summary>
    public static bool operator <=(Citation left, Citation right) => left.CompareTo(right) <= 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(Citation left, Citation right) => left.CompareTo(right) >= 0;

    /// <summary><c>document#locator</c>.</summary>
    public override string ToString() => $"{Document}#{Locator}";
}
