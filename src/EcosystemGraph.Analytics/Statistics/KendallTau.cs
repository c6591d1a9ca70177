namespace EcosystemGraph.Analytics.Statistics;

/// <summary>Kendall's rank correlation with ties, tau-b.</summary>
/// <remarks>
/// O(n log n), by counting the exchanges of a merge sort. Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33, 239–251; Knight, W. R. (1966).
/// A computer method for calculating Kendall's tau with ungrouped data. Journal of the American Statistical Association 61, 436–439.
/// </remarks>
public static class KendallTau
{
    /// <summary>The correlation of two lists of equal length, from −1 to 1; null if one of them is all ties or there are fewer than two pairs.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double? Compute(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} and {y.Length} values, expected as many of both.");
        var n = x.Length;
        var pairs = new (double X, double Y)[n];
        for (var i = 0; i < n; i++) pairs[i] = (x[i], y[i]);
        Array.Sort(pairs);

        long tiesX = 0, tiesBoth = 0;
        for (int from = 0, fromBoth = 0, i = 1; i <= n; i++)
        {
            if (i == n || pairs[i].X != pairs[from].X)
            {
                tiesX += Pairs(i - from);
                from = i;
            }

            if (i == n || pairs[i] != pairs[fromBoth])
            {
                tiesBoth += Pairs(i - fromBoth);
                fromBoth = i;
            }
        }

        var ys = Array.ConvertAll(pairs, p => p.Y);
        var discordant = SortCountingExchanges(ys, new double[n]);
        long tiesY = 0;
        for (int from = 0, i = 1; i <= n; i++)
        {
            if (i < n && ys[i] == ys[from]) continue;
            tiesY += Pairs(i - from);
            from = i;
        }

        var all = Pairs(n);
        if (all == tiesX || all == tiesY) return null;
        var difference = all - tiesX - tiesY + tiesBoth - (2 * discordant);
        return difference / Math.Sqrt((double)(all - tiesX) * (all - tiesY));
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static long SortCountingExchanges(Span<double> values, Span<double> buffer)
    {
        if (values.Length < 2) return 0;
        var half = values.Length / 2;
        var exchanges = SortCountingExchanges(values[..half], buffer[..half]) + SortCountingExchanges(values[half..], buffer[half..]);
        for (int left = 0, right = half, at = 0; at < values.Length; at++)
        {
            if (right == values.Length || (left < half && values[left] <= values[right]))
            {
                buffer[at] = values[left++];
            }
            else
            {
                buffer[at] = values[right++];
                exchanges += half - left;
            }
        }

        buffer.CopyTo(values);
        return exchanges;
    }
}
