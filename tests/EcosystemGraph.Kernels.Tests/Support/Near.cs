namespace EcosystemGraph.Kernels.Tests;

/// <summary>Comparison of floating-point scores with a named tolerance.</summary>
internal static class Near
{
    /// <summary>For sums that differ in the order of their terms alone.</summary>
    public const double Rounding = 1e-12;

    /// <summary>For exact measures against other programs.</summary>
    public const double Exact = 1e-9;

    /// <summary>For measures that iterate to a tolerance.</summary>
    public const double Iterative = 1e-6;

    public static bool Same(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    public static bool Same(IReadOnlyList<double> a, IReadOnlyList<double> b, double tolerance) =>
        a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second, tolerance));

    /// <summary>Relative to the numbers themselves, however small; only dust around 0 is forgiven.</summary>
    public static bool SameRelative(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) + 1e-14;

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance) =>
        Assert.True(Same(expected, actual, tolerance), $"expected {string.Join(' ', expected)}\nactual   {string.Join(' ', actual)}");

    public static void SameBytes(IReadOnlyList<double> expected, IReadOnlyList<double> actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
}
