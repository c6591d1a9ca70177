namespace EcosystemGraph.Model.Derivations;

/// <summary>Reads selections, their conditions, and the paths of properties.</summary>
internal static class SelectionReader
{
    public const string Where = " where ";

    private const int MaxConditions = 16;

    private static readonly Dictionary<string, ComparisonSign> Signs = new(StringComparer.Ordinal)
    {
        ["="] = ComparisonSign.Equal,
        ["!="] = ComparisonSign.Unequal,
        ["<"] = ComparisonSign.Less,
        ["<="] = ComparisonSign.AtMost,
        [">"] = ComparisonSign.Greater,
        [">="] = ComparisonSign.AtLeast,
        ["~"] = ComparisonSign.Contains,
    };

    public static Selection Read(string text)
    {
        var at = ExpressionText.Find(text, Where, 0);
        var head = (at < 0 ? text : text[..at]).Trim();
        var selection = Head(head, text);
        if (at < 0) return selection;
        var texts = ExpressionText.Split(text[(at + Where.Length)..], " and ");
        if (texts.Count > MaxConditions) throw new ReadingException($"'{head}' has {texts.Count} conditions; at most {MaxConditions} are read");
        SelectionCondition[] conditions = [.. texts.Select(t => Condition(t, selection))];
        return selection with { Conditions = conditions };
    }

    /// <summary>True if the text is a property of the things of a selection or of one of their ends, or such an end.</summary>
    public static bool IsOwnPath(string text, Selection selection)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return IsName(text);
        return EndOf(text[..dot], selection) is not null && IsName(text[(dot + 1)..]);
    }

    public static PropertyPath ReadPath(string text, Selection selection)
    {
        if (!IsOwnPath(text, selection)) throw new ReadingException($"'{text}' is not a property; expected a name{Prefixes(selection)}");
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0) return new PropertyPath(null, EndOf(text[..dot], selection)!.Value, text[(dot + 1)..]);
        return EndOf(text, selection) is { } end ? new PropertyPath(null, end, "") : new PropertyPath(null, SelectionEnd.Itself, text);
    }

    /// <summary>True for a property's name.</summary>
    public static bool IsName(string text) => IsName(text, char.IsAsciiLetter) && char.IsAsciiLetterLower(text[0]);

    private static Selection Head(string head, string text)
    {
        if (IsName(head, char.IsAsciiLetterUpper)) return new RelationSelection(head, []);
        if (IsName(head, char.IsAsciiLetter) && char.IsAsciiLetterUpper(head[0])) return new EntitySelection(head, []);
        if (ObservationPattern.TryParse(head, out var pattern, out var problem)) return new ObservationSelection(pattern, []);
        throw new ReadingException(head == text || head.Contains('.', StringComparison.Ordinal) ? problem
            : $"'{head}' in '{text}' is not a kind, a kind of relation or an observation; expected Kind, RELATION or subject.indicator.by.period.unit");
    }

    private static SelectionCondition Condition(string text, Selection selection)
    {
        var words = ExpressionText.Words(text);
        var negated = words.Count > 0 && words[0] == "not";
        var condition = Condition([.. words.Skip(negated ? 1 : 0)], negated, selection);
        // A relation or an observation is of no kind and leads nowhere itself: the end must be named.
        if (condition is IsKind or RelatesTo or LiesIn && condition.End == SelectionEnd.Itself && selection is not EntitySelection) condition = null;
        return condition ?? throw new ReadingException($"'{text}' is not a condition; expected such as 'is Kind', 'RELATION id', '<-RELATION id', 'within id', 'property > value', 'has property' or 'cites document'{Starts(selection)}");
    }

    private static SelectionCondition? Condition(List<string> words, bool negated, Selection selection)
    {
        var end = SelectionEnd.Itself;
        if (words.Count > 2 && EndOf(words[0], selection) is { } named && words[1] != "=")
        {
            end = named;
            words.RemoveAt(0);
        }

        if (words.Count == 2)
        {
            if (words[0] == "is") return IsName(words[1], char.IsAsciiLetter) ? new IsKind(end, negated, words[1]) : null;
            if (words[0] == "has" && end == SelectionEnd.Itself && IsOwnPath(words[1], selection) && ReadPath(words[1], selection) is { Property.Length: > 0 } has)
                return new HasProperty(has.End, negated, has.Property);
            if (!TextPattern.TryParse(words[1], out var id)) return null;
            if (words[0] == "cites" && end == SelectionEnd.Itself) return new Cites(negated, id);
            if (words[0] == "within") return new LiesIn(end, negated, id);
            var incoming = words[0].StartsWith("<-", StringComparison.Ordinal);
            var relation = incoming ? words[0][2..] : words[0];
            return IsName(relation, char.IsAsciiLetterUpper) ? new RelatesTo(end, negated, relation, incoming, id) : null;
        }

        if (words.Count != 3 || end != SelectionEnd.Itself || !Signs.TryGetValue(words[1], out var sign)) return null;
        if (sign == ComparisonSign.Equal && (words[0] == "id" || EndOf(words[0], selection) is not null))
            return TextPattern.TryParse(words[2], out var ids) ? new HasId(EndOf(words[0], selection) ?? SelectionEnd.Itself, negated, ids) : null;
        if (!IsOwnPath(words[0], selection) || ReadPath(words[0], selection) is not { Property.Length: > 0 } path) return null;
        return new Compares(path.End, negated, path.Property, sign, words[2]);
    }

    private static SelectionEnd? EndOf(string word, Selection selection)
    {
        foreach (var end in selection.Ends)
        {
            if (Selection.Word(end) == word) return end;
        }

        return null;
    }

    private static string Prefixes(Selection selection) =>
        selection.Ends.Count == 0 ? "" : $", also after {string.Join(" or ", selection.Ends.Select(e => $"'{Selection.Word(e)}.'"))}";

    private static string Starts(Selection selection) =>
        selection.Ends.Count == 0 ? "" : $", after {string.Join(" or ", selection.Ends.Select(e => $"'{Selection.Word(e)}'"))} of that end, or '{Selection.Word(selection.Ends[0])} = id'";

    private static bool IsName(string text, Func<char, bool> isLetter) =>
        text.Length > 0 && isLetter(text[0]) && text.All(c => isLetter(c) || char.IsAsciiDigit(c) || c == '_');
}
