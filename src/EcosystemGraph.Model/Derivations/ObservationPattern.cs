using System.Diagnostics.CodeAnalysis;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Derivations;

/// <summary>
/// Some observations, by their ids: <c>subject.indicator.by.period.unit</c>, with a pattern for each part. Dots within <c>[]</c>, <c>{}</c>, <c>/..</c> and <c>../</c>
/// belong to a part.
/// </summary>
public sealed class ObservationPattern
{
    private const int MaxAlternatives = 1000;

    private readonly TextPattern[] _parts;

    private ObservationPattern(string text, TextPattern[] parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>The id of the subject.</summary>
    public TextPattern Subject => _parts[0];

    /// <summary>The id of the indicator.</summary>
    public TextPattern Indicator => _parts[1];

    /// <summary>The id of the entity by which it is broken down; empty for none.</summary>
    public TextPattern By => _parts[2];

    /// <summary>The period, as text; empty for none.</summary>
    public TextPattern Period => _parts[3];

    /// <summary>The unit.</summary>
    public TextPattern Unit => _parts[4];

    /// <summary>True if it stands for one observation only; <see cref="Text"/> is its id then.</summary>
    public bool IsLiteral => _parts.All(p => p.IsLiteral);

    /// <summary>Reads a pattern.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ObservationPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        pattern = null;
        problem = null;
        var texts = Split(text);
        var parts = new TextPattern[5];
        if (texts.Count != 5 || texts[0].Length == 0 || texts[1].Length == 0)
            problem = $"'{text}' is not an observation; expected subject.indicator.by.period.unit";
        else
        {
            for (var i = 0; i < 5; i++)
            {
                if (TextPattern.TryParse(texts[i], out var part)) parts[i] = part;
                else problem ??= $"'{texts[i]}' in '{text}' is not a pattern; expected a text or alternatives such as {{a|b|c-*}}";
            }
        }

        if (problem is null && parts.Aggregate(1L, static (product, p) => Math.Min(product * p.Alternatives.Count, int.MaxValue)) > MaxAlternatives)
            problem = $"'{text}' has more than {MaxAlternatives} combinations of alternatives";
        if (problem is not null) return false;
        pattern = new ObservationPattern(text, parts);
        return true;
    }

    /// <summary>True if the pattern stands for the observation.</summary>
    public bool Matches(ObservationStatement observation) =>
        Subject.Matches(observation.Subject) && Indicator.Matches(observation.Indicator) && By.Matches(observation.By) && Period.Matches(observation.Period?.Text)
        && Unit.Matches(observation.Unit);

    /// <summary>True if the pattern stands for the observation with the id.</summary>
    public bool MatchesId(string observationId)
    {
        var texts = Split(observationId);
        if (texts.Count != 5) return false;
        for (var i = 0; i < 5; i++)
        {
            if (!_parts[i].Matches(texts[i])) return false;
        }

        return true;
    }

    /// <summary>The patterns of every combination of alternatives: none of them has braces.</summary>
    public IEnumerable<ObservationPattern> Alternatives()
    {
        IEnumerable<TextPattern[]> combinations = [[]];
        foreach (var part in _parts)
            combinations = combinations.SelectMany(c => part.Alternatives.Select(a => (TextPattern[])[.. c, TextPattern.Literal(a)]));
        return combinations.Select(c => new ObservationPattern(string.Join('.', c.AsEnumerable()), c));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static List<string> Split(string text)
    {
        var parts = new List<string>(5);
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length && parts.Count < 4; i++)
        {
            var c = text[i];
            if (c is '[' or '{') depth++;
            else if (c is ']' or '}') depth--;
            else if (c == '.' && depth == 0)
            {
                if (IsOpenBound(text, start, i))
                {
                    i++;
                    continue;
                }

                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>True for the two dots of a period without start (<c>../2019</c>) or end (<c>2017/..</c>).</summary>
    private static bool IsOpenBound(string text, int start, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '.') return false;
        return (at > start && text[at - 1] == '/') || (at == start && at + 2 < text.Length && text[at + 2] == '/');
    }
}
