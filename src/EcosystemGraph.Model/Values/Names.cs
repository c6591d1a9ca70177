using System.Globalization;
using System.Text;

namespace EcosystemGraph.Model.Values;

/// <summary>How names are written in the several places where one appears, and how texts are brought to one form.</summary>
public static class Names
{
    /// <summary><c>OpenInnovationPlatform</c> → <c>OPEN_INNOVATION_PLATFORM</c>.</summary>
    public static string ToUpperSnake(string pascal) => Split(pascal, '_').ToUpperInvariant();

    /// <summary><c>OpenInnovationPlatform</c> → <c>open-innovation-platform</c>; <c>MEMBER_OF</c> → <c>member-of</c>.</summary>
    public static string ToKebab(string name) =>
        (name.Contains('_', StringComparison.Ordinal) ? name.Replace('_', '-') : Split(name, '-')).ToLowerInvariant();

    /// <summary><c>OpenInnovationPlatform</c> → <c>openInnovationPlatform</c>.</summary>
    public static string ToCamel(string pascal) => pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];

    /// <summary><c>MEMBER_OF</c> → <c>MemberOf</c>.</summary>
    public static string ToPascal(string upperSnake)
    {
        var text = new StringBuilder(upperSnake.Length);
        foreach (var word in upperSnake.Split('_', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(char.ToUpperInvariant(word[0])).Append(word[1..].ToLowerInvariant());
        }

        return text.ToString();
    }

    /// <summary>The English plural by rule: <c>company</c> → <c>companies</c>, <c>country</c> → <c>countries</c>, <c>process</c> → <c>processes</c>.</summary>
    public static string ToPlural(string word)
    {
        if (word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal)) return word[..^1] + "ies";
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";
    }

    /// <summary>A text as it is stored: Unicode NFC, trimmed.</summary>
    public static string Normalize(string text) => text.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>
    /// A text as it is matched: NFKC, lower case, diacritics dropped, runs of blanks and punctuation as one blank.
    /// <c>"Xi’an"</c>, <c>"Xi'an"</c> and <c>"XI AN"</c> fold alike.
    /// </summary>
    public static string Fold(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var pending = false;
        foreach (var c in decomposed)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (pending && folded.Length > 0) folded.Append(' ');
                pending = false;
                folded.Append(char.ToLowerInvariant(c));
            }
            else
            {
                pending = true;
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>True for a slug: lower-case ASCII letters, digits and inner hyphens, such as <c>deqing-county</c>.</summary>
    public static bool IsSlug(string? text)
    {
        if (string.IsNullOrEmpty(text) || text[0] == '-' || text[^1] == '-') return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        }

        return true;
    }

    private static string Split(string pascal, char separator)
    {
        var text = new StringBuilder(pascal.Length + 8);
        for (var i = 0; i < pascal.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(pascal[i]) && (!char.IsUpper(pascal[i - 1]) || (i + 1 < pascal.Length && char.IsLower(pascal[i + 1])));
            if (startsWord) text.Append(separator);
            text.Append(pascal[i]);
        }

        return text.ToString();
    }
}
