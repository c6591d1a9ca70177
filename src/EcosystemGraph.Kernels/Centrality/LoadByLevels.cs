namespace EcosystemGraph.Kernels;

/// <summary>
/// The load of one source where all arcs have length 1, again and again in the same memory: the search counts how many come before each vertex, and on the
/// way back every vertex takes its parts from those behind it.
/// </summary>
internal sealed class LoadByLevels(Adjacency simple, CancellationToken cancellation)
{
    private readonly int[] level = Unreached(simple.VertexCount);
    private readonly int[] branches = new int[simple.VertexCount];
    private readonly double[] part = new double[simple.VertexCount];
    private readonly int[] order = new int[simple.VertexCount];
    private int count;

    /// <summary>Adds to the sums what passes through each vertex on its way to the source.</summary>
    public void Run(int source, double[] sums)
    {
        Search(source);
        for (int i = count - 1; i > 0; i--)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int u = order[i], behind = level[u] + 1;
            double passing = 0;
            foreach (int v in simple.NeighborsOf(u))
            {
                if (level[v] == behind)
                {
                    passing += part[v];
                }
            }
            sums[u] += passing;
            part[u] = (passing + 1) / branches[u];
        }
    }

    private void Search(int source)
    {
        foreach (int v in order.AsSpan(0, count))
        {
            level[v] = -1;
        }
        level[source] = 0;
        order[0] = source;
        count = 1;
        for (int i = 0; i < count; i++)
        {
            if (i % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            int u = order[i], next = level[u] + 1;
            foreach (int v in simple.NeighborsOf(u))
            {
                if (level[v] < 0)
                {
                    level[v] = next;
                    branches[v] = 1;
                    order[count++] = v;
                }
                else if (level[v] == next)
                {
                    branches[v]++;
                }
            }
        }
    }

    private static int[] Unreached(int n)
    {
        int[] levels = new int[n];
        Array.Fill(levels, -1);
        return levels;
    }
}
