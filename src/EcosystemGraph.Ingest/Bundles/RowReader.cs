using System.Globalization;
using EcosystemGraph.Ingest.Csv;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Ontologies;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Ingest.Bundles;

/// <summary>Reads the cells of one row as values. A cell that does not hold one is a problem and reads as empty; the row goes on.</summary>
internal sealed class RowReader(CsvTable table, ReadingState state)
{
    public CsvCell[] Row { get; set; } = [];

    public CsvTable Table => table;

    /// <summary>The cell's text; empty if it is, or if the file does not have the column.</summary>
    public string Text(string column) => table.Column(column) is >= 0 and var index ? Row[index].Text : "";

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The position of the row among those of the same subject read so far.</summary>
    public int NextOrdinal(FactType type, string subject)
    {
        var next = state.Ordinals.GetValueOrDefault((type, subject));
        state.Ordinals[(type, subject)] = next + 1;
        return next;
    }

    /// <summary>The items of a cell, which are joined by <c>|</c>.</summary>
    public IReadOnlyList<string> Items(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return [];
        if (state.Lists.TryGetValue(text, out var known)) return known;
        return state.Lists[text] = [.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => state.Pool.Share(i))];
    }

    /// <summary>The citations of a cell, which are joined by <c>|</c> between blanks; equal cells share one list.</summary>
    public IReadOnlyList<Citation> Citations(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return [];
        if (state.Citations.TryGetValue(text, out var known)) return known;
        var citations = new List<Citation>();
        foreach (var item in text.Split(" | ", StringSplitOptions.TrimEntries))
        {
            if (Citation.TryParse(item, out var citation)) citations.Add(new Citation(state.Pool.Share(citation.Document), state.Pool.Share(citation.Locator)));
            else Report(ProblemCode.InvalidValue, column, $"'{item}' is not a citation; expected document#locator, several joined by ' | '");
        }

        // A cell that is wrong is not shared: every row that holds it is reported.
        return state.Problems.IsReported(table, Cell(column), null) ? citations : state.Citations[text] = citations;
    }

    public Certainty Certainty(string column)
    {
        if (!Certainties.TryParse(Text(column), out var certainty))
            Report(ProblemCode.InvalidValue, column, $"'{Text(column)}' is not a certainty; expected nothing or one of {string.Join(", ", Certainties.Words)}");
        return certainty;
    }

    public PartialDate? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (state.Dates.TryGetValue(text, out var known)) return known;
        if (PartialDate.TryParse(text, out var date, out var problem)) return state.Dates[text] = date;
        Report(ProblemCode.InvalidDate, column, $"{column}: {problem}");
        return null;
    }

    public decimal? Decimal(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)) return number;
        Report(ProblemCode.InvalidValue, column, $"{column}: '{text}' is not a number; expected a decimal such as 12.5 or 300e6");
        return null;
    }

    public bool Flag(string column)
    {
        switch (Text(column))
        {
            case "" or "false": return false;
            case "true": return true;
            default:
                Report(ProblemCode.InvalidValue, column, $"{column}: '{Text(column)}' is neither true nor false");
                return false;
        }
    }

    public Qualifier Qualifier(string column, bool isRange)
    {
        var text = Text(column);
        if (isRange)
        {
            if (text.Length > 0) Report(ProblemCode.InvalidValue, column, $"{column}: '{text}' stands with a range; expected nothing where 'high' is filled");
            return Model.Facts.Qualifier.Between;
        }

        if (!QualifierWords.TryParse(text, out var qualifier))
            Report(ProblemCode.InvalidValue, column, $"{column}: '{text}' is not an operator; expected nothing or one of {string.Join(" ", QualifierWords.Words)}");
        return qualifier;
    }

    /// <summary>The position of the cell's word among the words; 0, with a problem, if it is none of them.</summary>
    public int Word(string column, string[] words)
    {
        var index = Array.IndexOf(words, Text(column));
        if (index < 0) Report(ProblemCode.InvalidValue, column, $"{column}: '{Text(column)}' is not one of {string.Join(", ", words.Where(w => w.Length > 0))}");
        return Math.Max(index, 0);
    }

    /// <summary>The properties that the row fills.</summary>
    public PropertyBag Properties(IReadOnlyList<PropertyDefinition> definitions)
    {
        List<KeyValuePair<string, object>>? values = null;
        foreach (var definition in definitions)
        {
            var text = Text(definition.Name);
            if (text.Length == 0) continue;
            if (Value(definition, text) is { } value) (values ??= []).Add(new(definition.Name, value));
        }

        return values is null ? PropertyBag.Empty : PropertyBag.Create(values);
    }

    public void Report(string code, string column, string message) => state.Problems.AddCell(code, table, Cell(column), message);

    private object? Value(PropertyDefinition definition, string text)
    {
        if (state.Values.TryGetValue((definition.Name, text), out var known)) return known;
        if (definition.TryParse(text, out var value, out var problem)) return state.Values[(definition.Name, text)] = value is string one ? state.Pool.Share(one) : value;
        Report(definition.Type == PropertyType.Date ? ProblemCode.InvalidDate : ProblemCode.InvalidValue, definition.Name, problem);
        return null;
    }

    private CsvCell Cell(string column) => Row[Math.Max(table.Column(column), 0)];
}

/// <summary>What the tables of one reading share.</summary>
internal sealed class ReadingState
{
    public TextPool Pool { get; } = new();

    public BundleProblems Problems { get; } = new();

    public Dictionary<(FactType, string), int> Ordinals { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Lists { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<Citation>> Citations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PartialDate> Dates { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Property, string Text), object> Values { get; } = [];
}
