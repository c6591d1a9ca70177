namespace EcosystemGraph.Query.Search;

/// <summary>
/// How well a text answers a query, from 0 (not at all) to 1 (the text itself): in full, in full but for blanks, from the start, from the start of a word, with all words in any order,
/// inside a word, with typos. Within a class the fuller match is better; prose counts less than names.
/// </summary>
internal static class MatchScore
{
    /// <summary>The score of what has the words of a query in several of its texts: less than that of any one text.</summary>
    public const double InSeveralTexts = .05;

    /// <summary>The share of a Chinese query's pairs of characters that a name must have.</summary>
    private const double LeastCoverage = .6;

    private const int LongestCompact = 32;

    public static double Of(SearchQuery query, SearchText text)
    {
        if (text.Folded == query.Folded) return text.Text == query.Text ? 1 : .98;
        if (text.IsNameInPart && IsCompact(query.Compact, text.Folded)) return .96;
        if (text.Role == TextRole.Prose) return OfProse(query, text.Folded);
        return text.InFullOnly ? 0 : OfName(query, text.Folded);
    }

    /// <summary>True if a name of several words is matched by its letters without blanks too, as <c>Xi'an</c> by <c>xian</c>.</summary>
    public static bool HasCompactForm(string folded) => folded.Length <= LongestCompact && folded.Contains(' ', StringComparison.Ordinal);

    /// <summary>True if a text is another one but for the blanks of either.</summary>
    private static bool IsCompact(string compact, string text)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (c == ' ') continue;
            if (at == compact.Length || compact[at++] != c) return false;
        }

        return at == compact.Length;
    }

    private static double OfName(SearchQuery query, string name)
    {
        var share = Math.Min(1, (double)query.Folded.Length / name.Length);
        var at = name.IndexOf(query.Folded, StringComparison.Ordinal);
        if (at == 0) return .8 + (.15 * share);
        if (at > 0 && StartsWord(name, query.Folded)) return .65 + (.1 * share);
        if (HasAllWords(query, name)) return .5 + (.1 * share);
        if (at > 0) return .4 + (.1 * share);
        return Math.Max(Misspelt(query, name), Covered(query, name));
    }

    private static double OfProse(SearchQuery query, string prose)
    {
        var share = Math.Min(1, (double)query.Folded.Length / prose.Length);
        if (StartsWord(prose, query.Folded) || (query.Bigrams.Count > 0 && prose.Contains(query.Folded, StringComparison.Ordinal))) return .33 + (.04 * share);
        return query.Words.Length > 1 && HasAllWords(query, prose) ? .3 + (.02 * share) : 0;
    }

    /// <summary>True if each word of the query starts a word of the text.</summary>
    private static bool HasAllWords(SearchQuery query, string text)
    {
        foreach (var word in query.Words)
        {
            if (!StartsWord(text, word)) return false;
        }

        return true;
    }

    /// <summary>True if a word of the text starts with a part.</summary>
    public static bool StartsWord(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] == ' ') return true;
        }

        return false;
    }

    /// <summary>Every word of the query is, up to typos, a word of the name or the start of one; or all letters are those of the name, whatever the blanks.</summary>
    private static double Misspelt(SearchQuery query, string name)
    {
        var edits = 0;
        foreach (var word in query.Words)
        {
            var distance = NearestWord(word, name);
            if (distance < 0)
            {
                edits = -1;
                break;
            }

            edits += distance;
        }

        if (HasCompactForm(name) || query.Words.Length > 1)
        {
            var distance = CompactDistance(query.Compact, name);
            if (distance >= 0 && (edits < 0 || distance < edits)) edits = distance;
        }

        if (edits < 0) return 0;
        var likeness = Math.Max(0, 1 - ((double)edits / query.Compact.Length));
        return .1 + (.12 * likeness) + (.06 * Math.Min(1, (double)query.Folded.Length / name.Length));
    }

    /// <summary>The distance between two texts without their blanks, if it is allowed, else -1.</summary>
    private static int CompactDistance(string compact, string name)
    {
        if (name.Length > 2 * EditDistance.LongestWord) return -1;
        Span<char> letters = stackalloc char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (c != ' ') letters[length++] = c;
        }

        return EditDistance.Within(compact, letters[..length], EditDistance.Allowed(compact.Length));
    }

    private static int NearestWord(string word, string name)
    {
        var allowed = EditDistance.Allowed(word.Length);
        var nearest = -1;
        foreach (var range in name.AsSpan().Split(' '))
        {
            var other = name.AsSpan(range);
            var distance = other.StartsWith(word, StringComparison.Ordinal) ? 0 : EditDistance.Within(word, other, allowed);
            if (distance >= 0 && (nearest < 0 || distance < nearest)) nearest = distance;
        }

        return nearest;
    }

    private static double Covered(SearchQuery query, string name)
    {
        if (query.Bigrams.Count < 2) return 0;
        var had = 0;
        foreach (var bigram in query.Bigrams)
        {
            if (Cjk.Has(name, bigram)) had++;
        }

        var coverage = (double)had / query.Bigrams.Count;
        return coverage >= LeastCoverage ? .1 + (.12 * coverage) + (.06 * Math.Min(1, (double)query.Folded.Length / name.Length)) : 0;
    }
}
