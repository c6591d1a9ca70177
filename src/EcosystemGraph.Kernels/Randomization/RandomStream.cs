namespace EcosystemGraph.Kernels;

/// <summary>A sequence of random numbers for a task that draws one after another: SplitMix64, started at a function of (seed, task).</summary>
internal struct RandomStream(ulong seed, int task)
{
    private ulong state = CounterRandom.Bits(seed, task);

    /// <summary>64 random bits.</summary>
    public ulong Next() => CounterRandom.Mix(state += 0x9E37_79B9_7F4A_7C15UL);

    /// <summary>A number from 0 to bound − 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Puts the items into a random order (Fisher–Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
