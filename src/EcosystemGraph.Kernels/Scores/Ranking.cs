namespace EcosystemGraph.Kernels;

/// <summary>
/// Competition ranking ("1224"), the highest score first. Scores tie when they are the same after rounding to 12 significant digits, for the last
/// bits of vertices that are symmetric may differ. Ties are shown in the order of the vertices, which is the order of their ids. An undefined
/// score (null) has no rank and is not shown.
/// </summary>
public sealed class Ranking
{
    /// <summary>The significant decimal digits to which scores are rounded before they are compared.</summary>
    public const int SignificantDigits = 12;

    private readonly int[] ranks;

    private Ranking(int[] order, int[] ranks)
    {
        Order = order;
        this.ranks = ranks;
    }

    /// <summary>The ranked vertices in the order in which they are shown.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The rank of a vertex, from 1; null if its score is undefined. O(1).</summary>
    /// <param name="vertex">The vertex.</param>
    public int? RankOf(int vertex) => ranks[vertex] is int rank and > 0 ? rank : null;

    /// <summary>Ranks scores that are all defined. O(n log n).</summary>
    /// <param name="scores">A score for each vertex, none of them NaN.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a NaN.</exception>
    public static Ranking Of(ReadOnlySpan<double> scores)
    {
        int[] order = new int[scores.Length];
        double[] keys = new double[scores.Length];
        for (int v = 0; v < order.Length; v++)
        {
            order[v] = v;
            keys[v] = Key(scores[v], v);
        }
        return Rank(order, keys, scores.Length);
    }

    /// <summary>Ranks scores of which some may be undefined. O(n log n).</summary>
    /// <param name="scores">A score for each vertex, null where undefined, none of them NaN.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a NaN.</exception>
    public static Ranking Of(ReadOnlySpan<double?> scores)
    {
        var order = new List<int>(scores.Length);
        var keys = new List<double>(scores.Length);
        for (int v = 0; v < scores.Length; v++)
        {
            if (scores[v] is double score)
            {
                order.Add(v);
                keys.Add(Key(score, v));
            }
        }
        return Rank([.. order], [.. keys], scores.Length);
    }

    private static double Key(double score, int vertex) => double.IsNaN(score)
        ? throw KernelException.BadArgument($"The score of vertex {vertex} is NaN, expected a number, or null where it is undefined.")
        : -score;

    private static Ranking Rank(int[] order, double[] negated, int vertices)
    {
        Array.Sort(negated, order);
        int[] ranks = new int[vertices];
        for (int from = 0; from < order.Length;)
        {
            // Rounding keeps the order, so those that tie stand together.
            int to = from + 1;
            while (to < order.Length && SignificantRounding.Tie(negated[to - 1], negated[to]))
            {
                to++;
            }
            order.AsSpan(from, to - from).Sort();
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = from + 1;
            }
            from = to;
        }
        return new Ranking(order, ranks);
    }
}
