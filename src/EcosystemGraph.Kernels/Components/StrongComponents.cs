namespace EcosystemGraph.Kernels;

/// <summary>
/// Strongly connected components: the largest sets of vertices of which each has a directed path to each; on an undirected graph its connected
/// components.
/// </summary>
/// <remarks>
/// Pearce's form of Tarjan's algorithm, without recursion: one depth-first search. Time O(n + m), space 4 integers a vertex; one thread.
/// Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1, 146–160; Pearce, D. J. (2016). A space-efficient
/// algorithm for finding strongly connected components. Information Processing Letters 116, 47–52.
/// </remarks>
public static class StrongComponents
{
    private const int PollEvery = 1 << 16;

    /// <summary>Finds the components.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>A group for each component; vertices on no cycle are groups of one.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static Partition Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        if (!graph.IsDirected)
        {
            return WeakComponents.Compute(graph, context);
        }
        return new Search(graph.Out, context.Cancellation).Run();
    }

    private sealed class Search(Adjacency rows, CancellationToken cancellation)
    {
        // 0 for unseen. The index of an open visit counts up from 1, the number of a finished component down from n: they never meet, and every
        // finished number is above every open index, so an arc into a finished component lowers nothing.
        private readonly int[] index = new int[rows.VertexCount];
        private readonly int[] cursor = new int[rows.VertexCount];
        private readonly bool[] lowered = new bool[rows.VertexCount];
        private readonly int[] path = new int[rows.VertexCount];
        private readonly int[] waiting = new int[rows.VertexCount];
        private int visits = 1;
        private int component = rows.VertexCount;
        private int pathLength;
        private int waitingCount;
        private int untilPoll = PollEvery;

        public Partition Run()
        {
            cancellation.ThrowIfCancellationRequested();
            for (int start = 0; start < index.Length; start++)
            {
                if (index[start] == 0)
                {
                    From(start);
                }
            }
            for (int v = 0; v < index.Length; v++)
            {
                index[v] = index.Length - index[v];
            }
            return Partition.From(index);
        }

        private void From(int start)
        {
            Enter(start);
            while (pathLength > 0)
            {
                if (--untilPoll == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    untilPoll = PollEvery;
                }
                int v = path[pathLength - 1];
                if (cursor[v] == rows.Offsets[v + 1])
                {
                    pathLength--;
                    Leave(v);
                    continue;
                }
                int u = rows.Neighbors[cursor[v]];
                if (index[u] == 0)
                {
                    // The arc is read again when u is done.
                    Enter(u);
                    continue;
                }
                cursor[v]++;
                if (index[u] < index[v])
                {
                    index[v] = index[u];
                    lowered[v] = true;
                }
            }
        }

        private void Enter(int v)
        {
            index[v] = visits++;
            cursor[v] = rows.Offsets[v];
            path[pathLength++] = v;
        }

        private void Leave(int v)
        {
            if (lowered[v])
            {
                waiting[waitingCount++] = v;
                return;
            }
            visits--;
            while (waitingCount > 0 && index[waiting[waitingCount - 1]] >= index[v])
            {
                index[waiting[--waitingCount]] = component;
                visits--;
            }
            index[v] = component--;
        }
    }
}
