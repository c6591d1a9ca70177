using System.Text.RegularExpressions;

namespace EcosystemGraph.Architecture.Tests;

/// <summary>A C# source file without its comments: comments may give examples, code may not know them.</summary>
/// <param name="Code">The text, each comment replaced by a space.</param>
/// <param name="Strings">The contents of its string literals, unescaped as far as quotes go.</param>
internal sealed partial record CSharpText(string Code, IReadOnlyList<string> Strings)
{
    public static CSharpText Parse(string source)
    {
        var strings = new List<string>();
        var code = Token().Replace(source, token =>
        {
            if (token.Groups["comment"].Success)
            {
                return " ";
            }
            strings.Add(token.Groups["text"].Value);
            return token.Value;
        });
        return new(code, strings);
    }

    // Raw strings first: they too begin with a quote. A character is matched so that '"' opens no string.
    [GeneratedRegex(
        """"
        (?<comment>//[^\n]*|/\*[\s\S]*?\*/)
        |(?<fence>"{3,})(?<text>[\s\S]*?)\k<fence>
        |@\$?"(?<text>(?:[^"]|"")*)"
        |\$@"(?<text>(?:[^"]|"")*)"
        |"(?<text>(?:\\.|[^"\\\n])*)"
        |'(?<text>\\?[^\n]|\\[ux][0-9A-Fa-f]+)'
        """",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
