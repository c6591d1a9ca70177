namespace EcosystemGraph.Kernels;

/// <summary>The vertices that were elected.</summary>
/// <param name="Elected">They, in the order of their election.</param>
/// <param name="Votes">For each vertex the votes it had when it was elected; 0 if it never was.</param>
public sealed record VoteRankResult(int[] Elected, double[] Votes);

/// <summary>
/// VoteRank: again and again the vertex with most votes is elected, until none has any. A vertex's votes are the abilities to vote of its neighbours (on a
/// directed graph those it points to), 1 each at first; who is elected votes no more, and its neighbours' abilities fall by the inverse of the mean degree.
/// Class S: parallels merged, loops dropped. Ties go to the least vertex.
/// </summary>
/// <remarks>
/// Abilities are fractions of the number of arcs, so votes are added and compared as integers and ties are exact. Time O(Σ degree² · log n) if all are
/// elected, space O(n + m); one thread. Zhang, J.-X. et al. (2016). Identifying a set of influential spreaders in complex networks. Scientific Reports
/// 6, 27823.
/// </remarks>
public static class VoteRank
{
    private const int PollEvery = 256;

    /// <summary>Elects vertices.</summary>
    /// <param name="graph">Any graph; weights are not read.</param>
    /// <param name="count">The most vertices to elect, at least 0; null for no limit.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a count below 0.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static VoteRankResult Compute(CsrGraph graph, int? count = null, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (count < 0)
        {
            throw KernelException.BadArgument($"count is {count}, expected at least 0.");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        CsrGraph simple = graph.Simple(ParallelWeights.None, context);
        int n = simple.VertexCount;

        // The mean degree is arcs / n: in units of 1 / arcs an ability is 'arcs' at first and falls by n.
        long unit = simple.ArcCount;
        long[] ability = new long[n], votes = new long[n];
        Array.Fill(ability, unit);
        bool[] isElected = new bool[n];
        var queue = new PriorityQueue<int, (long Votes, int Vertex)>();
        for (int v = 0; v < n; v++)
        {
            votes[v] = simple.OutDegree(v) * unit;
            queue.Enqueue(v, (-votes[v], v));
        }
        var elected = new List<int>();
        double[] scores = new double[n];
        int steps = 0;
        while (elected.Count < (count ?? n) && queue.TryDequeue(out int v, out (long Votes, int Vertex) key))
        {
            if (++steps % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            if (isElected[v] || -key.Votes != votes[v])
            {
                // Its votes have fallen since; a newer entry is in the queue.
                continue;
            }
            if (votes[v] == 0)
            {
                break;
            }
            elected.Add(v);
            isElected[v] = true;
            scores[v] = (double)votes[v] / unit;
            Lower(v, ability[v]);
            foreach (int u in simple.OutNeighbors(v))
            {
                Lower(u, Math.Min(n, ability[u]));
            }
        }
        return new VoteRankResult([.. elected], scores);

        void Lower(int voter, long by)
        {
            if (by == 0)
            {
                return;
            }
            ability[voter] -= by;
            foreach (int candidate in simple.InNeighbors(voter))
            {
                votes[candidate] -= by;
                if (!isElected[candidate])
                {
                    queue.Enqueue(candidate, (-votes[candidate], candidate));
                }
            }
        }
    }
}
