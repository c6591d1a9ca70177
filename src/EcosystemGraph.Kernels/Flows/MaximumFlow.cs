namespace EcosystemGraph.Kernels;

/// <summary>An edge of a cut.</summary>
/// <param name="Source">Its end on the source's side.</param>
/// <param name="Target">Its end on the sink's side.</param>
/// <param name="EdgeId">The caller's edge; null if the graph has no edge ids.</param>
/// <param name="Capacity">Its weight; 1 without weights.</param>
public readonly record struct CutEdge(int Source, int Target, int? EdgeId, double Capacity);

/// <summary>A maximum flow, by its value, and the minimum cut that bounds it.</summary>
/// <param name="Value">What flows from source to sink, which is the weight of the cut.</param>
/// <param name="SourceSide">The vertices on the source's side of the minimum cut, ascending: of several minimum cuts that with the fewest vertices.</param>
/// <param name="CutEdges">
/// The edges from there to the other side by (source, target, edge id), parallels each, those of capacity 0 not: their capacities sum to the value.
/// </param>
public sealed record MaximumFlowResult(double Value, int[] SourceSide, CutEdge[] CutEdges);

/// <summary>
/// Maximum flow and minimum cut between two vertices. Weights are capacities, 1 without weights; parallels add, loops carry nothing, an undirected edge
/// carries its capacity either way.
/// </summary>
/// <remarks>
/// Dinitz's blocking flows. Time O(n²m), mostly far less; space O(n + m); one thread. Capacity left below 1e-12 of the largest edge's is rounding and counts
/// as none. Dinitz, E. A. (1970). Algorithm for solution of a problem of maximum flow in networks with power estimation. Doklady 194.
/// </remarks>
public static class MaximumFlow
{
    private const double Dust = 1e-12;
    private const int PollEvery = 1 << 12;

    /// <summary>Computes the flow.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="source">Where the flow starts.</param>
    /// <param name="sink">Where it ends; another vertex.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: an end that is no vertex, or the same twice.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static MaximumFlowResult Compute(CsrGraph graph, int source, int sink, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        VertexGuard.Check(graph, source, nameof(source));
        VertexGuard.Check(graph, sink, nameof(sink));
        if (source == sink)
        {
            throw KernelException.BadArgument($"source and sink are both {source}, expected two vertices.");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        (double value, bool[] isOnSourceSide) = new Network(graph.Simple(ParallelWeights.Sum, context), source, sink, cancellation).Run();
        int[] sourceSide = [.. Enumerable.Range(0, isOnSourceSide.Length).Where(v => isOnSourceSide[v])];
        return new MaximumFlowResult(value, sourceSide, [.. EdgesAcross(graph, sourceSide, isOnSourceSide)]);
    }

    private static IEnumerable<CutEdge> EdgesAcross(CsrGraph graph, int[] sourceSide, bool[] isOnSourceSide)
    {
        Adjacency rows = graph.Out;
        foreach (int v in sourceSide)
        {
            for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
            {
                double capacity = rows.Weights?[arc] ?? 1;
                if (!isOnSourceSide[rows.Neighbors[arc]] && capacity > 0)
                {
                    yield return new CutEdge(v, rows.Neighbors[arc], rows.EdgeIds?[arc], capacity);
                }
            }
        }
    }

    /// <summary>
    /// The capacities that are left. In the simple graph with both directions every arc has one opposite arc: that of the other direction, whose capacity
    /// is 0 where the graph has none.
    /// </summary>
    private sealed class Network
    {
        private readonly Adjacency rows;
        private readonly double[] left;
        private readonly int[] opposite;
        private readonly int[] level;
        private readonly int[] cursor;
        private readonly int[] path;
        private readonly double least;
        private readonly int source;
        private readonly int sink;
        private readonly CancellationToken cancellation;

        public Network(CsrGraph simple, int source, int sink, CancellationToken cancellation)
        {
            (this.source, this.sink, this.cancellation) = (source, sink, cancellation);
            rows = simple.SimpleUndirected(ParallelWeights.None).Out;
            int n = rows.VertexCount;
            left = new double[rows.Neighbors.Length];
            opposite = new int[rows.Neighbors.Length];
            level = new int[n];
            cursor = new int[n];
            path = new int[n];
            int[] filled = rows.Offsets.AsSpan(0, n).ToArray();
            for (int v = 0; v < n; v++)
            {
                if (v % Blocks.Size == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                ReadOnlySpan<int> ends = simple.OutNeighbors(v);
                ReadOnlySpan<double> capacities = simple.OutWeights(v);
                for (int arc = rows.Offsets[v], k = 0; arc < rows.Offsets[v + 1]; arc++)
                {
                    // The row of v here holds that of the graph and more; and the arcs toward v come in the order of their starts.
                    opposite[filled[rows.Neighbors[arc]]++] = arc;
                    if (k < ends.Length && ends[k] == rows.Neighbors[arc])
                    {
                        left[arc] = capacities[k++];
                        least = Math.Max(least, left[arc] * Dust);
                    }
                }
            }
        }

        public (double Value, bool[] IsOnSourceSide) Run()
        {
            double value = 0;
            while (SetLevels())
            {
                cancellation.ThrowIfCancellationRequested();
                value += BlockingFlow();
            }
            return (value, Array.ConvertAll(level, l => l >= 0));
        }

        /// <summary>Distances from the source over arcs with capacity left; whether the sink has one.</summary>
        private bool SetLevels()
        {
            Array.Fill(level, -1);
            level[source] = 0;
            path[0] = source;
            for (int head = 0, tail = 1; head < tail; head++)
            {
                int v = path[head];
                for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
                {
                    int u = rows.Neighbors[arc];
                    if (level[u] < 0 && left[arc] > least)
                    {
                        level[u] = level[v] + 1;
                        path[tail++] = u;
                    }
                }
            }
            return level[sink] >= 0;
        }

        /// <summary>Fills shortest paths until each has a full arc. The path under way is kept as its arcs.</summary>
        private double BlockingFlow()
        {
            rows.Offsets.AsSpan(0, cursor.Length).CopyTo(cursor);
            double total = 0;
            int length = 0, v = source, steps = 0;
            while (true)
            {
                if (++steps % PollEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                if (v == sink)
                {
                    (double pushed, int full) = Push(length);
                    total += pushed;
                    length = full;
                    v = rows.Neighbors[opposite[path[full]]];
                    continue;
                }
                while (cursor[v] < rows.Offsets[v + 1] && !(left[cursor[v]] > least && level[rows.Neighbors[cursor[v]]] == level[v] + 1))
                {
                    cursor[v]++;
                }
                if (cursor[v] < rows.Offsets[v + 1])
                {
                    path[length++] = cursor[v];
                    v = rows.Neighbors[cursor[v]];
                }
                else if (length > 0)
                {
                    // A dead end: back over the arc, which is not tried again.
                    v = rows.Neighbors[opposite[path[--length]]];
                    cursor[v]++;
                }
                else
                {
                    return total;
                }
            }
        }

        /// <summary>Sends along the path what its narrowest arc can carry; tells how much, and the place of the first arc that is full now.</summary>
        private (double Pushed, int Full) Push(int length)
        {
            double narrowest = double.PositiveInfinity;
            int full = 0;
            for (int i = 0; i < length; i++)
            {
                if (left[path[i]] < narrowest)
                {
                    (narrowest, full) = (left[path[i]], i);
                }
            }
            for (int i = 0; i < length; i++)
            {
                left[path[i]] -= narrowest;
                left[opposite[path[i]]] += narrowest;
            }
            return (narrowest, full);
        }
    }
}
