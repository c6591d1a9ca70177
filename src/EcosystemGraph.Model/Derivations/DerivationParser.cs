using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Derivations;

/// <summary>Reads the rule of a check; see <see cref="DerivationExpression"/> for the grammar. Whether what it names exists is not its business.</summary>
public static class DerivationParser
{
    private static readonly string[] RuleNames = [.. Enum.GetNames<DerivationRule>().Select(n => n.ToUpperInvariant())];

    /// <summary>Reads a check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="expression">The expression, if it can be read.</param>
    /// <param name="member">The member of the fact that cannot be read: <c>rule</c>, <c>stated</c> or <c>parts</c>.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public static bool TryParse(DerivationFact check, [NotNullWhen(true)] out DerivationExpression? expression, [NotNullWhen(false)] out string? member, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(check);
        expression = null;
        var rule = Array.IndexOf(RuleNames, check.Rule);
        if (rule < 0)
        {
            member = "rule";
            problem = $"'{check.Rule}' is not a rule; expected one of {string.Join(", ", RuleNames)}";
            return false;
        }

        DerivationTerm? stated = null;
        if (check.Stated is not null && !TryReadFigures(check.Stated, false, out stated, out problem))
        {
            member = "stated";
            return false;
        }

        if (!TryReadTerms((DerivationRule)rule, check.Parts, out var terms, out problem))
        {
            member = "parts";
            return false;
        }

        member = null;
        expression = new DerivationExpression((DerivationRule)rule, stated, terms);
        return true;
    }

    private static bool TryReadTerms(DerivationRule rule, string text, out List<DerivationTerm> terms, [NotNullWhen(false)] out string? problem)
    {
        var (separator, least, most) = rule switch
        {
            DerivationRule.Sum => (" + ", 1, int.MaxValue),
            DerivationRule.Diff => (" - ", 2, 2),
            DerivationRule.Share or DerivationRule.Ratio => (" / ", 2, 2),
            _ => (null, 1, 1),
        };
        terms = [];
        problem = null;
        var texts = separator is null ? [text] : text.Split(separator, StringSplitOptions.TrimEntries);
        if (texts.Length < least || texts.Length > most)
        {
            problem = $"'{text}' has {texts.Length} terms; {RuleNames[(int)rule]} expects 2 joined by '{separator?.Trim()}' between blanks";
            return false;
        }

        foreach (var item in texts)
        {
            if (!TryReadTerm(rule, item, out var term, out problem)) return false;
            terms.Add(term);
        }

        return true;
    }

    private static bool TryReadTerm(DerivationRule rule, string text, [NotNullWhen(true)] out DerivationTerm? term, [NotNullWhen(false)] out string? problem) =>
        rule == DerivationRule.Count ? TryReadCountable(text, out term, out problem) : TryReadFigures(text, false, out term, out problem);

    private static bool TryReadFigures(string text, bool conditional, [NotNullWhen(true)] out DerivationTerm? term, [NotNullWhen(false)] out string? problem)
    {
        term = null;
        problem = null;
        if (TryNumber(text, out var number))
        {
            term = new NumberTerm(number);
            return true;
        }

        decimal? equalTo = null;
        var at = conditional ? text.LastIndexOf(" = ", StringComparison.Ordinal) : -1;
        if (at >= 0)
        {
            if (!TryNumber(text[(at + 3)..], out number))
            {
                problem = $"'{text[(at + 3)..]}' in '{text}' is not a number";
                return false;
            }

            equalTo = number;
            text = text[..at];
        }

        if (!ObservationPattern.TryParse(text.Trim(), out var pattern, out problem)) return false;
        term = new ObservationTerm(pattern, equalTo);
        return true;
    }

    private static bool TryReadCountable(string text, [NotNullWhen(true)] out DerivationTerm? term, [NotNullWhen(false)] out string? problem)
    {
        const string Where = " where ";
        term = null;
        problem = null;
        var at = text.IndexOf(Where, StringComparison.Ordinal);
        var head = at < 0 ? text : text[..at];
        if (at < 0 && !IsName(head, char.IsAsciiLetter)) return TryReadFigures(text, true, out term, out problem);
        if (at < 0 && head.Any(char.IsAsciiLetterLower))
        {
            term = new EntityTerm(head);
            return true;
        }

        if (!IsName(head, char.IsAsciiLetterUpper))
        {
            problem = $"'{head}' in '{text}' is not a kind of relation; expected a name in upper snake case";
            return false;
        }

        var conditions = new List<EndCondition>();
        foreach (var item in at < 0 ? [] : text[(at + Where.Length)..].Split(" and ", StringSplitOptions.TrimEntries))
        {
            if (ReadCondition(item) is not { } condition)
            {
                problem = $"'{item}' in '{text}' is not a condition; expected such as 'to = id', 'from is Kind' or 'from RELATION id'";
                return false;
            }

            conditions.Add(condition);
        }

        term = new RelationTerm(head, conditions);
        return true;
    }

    private static EndCondition? ReadCondition(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 3) return null;
        RelationEnd? end = words[0] switch { "from" => RelationEnd.From, "to" => RelationEnd.To, _ => null };
        if (end is null) return null;
        if (words[1] == "is") return IsName(words[2], char.IsAsciiLetter) ? new EndIsKind(end.Value, words[2]) : null;
        if (!TextPattern.TryParse(words[2], out var id)) return null;
        if (words[1] == "=") return new EndIsEntity(end.Value, id);
        return IsName(words[1], char.IsAsciiLetterUpper) ? new EndRelatesTo(end.Value, words[1], id) : null;
    }

    private static bool IsName(string text, Func<char, bool> isLetter) =>
        text.Length > 0 && isLetter(text[0]) && text.All(c => isLetter(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
}
