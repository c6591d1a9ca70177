namespace EcosystemGraph.Kernels;

/// <summary>Random numbers that are a function of (seed, item, round), so that no draw depends on who drew before.</summary>
/// <remarks>The finaliser of SplitMix64 over a mixture of the three. Steele, G. L., Lea, D., Flood, C. H. (2014). OOPSLA '14.</remarks>
internal static class CounterRandom
{
    /// <summary>64 random bits.</summary>
    public static ulong Bits(ulong seed, int item, int round = 0) =>
        Mix(Mix(seed + 0x9E37_79B9_7F4A_7C15UL * ((uint)round + 1UL)) + 0x9E37_79B9_7F4A_7C15UL * ((uint)item + 1UL));

    /// <summary>A number from 0 to bound − 1, by multiplication; the bias is below bound / 2⁶⁴.</summary>
    public static int Below(int bound, ulong seed, int item, int round = 0) => (int)Math.BigMul(Bits(seed, item, round), (ulong)bound, out _);

    /// <summary>A number from 0 up to but not including 1, a multiple of 2⁻⁵³.</summary>
    public static double Unit(ulong seed, int item, int round = 0) => (Bits(seed, item, round) >> 11) * (1.0 / (1UL << 53));

    /// <summary>0..count − 1 in a random order (Fisher–Yates).</summary>
    public static int[] Permutation(ulong seed, int count, int round = 0)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            int j = Below(i + 1, seed, i, round);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /// <summary>Some of 0..count − 1, drawn without replacement, ascending.</summary>
    public static int[] Sample(ulong seed, int count, int size)
    {
        int[] drawn = Permutation(seed, count).AsSpan(0, size).ToArray();
        Array.Sort(drawn);
        return drawn;
    }

    /// <summary>The finaliser of SplitMix64: a permutation of the 64-bit numbers.</summary>
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return z ^ (z >> 31);
    }
}
