namespace EcosystemGraph.Model.Facts;

/// <summary>Where a fact stands: a document and a place in it that a reader can find.</summary>
/// <param name="Document">The document's id, such as <c>niu-2021</c>.</param>
/// <param name="Locator">A table, figure, appendix, note or section heading, from the document's closed list of locators.</param>
public readonly record struct Citation(string Document, string Locator) : IComparable<Citation>
{
    private const string Separator = " | ";

    /// <summary>Reads <c>document#locator</c>.</summary>
    public static bool TryParse(string text, out Citation citation)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);
        citation = at > 0 && at < text.Length - 1 ? new Citation(text[..at].Trim(), text[(at + 1)..].Trim()) : default;
        return citation.Document is { Length: > 0 } && citation.Locator.Length > 0;
    }

    /// <summary>Several citations as one text, joined by <c> | </c>, in their order.</summary>
    public static string Join(IReadOnlyList<Citation> citations) => citations.Count == 1 ? citations[0].ToString() : string.Join(Separator, citations);

    /// <summary>
    /// Takes the text of <see cref="Join"/> apart. The inverse of <see cref="Join"/> unless a document contains <c>#</c> or either part contains the separator.
    /// </summary>
    public static Citation[] Split(string joined)
    {
        if (joined.Length == 0) return [];
        var parts = joined.Split(Separator);
        var citations = new Citation[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var at = parts[i].IndexOf('#', StringComparison.Ordinal);
            citations[i] = at < 0 ? new Citation(parts[i], "") : new Citation(parts[i][..at], parts[i][(at + 1)..]);
        }

        return citations;
    }

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
    public override string ToString() => string.Concat(Document, "#", Locator);
}
