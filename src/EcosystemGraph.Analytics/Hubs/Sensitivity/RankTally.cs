namespace EcosystemGraph.Analytics.Hubs;

/// <summary>Where a region stands by one measure over many specifications. Sums of these do not depend on their order.</summary>
internal sealed class RankTally
{
    private int _first;

    /// <summary>The specifications in which it has a rank.</summary>
    public int Count { get; private set; }

    /// <summary>Its best rank; 0 without any.</summary>
    public int Best { get; private set; }

    /// <summary>Its worst rank; 0 without any.</summary>
    public int Worst { get; private set; }

    /// <summary>The share of specifications in which it is first; null without any.</summary>
    public double? FirstShare => Count == 0 ? null : (double)_first / Count;

    public void Add(int rank)
    {
        Best = Count == 0 ? rank : Math.Min(Best, rank);
        Worst = Math.Max(Worst, rank);
        Count++;
        if (rank == 1) _first++;
    }

    public void Add(RankTally other)
    {
        if (other.Count == 0) return;
        Best = Count == 0 ? other.Best : Math.Min(Best, other.Best);
        Worst = Math.Max(Worst, other.Worst);
        Count += other.Count;
        _first += other._first;
    }
}
