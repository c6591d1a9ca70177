using System.Globalization;

namespace EcosystemGraph.Query.Search;

/// <summary>Names that are too short to be matched in part: <c>360</c>, <c>US</c>, <c>MIT</c>, <c>AIIA</c>.</summary>
public static class ShortNames
{
    private const int Short = 3;
    private const int LongestAcronym = 8;

    /// <summary>
    /// True for names of at most three letters and for acronyms (one word of up to eight capitals and digits). Names in scripts without case are never short: two characters can be a full name.
    /// </summary>
    public static bool MatchExactlyOnly(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var allCapitals = true;
        foreach (var c in name)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.OtherLetter) return false;
            allCapitals &= category is UnicodeCategory.UppercaseLetter or UnicodeCategory.DecimalDigitNumber;
        }

        return name.Length <= Short || (allCapitals && name.Length <= LongestAcronym);
    }
}
