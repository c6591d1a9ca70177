namespace EcosystemGraph.Kernels;

/// <summary>
/// A simple undirected graph with its vertices renamed by rising degree, ties by number, and each edge kept once, from the lesser rank to the greater:
/// then no row is longer than √(2m).
/// </summary>
internal sealed class DegreeOrder
{
    private DegreeOrder(int[] vertexAt, int[] rankOf, Adjacency upward)
    {
        VertexAt = vertexAt;
        RankOf = rankOf;
        Upward = upward;
    }

    public int[] VertexAt { get; }

    public int[] RankOf { get; }

    /// <summary>By rank: the neighbours of greater rank, ascending.</summary>
    public Adjacency Upward { get; }

    public static DegreeOrder Of(CsrGraph simple)
    {
        int n = simple.VertexCount;
        int[] degrees = new int[n];
        int most = 0;
        for (int v = 0; v < n; v++)
        {
            degrees[v] = simple.OutDegree(v);
            most = Math.Max(most, degrees[v]);
        }
        int[] cursor = CountingSort.Offsets(most + 1, degrees);
        int[] vertexAt = new int[n], rankOf = new int[n];
        for (int v = 0; v < n; v++)
        {
            rankOf[v] = cursor[degrees[v]]++;
            vertexAt[rankOf[v]] = v;
        }

        // Appending in the order of the greater rank leaves each row ascending.
        int[] offsets = new int[n + 1];
        for (int v = 0; v < n; v++)
        {
            foreach (int u in simple.OutNeighbors(v))
            {
                offsets[rankOf[v] + 1] += rankOf[u] > rankOf[v] ? 1 : 0;
            }
        }
        for (int i = 1; i <= n; i++)
        {
            offsets[i] += offsets[i - 1];
        }
        int[] upward = new int[offsets[n]];
        int[] next = offsets.AsSpan(0, n).ToArray();
        for (int rank = 0; rank < n; rank++)
        {
            foreach (int u in simple.OutNeighbors(vertexAt[rank]))
            {
                if (rankOf[u] < rank)
                {
                    upward[next[rankOf[u]]++] = rank;
                }
            }
        }
        return new DegreeOrder(vertexAt, rankOf, new Adjacency(offsets, upward, null, null));
    }
}
