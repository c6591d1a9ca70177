namespace EcosystemGraph.Analytics.Statistics;

/// <summary>
/// Corrects p-values for their number, so that the chance of any false alarm among them stays what one of them says. Holm, S. (1979). Scandinavian Journal of Statistics 6, 65–70.
/// </summary>
internal static class HolmCorrection
{
    /// <summary>The corrected values, in the given order; null stays null and does not count. O(n log n).</summary>
    public static double?[] Apply(IReadOnlyList<double?> values)
    {
        var order = Enumerable.Range(0, values.Count).Where(i => values[i] is not null).OrderBy(i => values[i]).ToList();
        var corrected = new double?[values.Count];
        var largest = 0.0;
        for (var k = 0; k < order.Count; k++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Count - k) * values[order[k]]!.Value));
            corrected[order[k]] = largest;
        }

        return corrected;
    }
}
