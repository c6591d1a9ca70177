namespace EcosystemGraph.Kernels;

/// <summary>How alike two partitions of the same vertices are.</summary>
/// <remarks>
/// Time O(n log n), space O(n); one thread. Logarithms may differ in the last bit between operating systems.
/// Danon, L. et al. (2005). Comparing community structure identification. J. Stat. Mech. P09008; Hubert, L., Arabie, P. (1985). Comparing partitions.
/// Journal of Classification 2, 193–218.
/// </remarks>
public static class PartitionComparison
{
    /// <summary>
    /// Normalised mutual information, 2I/(H₁ + H₂): 1 for the same sets, 0 for independent ones. Two partitions without information, such as two with
    /// one group, are the same: 1.
    /// </summary>
    /// <param name="first">A partition.</param>
    /// <param name="second">A partition of the same vertices.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: partitions of different numbers of vertices.</exception>
    public static double NormalizedMutualInformation(Partition first, Partition second)
    {
        int[] joint = Joint(first, second);
        double n = first.Labels.Length;
        double h1 = Entropy(first.Sizes, n), h2 = Entropy(second.Sizes, n);
        return h1 + h2 == 0 ? 1 : Math.Clamp(2 * (h1 + h2 - Entropy(joint, n)) / (h1 + h2), 0, 1);
    }

    /// <summary>
    /// The adjusted Rand index: the pairs of vertices on which the partitions agree, corrected for chance; 1 for the same sets, about 0 for independent
    /// ones, below 0 for worse. Two trivial partitions that agree have 1.
    /// </summary>
    /// <param name="first">A partition.</param>
    /// <param name="second">A partition of the same vertices.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: partitions of different numbers of vertices.</exception>
    public static double AdjustedRand(Partition first, Partition second)
    {
        double together = Pairs(Joint(first, second)), a = Pairs(first.Sizes), b = Pairs(second.Sizes);
        double n = first.Labels.Length, all = n * (n - 1) / 2;
        double expected = all == 0 ? 0 : a * (b / all), most = (a + b) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// <summary>The sizes of the intersections that are not empty.</summary>
    private static int[] Joint(Partition first, Partition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        PartitionGuard.Check(first, second);
        long[] cells = new long[first.Labels.Length];
        for (int v = 0; v < cells.Length; v++)
        {
            cells[v] = ((long)first.Labels[v] << 32) | (uint)second.Labels[v];
        }
        Array.Sort(cells);
        var sizes = new List<int>();
        for (int from = 0, to; from < cells.Length; from = to)
        {
            for (to = from + 1; to < cells.Length && cells[to] == cells[from]; to++)
            {
            }
            sizes.Add(to - from);
        }
        return [.. sizes];
    }

    private static double Entropy(int[] sizes, double n)
    {
        double entropy = 0;
        foreach (int size in sizes)
        {
            double share = size / n;
            entropy -= share * Math.Log(share);
        }
        return entropy;
    }

    private static double Pairs(int[] sizes)
    {
        double pairs = 0;
        foreach (int size in sizes)
        {
            pairs += size * (size - 1.0) / 2;
        }
        return pairs;
    }
}
