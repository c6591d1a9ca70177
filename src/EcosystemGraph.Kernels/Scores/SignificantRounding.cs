using System.Globalization;

namespace EcosystemGraph.Kernels;

/// <summary>Rounding to the significant digits of <see cref="Ranking"/>, half away from zero as the runtime's formatting does.</summary>
internal static class SignificantRounding
{
    private static readonly string Format = $"E{Ranking.SignificantDigits - 1}";

    /// <summary>Whether two numbers are the same after rounding. Formatting is exact but slow, so only close numbers come to it.</summary>
    public static bool Tie(double a, double b)
    {
        if (a == b)
        {
            return true;
        }
        double larger = Math.Max(Math.Abs(a), Math.Abs(b));
        return Math.Abs(a - b) <= larger * 2e-11 && Round(a) == Round(b);
    }

    public static double Round(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return value;
        }
        Span<char> text = stackalloc char[32];
        bool fits = value.TryFormat(text, out int length, Format, CultureInfo.InvariantCulture);
        System.Diagnostics.Debug.Assert(fits, "Twelve digits and an exponent fit in 32 characters.");
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
