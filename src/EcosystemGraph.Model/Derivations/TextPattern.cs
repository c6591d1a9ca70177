using System.Diagnostics.CodeAnalysis;

namespace EcosystemGraph.Model.Derivations;

/// <summary>A part of a reference: a text, or several in braces, each with <c>*</c> for any run of characters: <c>beijing</c>, <c>{beijing|shanghai}</c>, <c>{major-*}</c>.</summary>
public sealed class TextPattern
{
    private TextPattern(string text, IReadOnlyList<string> alternatives)
    {
        Text = text;
        Alternatives = alternatives;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>The texts between the braces, or the text itself.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    /// <summary>True if it stands for one text only.</summary>
    public bool IsLiteral => Alternatives.Count == 1 && !IsWild(Alternatives[0]);

    /// <summary>Reads a pattern; false if a brace is open or an alternative empty.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TextPattern? pattern)
    {
        pattern = null;
        var braced = text.StartsWith('{') && text.EndsWith('}') && text.Length > 2;
        var inner = braced ? text[1..^1] : text;
        if (inner.AsSpan().IndexOfAny('{', '}') >= 0) return false;
        var alternatives = braced ? inner.Split('|') : [inner];
        if (braced && alternatives.Any(a => a.Length == 0)) return false;
        pattern = new TextPattern(text, alternatives);
        return true;
    }

    /// <summary>True if the alternative contains a <c>*</c>.</summary>
    public static bool IsWild(string alternative) => alternative.Contains('*', StringComparison.Ordinal);

    /// <summary>True if some alternative stands for the text. O(length of both).</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (var alternative in Alternatives)
        {
            if (MatchesGlob(alternative, text)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The pattern of one alternative alone.</summary>
    internal static TextPattern Literal(string alternative) => new(alternative, [alternative]);

    private static bool MatchesGlob(ReadOnlySpan<char> glob, ReadOnlySpan<char> text)
    {
        int g = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                star = g++;
                resume = t;
            }
            else if (g < glob.Length && glob[g] == text[t])
            {
                g++;
                t++;
            }
            else if (star >= 0)
            {
                g = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (g < glob.Length && glob[g] == '*') g++;
        return g == glob.Length;
    }
}
