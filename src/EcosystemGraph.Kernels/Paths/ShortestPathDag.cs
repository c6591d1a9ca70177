namespace EcosystemGraph.Kernels;

/// <summary>
/// The vertices that a source reaches over arcs with lengths, in the order of (distance, number), each with those before it on its shortest paths; again and
/// again from other sources in the same memory. Parallel arcs that tie give a predecessor more than once, side by side.
/// </summary>
/// <remarks>Dijkstra's algorithm. Memory O(n + m).</remarks>
internal sealed class ShortestPathDag
{
    private readonly Adjacency backward;
    private readonly double[] inLengths;
    private readonly DijkstraSearch search;
    private readonly int[] starts;
    private readonly int[] predecessors;

    public ShortestPathDag(CsrGraph graph, PathLength length, CancellationToken cancellation)
    {
        double[] lengths = ArcLengths.OrOnes(graph.Out, length);
        search = new DijkstraSearch(graph.Out, lengths, cancellation);
        backward = graph.In;
        inLengths = graph.IsDirected ? ArcLengths.OrOnes(backward, length) : lengths;
        starts = new int[graph.VertexCount + 1];
        predecessors = new int[graph.ArcCount];
    }

    /// <summary>How many vertices are reached, the source, the first of them, included.</summary>
    public int Count => search.SettledCount;

    public int VertexAt(int position) => search.Settled[position];

    /// <summary>The vertices before that at a position, ascending.</summary>
    public ReadOnlySpan<int> PredecessorsAt(int position) => predecessors.AsSpan(starts[position], starts[position + 1] - starts[position]);

    public void Run(int source)
    {
        search.Run(source);
        int found = 0;
        starts[1] = 0;
        for (int i = 1; i < Count; i++)
        {
            int v = VertexAt(i);
            for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
            {
                int u = backward.Neighbors[arc];
                if (search.Precedes(u, v) && ArcLengths.Tie(search.Distances[u] + inLengths[arc], search.Distances[v]))
                {
                    predecessors[found++] = u;
                }
            }
            starts[i + 1] = found;
        }
    }
}
