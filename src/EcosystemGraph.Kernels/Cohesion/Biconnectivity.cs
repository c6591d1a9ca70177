namespace EcosystemGraph.Kernels;

/// <summary>An edge whose removal parts its component.</summary>
/// <param name="First">The lesser end.</param>
/// <param name="Second">The greater end.</param>
/// <param name="EdgeId">The caller's edge; null if the graph has no edge ids.</param>
public readonly record struct Bridge(int First, int Second, int? EdgeId);

/// <summary>What holds a graph together.</summary>
/// <param name="ArticulationPoints">The vertices whose removal parts their component, ascending.</param>
/// <param name="Bridges">The edges whose removal parts their component, by (first, second).</param>
/// <param name="Blocks">
/// The biconnected components: sets of vertices, each ascending, the largest first and then by their vertices. Isolated vertices are in none.
/// </param>
public sealed record BiconnectivityResult(int[] ArticulationPoints, Bridge[] Bridges, int[][] Blocks);

/// <summary>
/// Articulation points, bridges and biconnected components. Direction is ignored; class M: an edge with a parallel is no bridge. Loops change nothing.
/// </summary>
/// <remarks>
/// One depth-first search, without recursion. Time O(n + m) and the sorting of blocks, space O(n); one thread.
/// Hopcroft, J., Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the ACM 16, 372–378.
/// </remarks>
public static class Biconnectivity
{
    /// <summary>Finds articulation points, bridges and blocks.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BiconnectivityResult Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        return new Search(graph.Undirected(context).Out, cancellation).Run();
    }

    private sealed class Search(Adjacency rows, CancellationToken cancellation)
    {
        private const int PollEvery = 1 << 16;
        private readonly int[] order = new int[rows.VertexCount];
        private readonly int[] low = new int[rows.VertexCount];
        private readonly int[] cursor = new int[rows.VertexCount];
        private readonly int[] parentArc = new int[rows.VertexCount];
        private readonly bool[] sawParent = new bool[rows.VertexCount];
        private readonly bool[] cuts = new bool[rows.VertexCount];
        private readonly int[] path = new int[rows.VertexCount];
        private readonly int[] waiting = new int[rows.VertexCount];
        private readonly List<Bridge> bridges = [];
        private readonly List<int[]> blocks = [];
        private int visits;
        private int pathLength;
        private int waitingCount;
        private int untilPoll = PollEvery;

        public BiconnectivityResult Run()
        {
            for (int v = 0; v < order.Length; v++)
            {
                if (order[v] == 0)
                {
                    From(v);
                }
            }
            int[] articulation = [.. Enumerable.Range(0, cuts.Length).Where(v => cuts[v])];
            blocks.Sort(BySizeThenVertices);
            return new BiconnectivityResult(articulation, [.. bridges.OrderBy(b => b.First).ThenBy(b => b.Second)], [.. blocks]);
        }

        private void From(int root)
        {
            int branches = 0;
            Enter(root, -1);
            while (pathLength > 0)
            {
                if (--untilPoll == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    untilPoll = PollEvery;
                }
                int v = path[pathLength - 1];
                if (cursor[v] < rows.Offsets[v + 1])
                {
                    Follow(v, cursor[v]++);
                    continue;
                }
                pathLength--;
                if (pathLength > 0)
                {
                    int parent = path[pathLength - 1];
                    branches += parent == root ? 1 : 0;
                    Leave(parent, v, parent == root);
                }
            }
            cuts[root] = branches > 1;
            waitingCount = 0;
        }

        private void Follow(int v, int arc)
        {
            int u = rows.Neighbors[arc];
            if (order[u] == 0)
            {
                Enter(u, arc);
                return;
            }
            bool toParent = parentArc[v] >= 0 && pathLength > 1 && u == path[pathLength - 2];
            if (toParent && !sawParent[v])
            {
                // The edge by which v was entered. A second one is a parallel and leads back.
                sawParent[v] = true;
                return;
            }
            low[v] = Math.Min(low[v], order[u]);
        }

        private void Enter(int v, int arc)
        {
            order[v] = low[v] = ++visits;
            cursor[v] = rows.Offsets[v];
            parentArc[v] = arc;
            path[pathLength++] = v;
            waiting[waitingCount++] = v;
        }

        private void Leave(int parent, int v, bool parentIsRoot)
        {
            low[parent] = Math.Min(low[parent], low[v]);
            if (low[v] < order[parent])
            {
                return;
            }
            cuts[parent] |= !parentIsRoot;
            if (low[v] > order[parent])
            {
                bridges.Add(new Bridge(Math.Min(parent, v), Math.Max(parent, v), rows.EdgeIds?[parentArc[v]]));
            }
            var block = new List<int> { parent };
            int last;
            do
            {
                last = waiting[--waitingCount];
                block.Add(last);
            }
            while (last != v);
            block.Sort();
            blocks.Add([.. block]);
        }

        private static int BySizeThenVertices(int[] a, int[] b) =>
            a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.AsSpan().SequenceCompareTo(b);
    }
}
