namespace EcosystemGraph.Kernels;

/// <summary>A spanning forest.</summary>
/// <param name="EdgeIds">Its edges, ascending.</param>
/// <param name="Weight">The sum of their weights; of their number without weights.</param>
public sealed record SpanningForestResult(int[] EdgeIds, double Weight);

/// <summary>
/// A minimum spanning forest: for each component a tree of the least total weight. Direction is ignored; of edges of one weight that with the least id is
/// taken first, so the forest is unique.
/// </summary>
/// <remarks>
/// Kruskal's algorithm. Time O(m log m), space O(n + m); one thread.
/// Kruskal, J. B. (1956). On the shortest spanning subtree of a graph and the traveling salesman problem. Proceedings of the AMS 7, 48–50.
/// </remarks>
public static class SpanningForest
{
    private const int PollEvery = 1 << 16;

    /// <summary>Computes the forest.</summary>
    /// <param name="graph">A graph with edge ids.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: no edge ids.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static SpanningForestResult Compute(CsrGraph graph, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Out.EdgeIds is not int[] ids)
        {
            throw KernelException.BadArgument("The graph has no edge ids, expected a graph made with keepEdgeIds.");
        }
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        int n = graph.VertexCount;
        var keys = new (double Weight, int EdgeId)[ids.Length];
        var ends = new (int Source, int Target)[ids.Length];
        for (int v = 0; v < n; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            for (int arc = graph.Out.Offsets[v]; arc < graph.Out.Offsets[v + 1]; arc++)
            {
                keys[arc] = (graph.Out.Weights?[arc] ?? 1, ids[arc]);
                ends[arc] = (v, graph.Out.Neighbors[arc]);
            }
        }
        Sort(keys, ends, cancellation);
        int[] root = Louvain.Singletons(n);
        var taken = new List<int>();
        double weight = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int a = Root(root, ends[i].Source), b = Root(root, ends[i].Target);
            if (a != b)
            {
                root[Math.Max(a, b)] = Math.Min(a, b);
                taken.Add(keys[i].EdgeId);
                weight += keys[i].Weight;
            }
        }
        taken.Sort();
        return new SpanningForestResult([.. taken], weight);
    }

    /// <summary>Sorts by weight, then by edge id; a long sort is stopped where it compares.</summary>
    private static void Sort((double Weight, int EdgeId)[] keys, (int Source, int Target)[] ends, CancellationToken cancellation)
    {
        int compared = 0;
        try
        {
            Array.Sort(keys, ends, Comparer<(double Weight, int EdgeId)>.Create((a, b) =>
            {
                if (++compared % PollEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                int order = a.Weight.CompareTo(b.Weight);
                return order != 0 ? order : a.EdgeId.CompareTo(b.EdgeId);
            }));
        }
        catch (InvalidOperationException stopped) when (stopped.InnerException is OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static int Root(int[] root, int v)
    {
        while (root[v] != v)
        {
            v = root[v] = root[root[v]];
        }
        return v;
    }
}
