namespace EcosystemGraph.Kernels;

/// <summary>For a source, the sum over targets outside a group of the share of its shortest paths that have a member inside.</summary>
internal abstract class PathsThroughGroup
{
    public static PathsThroughGroup On(CsrGraph graph, bool[] isMember, PathLength length, CancellationToken cancellation) =>
        ArcLengths.Of(graph.Out, length) is null ? new ByLevels(graph.Out, isMember, cancellation) : new ByLengths(graph, isMember, length, cancellation);

    public abstract double From(int source);

    /// <summary>Arcs of length 1: numbers of paths go forward with the search, for a vertex is left when all before it were.</summary>
    private sealed class ByLevels(Adjacency rows, bool[] isMember, CancellationToken cancellation) : PathsThroughGroup
    {
        private readonly int[] level = new int[rows.VertexCount];
        private readonly double[] paths = new double[rows.VertexCount];
        private readonly double[] through = new double[rows.VertexCount];
        private readonly int[] order = new int[rows.VertexCount];

        public override double From(int source)
        {
            Array.Fill(level, -1);
            (level[source], paths[source], through[source], order[0]) = (0, 1, 0, source);
            double sum = 0;
            int count = 1;
            for (int i = 0; i < count; i++)
            {
                if (i % Blocks.Size == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                int u = order[i], next = level[u] + 1;
                double all = paths[u], some = isMember[u] ? all : through[u];
                if (!double.IsFinite(all))
                {
                    throw EightSourceBrandes.TooManyPaths(u);
                }
                sum += isMember[u] ? 0 : some / all;
                foreach (int v in rows.NeighborsOf(u))
                {
                    if (level[v] < 0)
                    {
                        (level[v], paths[v], through[v], order[count++]) = (next, all, some, v);
                    }
                    else if (level[v] == next)
                    {
                        paths[v] += all;
                        through[v] += some;
                    }
                }
            }
            return sum;
        }
    }

    private sealed class ByLengths(CsrGraph graph, bool[] isMember, PathLength length, CancellationToken cancellation) : PathsThroughGroup
    {
        private readonly ShortestPathDag dag = new(graph, length, cancellation);
        private readonly double[] paths = new double[graph.VertexCount];
        private readonly double[] through = new double[graph.VertexCount];

        public override double From(int source)
        {
            dag.Run(source);
            (paths[source], through[source]) = (1, 0);
            double sum = 0;
            for (int i = 1; i < dag.Count; i++)
            {
                int v = dag.VertexAt(i);
                double all = 0, some = 0;
                foreach (int u in dag.PredecessorsAt(i))
                {
                    all += paths[u];
                    some += isMember[u] ? paths[u] : through[u];
                }
                (paths[v], through[v]) = (double.IsFinite(all) ? all : throw EightSourceBrandes.TooManyPaths(v), some);
                sum += isMember[v] ? 0 : some / all;
            }
            return sum;
        }
    }
}
