namespace EcosystemGraph.Analytics.Hubs;

/// <summary>What is left to chance in a null model.</summary>
public enum HubNullModel
{
    /// <summary>Which entities of each kind lie in the region; how many do is kept.</summary>
    Kind,

    /// <summary>Which places belong to the region, with all that lies in them; how many places do is kept.</summary>
    Place,

    /// <summary>Whom each entity is tied to; how many ties of each kind it has, in each direction, is kept.</summary>
    Rewiring,
}

/// <summary>A figure against the draws of a null model.</summary>
/// <param name="Model">The null model.</param>
/// <param name="Draws">The number of draws in which the figure is defined.</param>
/// <param name="Mean">The mean over the draws.</param>
/// <param name="Z">The figure's distance from the mean in standard deviations of the draws; null if these do not differ.</param>
/// <param name="P">(1 + draws at least as extreme) / (1 + draws), not corrected.</param>
public sealed record HubNull(HubNullModel Model, int Draws, double Mean, double? Z, double P)
{
    /// <summary>Sums taken in another order differ in the last bits: what is that close counts as equal.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Is the figure larger than chance would have it? NaN in a draw: not defined there. Null if no draw defines it. O(draws).</summary>
    internal static HubNull? Larger(HubNullModel model, double observed, ReadOnlySpan<double> drawn) =>
        Of(model, observed, drawn, static (value, observed, _) => value >= observed - Tolerance * Math.Abs(observed));

    /// <summary>Does the figure differ from what chance would have it, either way?</summary>
    internal static HubNull? Different(HubNullModel model, double observed, ReadOnlySpan<double> drawn) =>
        Of(model, observed, drawn, static (value, observed, mean) => Math.Abs(value - mean) >= Math.Abs(observed - mean) - Tolerance);

    private static HubNull? Of(HubNullModel model, double observed, ReadOnlySpan<double> drawn, Func<double, double, double, bool> isExtreme)
    {
        var (count, sum) = (0, 0.0);
        foreach (var value in drawn)
        {
            if (double.IsNaN(value)) continue;
            count++;
            sum += value;
        }

        if (count == 0) return null;
        var mean = sum / count;
        var (squares, extreme) = (0.0, 0);
        foreach (var value in drawn)
        {
            if (double.IsNaN(value)) continue;
            squares += (value - mean) * (value - mean);
            if (isExtreme(value, observed, mean)) extreme++;
        }

        var deviation = Math.Sqrt(squares / count);
        double? z = deviation > Tolerance * Math.Max(1, Math.Abs(mean)) ? (observed - mean) / deviation : null;
        return new HubNull(model, count, mean, z, (1.0 + extreme) / (1.0 + count));
    }
}
