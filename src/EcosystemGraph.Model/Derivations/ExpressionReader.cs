using System.Diagnostics.CodeAnalysis;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Derivations;

/// <summary>Reads what a rule is applied to. The first thing that is wrong ends the reading.</summary>
internal sealed class ExpressionReader
{
    private const int MaxDepth = 8;
    private const int MaxTerms = 64;

    private int _depth;
    private int _terms;

    public static bool TryRead(DerivationRule rule, string text, [NotNullWhen(true)] out DerivationExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        expression = null;
        problem = null;
        try
        {
            if (text.Length > DerivationParser.MaxLength) throw new ReadingException($"the expression has {text.Length} characters; at most {DerivationParser.MaxLength} are read");
            expression = new ExpressionReader().Expression(rule, text.Trim());
            return true;
        }
        catch (ReadingException error)
        {
            problem = error.Message;
            return false;
        }
    }

    private static string Name(DerivationRule rule) => DerivationParser.Rules[(int)rule];

    private DerivationExpression Expression(DerivationRule rule, string text)
    {
        if (++_depth > MaxDepth) throw new ReadingException($"the expression is nested more than {MaxDepth} deep");
        DerivationExpression expression;
        switch (rule)
        {
            case DerivationRule.Days or DerivationRule.Months or DerivationRule.Years:
                expression = Duration(rule, text);
                break;
            case DerivationRule.Union or DerivationRule.Intersection or DerivationRule.Except:
                expression = new(rule, [.. Parts(rule, text, ", ", 2, MaxTerms).Select(t => Things(rule, t))]);
                break;
            case DerivationRule.Count:
                expression = new(rule, [Things(rule, text)]);
                break;
            case DerivationRule.Order:
                expression = new(rule, [Term(text)]);
                if (expression.Terms[0] is not SelectionTerm { Selection: ObservationSelection }) throw new ReadingException($"'{text}' is not an observation; ORDER expects the figures behind the ranks");
                break;
            default:
                var (separator, least, most) = rule switch
                {
                    DerivationRule.Sum => (" + ", 1, MaxTerms),
                    DerivationRule.Diff => (" - ", 2, 2),
                    DerivationRule.Product => (" * ", 2, 2),
                    DerivationRule.Share or DerivationRule.Ratio => (" / ", 2, 2),
                    _ => (", ", 1, MaxTerms),
                };
                expression = new(rule, [.. Parts(rule, text, separator, least, most).Select(Term)]);
                break;
        }

        _depth--;
        return expression;
    }

    private List<string> Parts(DerivationRule rule, string text, string separator, int least, int most)
    {
        var parts = ExpressionText.Split(text, separator);
        if (parts.Count < least || parts.Count > most)
            throw new ReadingException($"'{text}' has {parts.Count} terms; {Name(rule)} expects {least}{(most > least ? " or more" : "")} joined by '{separator.Trim()}' {(separator[0] == ' ' ? "between blanks" : "and a blank")}");
        _terms += parts.Count;
        if (_terms > MaxTerms) throw new ReadingException($"the expression has more than {MaxTerms} terms");
        return parts;
    }

    private DerivationTerm Term(string text)
    {
        if (DerivationParser.TryReadNumber(text, out var number)) return new NumberTerm(number);
        if (ExpressionText.IsEnclosed(text)) return new ExpressionTerm(Enclosed(text));
        var at = ExpressionText.Find(text, " of ", 0);
        var where = ExpressionText.Find(text, SelectionReader.Where, 0);
        if (at < 0 || (where >= 0 && where < at)) return new SelectionTerm(SelectionReader.Read(text));
        var selection = SelectionReader.Read(text[(at + 4)..].Trim());
        return new ValuesTerm(SelectionReader.ReadPath(text[..at].Trim(), selection), selection);
    }

    /// <summary>Something that can be counted, or of which a set is made.</summary>
    private DerivationTerm Things(DerivationRule rule, string text)
    {
        var term = Term(text);
        return term switch
        {
            SelectionTerm => term,
            ValuesTerm { Path: { Entity: null, Property: "" } } => term,
            ExpressionTerm { Expression.IsSet: true } => term,
            _ => throw new ReadingException($"'{text}' is nothing that {Name(rule)} is of; expected a kind, a relation, observations, such as 'from of RELATION', or a set in brackets"),
        };
    }

    private DerivationExpression Enclosed(string text)
    {
        var inner = text[1..^1].Trim();
        var at = inner.IndexOf(' ', StringComparison.Ordinal);
        if (!DerivationParser.TryReadRule(at < 0 ? inner : inner[..at], out var rule, out var problem)) throw new ReadingException(problem);
        if (rule == DerivationRule.Order) throw new ReadingException("ORDER is a check of ranks and gives no figure; it cannot stand in brackets");
        return Expression(rule, at < 0 ? "" : inner[(at + 1)..].Trim());
    }

    private static DerivationExpression Duration(DerivationRule rule, string text)
    {
        var at = ExpressionText.Find(text, " to ", 0);
        if (at < 0) throw new ReadingException($"'{text}' is not two dates; {Name(rule)} expects them joined by 'to' between blanks");
        var (first, second) = (text[..at].Trim(), text[(at + 4)..].Trim());
        var of = ExpressionText.Find(second, " of ", 0);
        var over = of < 0 ? null : SelectionReader.Read(second[(of + 4)..].Trim());
        if (of >= 0) second = second[..of].Trim();
        var terms = new[] { Date(first, over), Date(second, over) };
        if (over is not null && !terms.Any(t => t is PropertyTerm { Path.Entity: null })) throw new ReadingException($"'{text}': neither date is of what stands after 'of'");
        return new(rule, terms, over);
    }

    private static DerivationTerm Date(string text, Selection? over)
    {
        if (PartialDate.TryParse(text, out var date)) return new DateTerm(date);
        if (over is not null && SelectionReader.IsOwnPath(text, over)) return new PropertyTerm(SelectionReader.ReadPath(text, over));
        var dot = text.LastIndexOf('.');
        if (dot > 0 && Names.IsSlug(text[..dot]) && SelectionReader.IsName(text[(dot + 1)..])) return new PropertyTerm(new PropertyPath(text[..dot], SelectionEnd.Itself, text[(dot + 1)..]));
        throw new ReadingException($"'{text}' is not a date; expected EDTF such as 2019-11-02, a property as id.property{(over is null ? "" : " or a property of what stands after 'of'")}");
    }
}

/// <summary>What is wrong with the text of an expression.</summary>
internal sealed class ReadingException(string message) : Exception(message);
