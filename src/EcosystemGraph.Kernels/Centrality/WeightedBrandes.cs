namespace EcosystemGraph.Kernels;

/// <summary>
/// Brandes' dependencies with lengths, from one source a pass. Dijkstra settles the vertices; an arc u→v is on shortest paths if u was settled before v
/// and its length ties. Every vertex then adds along its own rows: paths over its incoming arcs, dependencies over its outgoing ones.
/// </summary>
internal sealed class WeightedBrandes
{
    private readonly CsrGraph graph;
    private readonly double[] outLengths;
    private readonly double[] inLengths;
    private readonly bool[]? isTarget;
    private readonly DijkstraSearch search;
    private readonly double[] paths;
    private readonly double[] shares;

    public WeightedBrandes(CsrGraph graph, double[] outLengths, double[] inLengths, bool[]? isTarget, CancellationToken cancellation)
    {
        this.graph = graph;
        this.outLengths = outLengths;
        this.inLengths = inLengths;
        this.isTarget = isTarget;
        search = new DijkstraSearch(graph.Out, outLengths, cancellation);
        paths = new double[graph.VertexCount];
        shares = new double[graph.VertexCount];
    }

    /// <summary>Adds the dependencies of one source to the vertices' sums, and to the arcs' sums if they are asked for.</summary>
    public void Run(int source, double[]? vertexSums, double[]? arcSums)
    {
        search.Run(source);
        double[] distances = search.Distances;
        paths[source] = 1;
        for (int i = 1; i < search.SettledCount; i++)
        {
            int v = search.Settled[i];
            double sum = 0;
            for (int arc = graph.In.Offsets[v]; arc < graph.In.Offsets[v + 1]; arc++)
            {
                int u = graph.In.Neighbors[arc];
                if (search.Precedes(u, v) && ArcLengths.Tie(distances[u] + inLengths[arc], distances[v]))
                {
                    sum += paths[u];
                }
            }
            paths[v] = double.IsFinite(sum) ? sum : throw EightSourceBrandes.TooManyPaths(v);
        }
        for (int i = search.SettledCount - 1; i >= 0; i--)
        {
            int u = search.Settled[i];
            double sum = 0;
            for (int arc = graph.Out.Offsets[u]; arc < graph.Out.Offsets[u + 1]; arc++)
            {
                int v = graph.Out.Neighbors[arc];
                if (search.Precedes(u, v) && ArcLengths.Tie(distances[u] + outLengths[arc], distances[v]))
                {
                    sum += shares[v];
                    if (arcSums is not null)
                    {
                        arcSums[arc] += paths[u] * shares[v];
                    }
                }
            }
            double dependency = paths[u] * sum;
            shares[u] = ((isTarget is null || isTarget[u] ? 1 : 0) + dependency) / paths[u];
            if (vertexSums is not null && u != source)
            {
                vertexSums[u] += dependency;
            }
        }
    }
}
