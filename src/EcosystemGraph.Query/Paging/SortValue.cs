using System.Globalization;

namespace EcosystemGraph.Query.Paging;

/// <summary>A value of one key of an order: a number, a text, or none. Values of one key are of one sort.</summary>
/// <remarks>A number is compared as a double first and then, where doubles are too coarse, as the decimal that it is.</remarks>
internal readonly struct SortValue
{
    private readonly string? _text;
    private readonly double _number;
    private readonly decimal _exact;

    private SortValue(string? text, double number, decimal exact)
    {
        HasValue = true;
        _text = text;
        _number = number;
        _exact = exact;
    }

    public static SortValue None => default;

    public bool HasValue { get; }

    public static SortValue Of(string? text) => text is null ? None : new SortValue(text, 0, 0);

    public static SortValue Of(int number) => new(null, number, 0);

    public static SortValue Of(double number) => double.IsNaN(number) ? None : new SortValue(null, number, 0);

    public static SortValue Of(decimal number) => new(null, (double)number, number);

    public static SortValue Of(object? number) => number switch
    {
        null => None,
        decimal exact => Of(exact),
        int whole => Of(whole),
        double real => Of(real),
        _ => throw new ArgumentException($"{number.GetType().Name} is not a number", nameof(number)),
    };

    /// <summary>Compares two values that are there.</summary>
    public static int Compare(in SortValue a, in SortValue b)
    {
        if (a._text is not null) return string.CompareOrdinal(a._text, b._text);
        var order = a._number.CompareTo(b._number);
        return order != 0 ? order : a._exact.CompareTo(b._exact);
    }

    /// <summary>The value as a cursor has it; null for none.</summary>
    public string? Write()
    {
        if (!HasValue) return null;
        if (_text is not null) return "t" + _text;
        return _exact != 0 ? "d" + _exact.ToString(CultureInfo.InvariantCulture) : "n" + _number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a value of a cursor.</summary>
    public static bool TryRead(string? written, out SortValue value)
    {
        value = None;
        if (written is null) return true;
        if (written.Length == 0) return false;
        var rest = written.AsSpan(1);
        switch (written[0])
        {
            case 't':
                value = Of(rest.ToString());
                return true;
            case 'n' when double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number):
                value = Of(number);
                return true;
            case 'd' when decimal.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact):
                value = Of(exact);
                return true;
            default:
                return false;
        }
    }
}
