using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EcosystemGraph.Model.Values;

/// <summary>
/// A date as documents give it: a year, a month, a day, a period or a window, in the notation of EDTF (ISO 8601-2).
/// </summary>
/// <remarks>
/// <para><c>2019</c>, <c>2019-11</c>, <c>2019-11-02</c>; periods <c>2017/2019</c>, <c>2017/..</c>, <c>../2019</c>;
/// windows <c>[2020..2022]</c>, <c>[..2018-09]</c>, <c>[2024..]</c> (one unknown day between the two).</para>
/// <para>Every form is an interval of days from <see cref="Start"/> to <see cref="End"/>, both inclusive. Order is by start, then end.
/// Source: Library of Congress, Extended Date/Time Format specification (2019), levels 0 and 1, and sets of one from level 2.</para>
/// </remarks>
public sealed class PartialDate : IEquatable<PartialDate>, IComparable<PartialDate>
{
    /// <summary>The day number that stands for an open start.</summary>
    public const int OpenStart = int.MinValue;

    /// <summary>The day number that stands for an open end.</summary>
    public const int OpenEnd = int.MaxValue;

    private PartialDate(string text, int start, int end, bool isPeriod)
    {
        Text = text;
        Start = start;
        End = end;
        IsPeriod = isPeriod;
    }

    /// <summary>The date in EDTF, as it was written.</summary>
    public string Text { get; }

    /// <summary>The earliest day, as <see cref="DateOnly.DayNumber"/>; <see cref="OpenStart"/> if open.</summary>
    public int Start { get; }

    /// <summary>The latest day, as <see cref="DateOnly.DayNumber"/>; <see cref="OpenEnd"/> if open.</summary>
    public int End { get; }

    /// <summary>True for <c>a/b</c>: something that lasted from a to b, rather than one day that is not known exactly.</summary>
    public bool IsPeriod { get; }

    /// <summary>The year of the start, or of the end where the start is open; null if both are.</summary>
    public int? Year => Start != OpenStart ? DateOnly.FromDayNumber(Start).Year : End != OpenEnd ? DateOnly.FromDayNumber(End).Year : null;

    /// <summary>The day itself as a date.</summary>
    public static PartialDate FromDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.DayNumber, day.DayNumber, false);

    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">The text is none; the message names it and what was expected.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date, out var problem) ? date : throw new FormatException(problem);

    /// <summary>Reads a date; false if the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date) => TryParse(text, out date, out _);

    /// <summary>Reads a date; on failure <paramref name="problem"/> says what is wrong with it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out string? problem)
    {
        date = null;
        text = text?.Trim() ?? "";
        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            var parts = text[1..^1].Split("..");
            if (parts.Length == 2 && TryBounds(parts[0], parts[1], "", out var start, out var end, out problem))
            {
                date = new PartialDate(text, start, end, false);
                return true;
            }
        }
        else if (text.Contains('/', StringComparison.Ordinal))
        {
            var parts = text.Split('/');
            if (parts.Length == 2 && TryBounds(parts[0], parts[1], "..", out var start, out var end, out problem))
            {
                date = new PartialDate(text, start, end, true);
                return true;
            }
        }
        else if (TryDay(text, out var start, out var end))
        {
            date = new PartialDate(text, start, end, false);
            problem = null;
            return true;
        }

        problem = $"'{text}' is not a date; expected EDTF such as 2019, 2019-11, 2019-11-02, 2017/2019, [2020..2022] or [..2018-09]";
        return false;
    }

    /// <summary>True if every day of <paramref name="other"/> lies in this interval.</summary>
    public bool Contains(PartialDate other) => Start <= other.Start && other.End <= End;

    /// <summary>True if the two intervals share a day.</summary>
    public bool Overlaps(PartialDate other) => Start <= other.End && other.Start <= End;

    /// <inheritdoc/>
    public bool Equals(PartialDate? other) => other is not null && Start == other.Start && End == other.End && IsPeriod == other.IsPeriod;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartialDate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, IsPeriod);

    /// <inheritdoc/>
    public int CompareTo(PartialDate? other)
    {
        if (other is null) return 1;
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }

    /// <summary>True if the left date starts earlier, or starts together and ends earlier.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>True if the left date starts later, or starts together and ends later.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Not greater.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not less.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>Equal as intervals.</summary>
    public static bool operator ==(PartialDate? left, PartialDate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not equal as intervals.</summary>
    public static bool operator !=(PartialDate? left, PartialDate? right) => !(left == right);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool TryBounds(string from, string to, string open, out int start, out int end, out string? problem)
    {
        start = OpenStart;
        end = OpenEnd;
        problem = null;
        if (from == open && to == open) return false;
        if (from != open && !TryDay(from, out start, out _)) return false;
        return (to == open || TryDay(to, out _, out end)) && start <= end;
    }

    private static bool TryDay(string text, out int start, out int end)
    {
        start = end = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c != '-') return false;
        }

        switch (text.Length)
        {
            case 4 when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0:
                start = new DateOnly(year, 1, 1).DayNumber;
                end = new DateOnly(year, 12, 31).DayNumber;
                return true;
            case 7 when DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month):
                start = month.DayNumber;
                end = month.AddMonths(1).DayNumber - 1;
                return true;
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                start = end = day.DayNumber;
                return true;
            default:
                return false;
        }
    }
}
