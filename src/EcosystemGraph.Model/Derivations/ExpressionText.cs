namespace EcosystemGraph.Model.Derivations;

/// <summary>The text of an expression, taken apart where nothing encloses: no bracket, no quote.</summary>
internal static class ExpressionText
{
    /// <summary>The parts between the separators; one part if there is none.</summary>
    public static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = Find(text, separator, 0); at >= 0; at = Find(text, separator, start))
        {
            parts.Add(text[start..at].Trim());
            start = at + separator.Length;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    /// <summary>Where a separator first stands on its own, from a place on; -1 if nowhere.</summary>
    public static int Find(string text, string separator, int from)
    {
        var depth = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (depth == 0 && string.CompareOrdinal(text, i, separator, 0, separator.Length) == 0) return i;
            if (text[i] is '(' or '[' or '{') depth++;
            else if (text[i] is ')' or ']' or '}') depth--;
            else if (Opens(text, i)) i = CloseOf(text, i);
        }

        return -1;
    }

    /// <summary>True if the text is wholly within one pair of round brackets.</summary>
    public static bool IsEnclosed(string text)
    {
        if (text.Length < 2 || text[0] != '(' || text[^1] != ')') return false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i == text.Length - 1;
            else if (Opens(text, i)) i = CloseOf(text, i);
        }

        return false;
    }

    /// <summary>The words of a condition; a quoted text is one word, without its quotes.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ') continue;
            if (text[i] == '\'')
            {
                var close = CloseOf(text, i);
                words.Add(text[(i + 1)..Math.Max(close, i + 1)].Replace("''", "'", StringComparison.Ordinal));
                i = close;
                continue;
            }

            var end = text.IndexOf(' ', i);
            if (end < 0) end = text.Length;
            words.Add(text[i..end]);
            i = end;
        }

        return words;
    }

    /// <summary>A quote opens a text only at the start of a word: names have quotes within.</summary>
    private static bool Opens(string text, int at) => text[at] == '\'' && (at == 0 || text[at - 1] is ' ' or '(');

    /// <summary>Where the quote closes that opens at a place; the end of the text if nowhere.</summary>
    private static int CloseOf(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != '\'') continue;
            if (i + 1 < text.Length && text[i + 1] == '\'') i++;
            else return i;
        }

        return text.Length;
    }
}
