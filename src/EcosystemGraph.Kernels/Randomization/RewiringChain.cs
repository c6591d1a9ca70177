namespace EcosystemGraph.Kernels;

/// <summary>One Markov chain of <see cref="DegreePreservingRewiring"/>: the edges as they are now. For one thread.</summary>
internal sealed class RewiringChain
{
    private readonly RewiringPlan plan;
    private readonly int[] sources;
    private readonly int[] targets;
    private readonly int[] rows;
    private readonly int[] pool;
    private readonly long[] firstMark;
    private readonly long[] secondMark;
    private readonly HashSet<(int, int)>[] present;
    private RandomStream random;
    private long trade;

    public RewiringChain(RewiringPlan plan, RandomStream random)
    {
        this.plan = plan;
        this.random = random;
        sources = (int[])plan.Sources.Clone();
        targets = (int[])plan.Targets.Clone();
        rows = [.. Enumerable.Range(0, plan.RowOffsets.Length - 1)];
        pool = new int[targets.Length];
        firstMark = new long[plan.VertexCount];
        secondMark = new long[plan.VertexCount];
        present = [.. plan.Swapped.Select(s => Enumerable.Range(s.From, s.To - s.From).Select(e => Pair(sources[e], targets[e])).ToHashSet())];
    }

    public ReadOnlySpan<int> Sources => sources;

    public ReadOnlySpan<int> Targets => targets;

    /// <summary>Every row trades once, and as many swaps are tried as there are edges to swap.</summary>
    public void Sweep()
    {
        foreach ((int from, int to) in plan.TradedRows)
        {
            Span<int> order = rows.AsSpan(from, to - from);
            random.Shuffle(order);
            for (int i = 0; i + 1 < order.Length; i += 2)
            {
                Trade(order[i], order[i + 1]);
            }
        }
        for (int group = 0; group < present.Length; group++)
        {
            (int from, int to) = plan.Swapped[group];
            for (int e = from; e < to; e++)
            {
                Swap(present[group], from + random.Below(to - from), from + random.Below(to - from));
            }
        }
    }

    /// <summary>Two rows put together the targets that only one of them has, and deal them out anew. What would become a loop stays.</summary>
    private void Trade(int first, int second)
    {
        Span<int> ofFirst = targets.AsSpan(plan.RowOffsets[first]..plan.RowOffsets[first + 1]);
        Span<int> ofSecond = targets.AsSpan(plan.RowOffsets[second]..plan.RowOffsets[second + 1]);
        int firstSource = sources[plan.RowOffsets[first]];
        int secondSource = sources[plan.RowOffsets[second]];
        trade++;
        foreach (int target in ofFirst)
        {
            firstMark[target] = trade;
        }
        foreach (int target in ofSecond)
        {
            secondMark[target] = trade;
        }
        // A target that is the other row's source would be a loop there: as if the other had it already.
        secondMark[secondSource] = trade;
        firstMark[firstSource] = trade;

        // The slots whose targets go into the pool are found first: after the first row is dealt its marks no longer tell.
        int firstFree = MoveFreeToFront(ofFirst, secondMark);
        int secondFree = MoveFreeToFront(ofSecond, firstMark);
        if (firstFree == 0 || secondFree == 0)
        {
            return;
        }
        Span<int> dealt = pool.AsSpan(0, firstFree + secondFree);
        ofFirst[..firstFree].CopyTo(dealt);
        ofSecond[..secondFree].CopyTo(dealt[firstFree..]);
        random.Shuffle(dealt);
        dealt[..firstFree].CopyTo(ofFirst);
        dealt[firstFree..].CopyTo(ofSecond);
    }

    /// <summary>The targets that the other row has not, moved to the front of this one; how many they are.</summary>
    private int MoveFreeToFront(Span<int> row, long[] markOfOther)
    {
        int free = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (markOfOther[row[i]] != trade)
            {
                (row[free], row[i]) = (row[i], row[free]);
                free++;
            }
        }
        return free;
    }

    /// <summary>Two edges exchange their second ends, unless that makes a loop or an edge that is there.</summary>
    private void Swap(HashSet<(int, int)> edges, int first, int second)
    {
        // Either edge may be read from either end.
        bool turned = (random.Next() & 1) != 0;
        (int a, int b) = (sources[first], targets[first]);
        (int c, int d) = turned ? (targets[second], sources[second]) : (sources[second], targets[second]);
        if (first == second || a == d || c == b || edges.Contains(Pair(a, d)) || edges.Contains(Pair(c, b)))
        {
            return;
        }
        edges.Remove(Pair(a, b));
        edges.Remove(Pair(c, d));
        edges.Add(Pair(a, d));
        edges.Add(Pair(c, b));
        targets[first] = d;
        (sources[second], targets[second]) = (c, b);
    }

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
