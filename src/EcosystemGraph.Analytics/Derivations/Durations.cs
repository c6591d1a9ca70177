using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Analytics.Derivations;

/// <summary>The time from one date to another. A date of a month or year is one day of it, so that a difference may be only bounded.</summary>
internal static class Durations
{
    /// <summary>The unit of a rule's figures.</summary>
    public static string Unit(DerivationRule rule) => rule switch
    {
        DerivationRule.Days => "days",
        DerivationRule.Months => "months",
        _ => "years",
    };

    /// <summary>In days, in calendar months or in calendar years.</summary>
    public static Figure Between(DerivationRule rule, PartialDate from, PartialDate to)
    {
        decimal? low = to.Start == PartialDate.OpenStart || from.End == PartialDate.OpenEnd ? null : Count(rule, to.Start) - Count(rule, from.End);
        decimal? high = to.End == PartialDate.OpenEnd || from.Start == PartialDate.OpenStart ? null : Count(rule, to.End) - Count(rule, from.Start);
        return new Figure(low == high ? low : null, low, high);
    }

    private static int Count(DerivationRule rule, int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return rule switch
        {
            DerivationRule.Days => dayNumber,
            DerivationRule.Months => (day.Year * 12) + day.Month,
            _ => day.Year,
        };
    }
}
