using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Query.Aggregates;

/// <summary>A value by which a group was made; both are null for what has none.</summary>
/// <param name="Text">The value as text; of an entity its id.</param>
/// <param name="Entity">The entity, where the value is one.</param>
public sealed record AggregateKeyValue(string? Text, int? Entity);

/// <summary>A summary of numbers.</summary>
/// <param name="Count">How many members have the number.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Average">The mean.</param>
public sealed record NumberSummary(int Count, decimal Min, decimal Max, decimal Sum, decimal Average)
{
    /// <summary>Sums numbers up; null where there is none.</summary>
    /// <exception cref="QueryException"><see cref="QueryErrorCode.LimitExceeded"/>: the numbers are too large for a decimal.</exception>
    internal static NumberSummary? Of(IEnumerable<object?> values, string name)
    {
        var (count, min, max, sum) = (0, decimal.MaxValue, decimal.MinValue, 0m);
        try
        {
            foreach (var value in values)
            {
                decimal? number = value switch { null => null, decimal exact => exact, int whole => whole, double real => (decimal)real, _ => null };
                if (number is not { } n) continue;
                count++;
                min = Math.Min(min, n);
                max = Math.Max(max, n);
                sum += n;
            }
        }
        catch (OverflowException)
        {
            throw new QueryException(QueryErrorCode.LimitExceeded, $"{name}: the numbers are too large to be summed up");
        }

        return count == 0 ? null : new NumberSummary(count, min, max, sum, sum / count);
    }
}

/// <summary>A summary of dates.</summary>
/// <param name="Count">How many members have the date.</param>
/// <param name="Min">The one that starts first.</param>
/// <param name="Max">The one that ends last.</param>
public sealed record DateSummary(int Count, PartialDate Min, PartialDate Max)
{
    /// <summary>Sums dates up; null where there is none.</summary>
    internal static DateSummary? Of(IEnumerable<object?> values)
    {
        var dates = values.OfType<PartialDate>().ToList();
        return dates.Count == 0 ? null : new DateSummary(dates.Count, dates.MinBy(d => (d.Start, d.End))!, dates.MaxBy(d => (d.End, d.Start))!);
    }
}
