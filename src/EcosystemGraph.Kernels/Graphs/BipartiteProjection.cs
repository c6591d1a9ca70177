namespace EcosystemGraph.Kernels;

/// <summary>What an edge of a projection weighs.</summary>
public enum ProjectionWeight
{
    /// <summary>Nothing: the projection has no weights.</summary>
    None,

    /// <summary>The number of neighbours that its ends share.</summary>
    Shared,

    /// <summary>Newman's collaboration: each shared neighbour of k vertices gives 1/(k − 1), so that its share in a vertex's strength is 1.</summary>
    Newman,
}

/// <summary>The projection of a bipartite graph on one of its sides.</summary>
/// <param name="Graph">An undirected simple graph of the kept vertices, joined where they share a neighbour.</param>
/// <param name="Vertices">The vertex of the bipartite graph that each vertex was, ascending.</param>
public sealed record BipartiteProjectionResult(CsrGraph Graph, int[] Vertices);

/// <summary>
/// Projects a bipartite graph on one side: two vertices are joined if they share a neighbour of the other side. Direction is ignored, parallels are merged,
/// weights are not read.
/// </summary>
/// <remarks>
/// Time O(Σ degree² of the other side), space the projection; the same bytes at any number of threads. Borgatti, S. P., Halgin, D. S. (2011). Analyzing
/// affiliation networks, in The SAGE Handbook of Social Network Analysis; Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E
/// 64, 016132.
/// </remarks>
public static class BipartiteProjection
{
    private const int Chunk = 256;

    /// <summary>Projects the graph.</summary>
    /// <param name="graph">A bipartite graph.</param>
    /// <param name="kept">The vertices of one side, isolated ones too; one given twice counts once.</param>
    /// <param name="weight">What an edge weighs.</param>
    /// <param name="context">Threads and cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: one kept that is no vertex, an edge inside a side, or a projection with more edges than an array
    /// holds.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BipartiteProjectionResult Compute(
        CsrGraph graph, ReadOnlySpan<int> kept, ProjectionWeight weight = ProjectionWeight.Shared, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        context ??= KernelContext.Default;
        bool[] isKept = VertexGuard.Members(graph, kept, nameof(kept));
        RequireTwoSides(graph, isKept);
        Adjacency rows = graph.SimpleUndirected(ParallelWeights.None, context).Out;
        int[] vertices = [.. Enumerable.Range(0, isKept.Length).Where(v => isKept[v])];
        int[] number = new int[isKept.Length];
        for (int i = 0; i < vertices.Length; i++)
        {
            number[vertices[i]] = i;
        }

        // Each edge once, from its lesser end; a chunk of vertices is one task with a list of its own.
        var lists = new EdgesFrom[(vertices.Length + Chunk - 1) / Chunk];
        double[][] spaces = new double[context.Threads][];
        Blocks.ForEach(context, lists.Length, (worker, item) =>
        {
            double[] space = spaces[worker] ??= new double[isKept.Length];
            lists[item] = new EdgesFrom();
            for (int i = item * Chunk; i < Math.Min(vertices.Length, (item + 1) * Chunk); i++)
            {
                lists[item].Add(rows, vertices[i], number, weight, space);
            }
        });
        if (lists.Sum(list => (long)list.Sources.Count) is var edges && 2 * edges > CountingSort.MaxArcs)
        {
            throw KernelException.BadArgument($"The projection has {edges} edges, expected at most {CountingSort.MaxArcs / 2}.");
        }
        CsrGraph projection = CsrGraph.FromEdges(
            vertices.Length,
            [.. lists.SelectMany(list => list.Sources)],
            [.. lists.SelectMany(list => list.Targets)],
            directed: false,
            weight == ProjectionWeight.None ? [] : [.. lists.SelectMany(list => list.Weights)]);
        return new BipartiteProjectionResult(projection, vertices);
    }

    private static void RequireTwoSides(CsrGraph graph, bool[] isKept)
    {
        for (int v = 0; v < isKept.Length; v++)
        {
            foreach (int u in graph.OutNeighbors(v))
            {
                if (isKept[u] == isKept[v])
                {
                    throw KernelException.BadArgument(
                        $"An edge joins {v} and {u}, {(isKept[v] ? "both" : "neither")} of them kept, expected edges between the kept side and the other.");
                }
            }
        }
    }

    private sealed class EdgesFrom
    {
        private readonly List<int> touched = [];

        public List<int> Sources { get; } = [];

        public List<int> Targets { get; } = [];

        public List<double> Weights { get; } = [];

        /// <summary>The edges of a vertex to greater ones. The space of zeros is left as it was.</summary>
        public void Add(Adjacency rows, int v, int[] number, ProjectionWeight weight, double[] space)
        {
            foreach (int shared in rows.NeighborsOf(v))
            {
                double gives = weight == ProjectionWeight.Newman ? 1.0 / (rows.Degree(shared) - 1) : 1;
                foreach (int u in rows.NeighborsOf(shared))
                {
                    if (u <= v)
                    {
                        continue;
                    }
                    if (space[u] == 0)
                    {
                        touched.Add(u);
                    }
                    space[u] += gives;
                }
            }
            touched.Sort();
            foreach (int u in touched)
            {
                Sources.Add(number[v]);
                Targets.Add(number[u]);
                Weights.Add(space[u]);
                space[u] = 0;
            }
            touched.Clear();
        }
    }
}
