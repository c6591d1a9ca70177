using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ConcentrationTests
{
    private static readonly Gen<double[]> Values = Gen.Frequency((1, Gen.Const(0.0)), (3, Gen.Double[0, 9])).Array[0, 12];

    [Fact]
    public void Herfindahl_sums_squared_shares_and_Gini_all_differences() => Values.Sample(values =>
    {
        double sum = values.Sum();
        double? herfindahl = Concentration.Herfindahl(values), gini = Concentration.Gini(values);
        Assert.Equal(sum == 0, herfindahl is null);
        Assert.Equal(sum == 0, gini is null);
        if (sum > 0)
        {
            double n = values.Length, mean = sum / n;
            double differences = values.Sum(a => values.Sum(b => Math.Abs(a - b))) / (n * n);
            Assert.True(Near.Same(values.Sum(x => x / sum * (x / sum)), herfindahl!.Value, Near.Rounding));
            Assert.True(Near.Same(differences / (2 * mean), gini!.Value, Near.Rounding));
        }
    });

    [Fact]
    public void Order_and_unit_do_not_matter() => Gen.Select(Values, Gen.Double[0.5, 1e6]).SelectMany((values, unit) => Gen.Shuffle(values.ToArray()).Select(other => (values, unit, other))).Sample(given =>
    {
        double[] scaled = [.. given.other.Select(x => x * given.unit)];
        Assert.True(Near.Same(Concentration.Herfindahl(given.values) ?? 0, Concentration.Herfindahl(scaled) ?? 0, Near.Rounding));
        Assert.True(Near.Same(Concentration.Gini(given.values) ?? 0, Concentration.Gini(scaled) ?? 0, Near.Rounding));
    });

    [Fact]
    public void Equal_values_one_owner_and_huge_ones()
    {
        Assert.Equal(0, Concentration.Gini([0.1, 0.1, 0.1]));
        Assert.Equal(1.0 / 3, Concentration.Herfindahl([0.1, 0.1, 0.1])!.Value, 12);
        Assert.Equal(0.75, Concentration.Gini([0, 0, 5, 0]));
        Assert.Equal(1, Concentration.Herfindahl([0, 5, 0]));
        Assert.Equal(0.5, Concentration.Herfindahl([double.MaxValue, double.MaxValue]));
        Assert.Null(Concentration.Gini([]));
        Refusal.Is("BAD_ARGUMENT", "Value 1 is -2", () => Concentration.Gini([1, -2]));
        Refusal.Is("BAD_ARGUMENT", "Value 0 is NaN", () => Concentration.Herfindahl([double.NaN]));
    }
}
