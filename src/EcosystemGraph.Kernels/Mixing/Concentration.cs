namespace EcosystemGraph.Kernels;

/// <summary>
/// How much of a whole a few hold. Both measures are null where there are no values, or all are 0, for then there are no shares.
/// </summary>
/// <remarks>
/// Time O(n), for Gini O(n log n); space O(n); one thread, sums over fixed blocks.
/// Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54, 761–762; Gini, C. (1912). Variabilità e mutabilità.
/// </remarks>
public static class Concentration
{
    /// <summary>
    /// The Herfindahl–Hirschman index: the sum of the squared shares, from 1/n, all alike, to 1, one has all. (Competition authorities multiply by 10,000.)
    /// </summary>
    /// <param name="values">Finite numbers of at least 0.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a number that is negative or not finite.</exception>
    public static double? Herfindahl(ReadOnlySpan<double> values)
    {
        if (Shares(values) is not double[] shares)
        {
            return null;
        }
        return Blocks.Sum(Array.ConvertAll(shares, share => share * share));
    }

    /// <summary>
    /// Gini's coefficient, uncorrected: half the mean difference between two values over their mean, Σ (2i − n − 1)·x₍ᵢ₎ / (n·Σ x), from 0, all alike, to
    /// (n − 1)/n, one has all.
    /// </summary>
    /// <param name="values">Finite numbers of at least 0.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a number that is negative or not finite.</exception>
    public static double? Gini(ReadOnlySpan<double> values)
    {
        if (Shares(values) is not double[] shares)
        {
            return null;
        }
        Array.Sort(shares);
        int n = shares.Length;
        if (shares[0] == shares[n - 1])
        {
            return 0;
        }
        double[] terms = new double[n];
        for (int i = 0; i < n; i++)
        {
            terms[i] = (2.0 * i - n + 1) * shares[i];
        }
        return Math.Max(0, Blocks.Sum(terms) / n);
    }

    /// <summary>The values over their sum, scaled by the largest first so that no sum overflows; null if there are no shares.</summary>
    private static double[]? Shares(ReadOnlySpan<double> values)
    {
        double most = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0 && double.IsFinite(values[i])))
            {
                throw KernelException.BadArgument($"Value {i} is {values[i]:R}, expected a finite number of at least 0.");
            }
            most = Math.Max(most, values[i]);
        }
        if (most == 0)
        {
            return null;
        }
        double[] shares = values.ToArray();
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= most;
        }
        double sum = Blocks.Sum(shares);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }
        return shares;
    }
}
