using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Derivations;

/// <summary>Reads derivations; see <see cref="DerivationExpression"/> for the grammar. Whether what they name exists is not its business.</summary>
public static class DerivationParser
{
    /// <summary>The characters that an expression has at most.</summary>
    public const int MaxLength = 4000;

    /// <summary>The rules, as they are written.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Enum.GetNames<DerivationRule>().Select(n => n.ToUpperInvariant())];

    /// <summary>Reads a derivation.</summary>
    /// <param name="derivation">The derivation.</param>
    /// <param name="expression">The expression, if it can be read.</param>
    /// <param name="stated">The figure that it is compared with, an observation or a number; for ORDER the ranks; null if none is stated.</param>
    /// <param name="member">The member of the fact that cannot be read: <c>rule</c>, <c>stated</c> or <c>parts</c>.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public static bool TryParse(DerivationFact derivation, [NotNullWhen(true)] out DerivationExpression? expression, out DerivationTerm? stated,
        [NotNullWhen(false)] out string? member, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        expression = null;
        stated = null;
        member = "rule";
        if (!TryReadRule(derivation.Rule, out var rule, out problem)) return false;
        member = "stated";
        if (derivation.Stated is { } figure && !TryReadFigure(figure, out stated, out problem)) return false;
        member = "parts";
        if (!ExpressionReader.TryRead(rule, derivation.Parts, out expression, out problem)) return false;
        member = null;
        return true;
    }

    /// <summary>Reads an expression: a rule and, after a blank, what it is applied to.</summary>
    /// <param name="text">The expression; at most <see cref="MaxLength"/> characters.</param>
    /// <param name="expression">The expression, if it can be read.</param>
    /// <param name="problem">What is wrong with it, and what was expected.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DerivationExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        expression = null;
        var trimmed = text.Trim();
        var at = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return TryReadRule(at < 0 ? trimmed : trimmed[..at], out var rule, out problem)
            && ExpressionReader.TryRead(rule, at < 0 ? "" : trimmed[(at + 1)..], out expression, out problem);
    }

    internal static bool TryReadRule(string text, out DerivationRule rule, [NotNullWhen(false)] out string? problem)
    {
        for (var i = 0; i < Rules.Count; i++)
        {
            if (Rules[i] != text) continue;
            rule = (DerivationRule)i;
            problem = null;
            return true;
        }

        rule = default;
        problem = $"'{text}' is not a rule; expected one of {string.Join(", ", Rules)}";
        return false;
    }

    internal static bool TryReadNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    private static bool TryReadFigure(string text, [NotNullWhen(true)] out DerivationTerm? term, [NotNullWhen(false)] out string? problem)
    {
        term = null;
        problem = null;
        if (TryReadNumber(text, out var number)) term = new NumberTerm(number);
        else if (ObservationPattern.TryParse(text, out var pattern, out problem)) term = new SelectionTerm(new ObservationSelection(pattern, []));
        return term is not null;
    }
}
