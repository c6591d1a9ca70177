namespace EcosystemGraph.Kernels;

/// <summary>
/// The vertices that a source reaches, in the order of their distance, each with those before it on its shortest paths; again and again from other sources
/// in the same memory. Parallel arcs that tie give a predecessor more than once, side by side.
/// </summary>
/// <remarks>Without lengths a breadth-first search, with lengths Dijkstra's. Memory O(n + m).</remarks>
internal sealed class ShortestPathDag
{
    private readonly CsrGraph graph;
    private readonly double[]? inLengths;
    private readonly DijkstraSearch? search;
    private readonly int[] distances;
    private readonly int[] order;
    private readonly int[] starts;
    private readonly List<int> predecessors = [];

    public ShortestPathDag(CsrGraph graph, PathLength length, CancellationToken cancellation)
    {
        this.graph = graph;
        int n = graph.VertexCount;
        starts = new int[n + 1];
        if (ArcLengths.Of(graph.Out, length) is double[] lengths)
        {
            search = new DijkstraSearch(graph.Out, lengths, cancellation);
            inLengths = graph.IsDirected ? ArcLengths.Of(graph.In, length) : lengths;
            distances = [];
            order = search.Settled;
        }
        else
        {
            distances = new int[n];
            Array.Fill(distances, -1);
            order = new int[n];
        }
    }

    /// <summary>How many vertices are reached, the source, the first of them, included.</summary>
    public int Count { get; private set; }

    public int VertexAt(int position) => order[position];

    /// <summary>The vertices before that at a position, ascending.</summary>
    public ReadOnlySpan<int> PredecessorsAt(int position) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(predecessors)[starts[position]..starts[position + 1]];

    public void Run(int source)
    {
        if (search is null)
        {
            Level(source);
        }
        else
        {
            search.Run(source);
            Count = search.SettledCount;
        }
        predecessors.Clear();
        starts[1] = 0;
        Adjacency backward = graph.In;
        for (int i = 1; i < Count; i++)
        {
            int v = order[i];
            for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
            {
                if (Precedes(backward.Neighbors[arc], arc, v))
                {
                    predecessors.Add(backward.Neighbors[arc]);
                }
            }
            starts[i + 1] = predecessors.Count;
        }
    }

    private bool Precedes(int u, int arc, int v) => search is null
        ? distances[u] >= 0 && distances[u] == distances[v] - 1
        : search.Precedes(u, v) && ArcLengths.Tie(search.Distances[u] + inLengths![arc], search.Distances[v]);

    private void Level(int source)
    {
        for (int i = 0; i < Count; i++)
        {
            distances[order[i]] = -1;
        }
        distances[source] = 0;
        order[0] = source;
        Count = 1;
        for (int i = 0; i < Count; i++)
        {
            int u = order[i];
            foreach (int v in graph.Out.NeighborsOf(u))
            {
                if (distances[v] < 0)
                {
                    distances[v] = distances[u] + 1;
                    order[Count++] = v;
                }
            }
        }
    }
}
