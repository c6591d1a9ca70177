namespace EcosystemGraph.Kernels;

/// <summary>A colouring of an undirected graph, whose loops do not count: each vertex in turn takes the least colour that no neighbour has. O(n + m).</summary>
internal static class GreedyColouring
{
    /// <summary>The vertices of each colour, ascending.</summary>
    public static int[][] Classes(Adjacency rows)
    {
        int n = rows.VertexCount;
        int[] colour = new int[n], takenBy = new int[n + 1];
        Array.Fill(takenBy, -1);
        int count = 0;
        for (int v = 0; v < n; v++)
        {
            foreach (int u in rows.NeighborsOf(v))
            {
                if (u < v)
                {
                    takenBy[colour[u]] = v;
                }
            }
            while (takenBy[colour[v]] == v)
            {
                colour[v]++;
            }
            count = Math.Max(count, colour[v] + 1);
        }
        int[] starts = CountingSort.Offsets(count, colour);
        int[][] classes = new int[count][];
        for (int c = 0; c < count; c++)
        {
            classes[c] = new int[starts[c + 1] - starts[c]];
        }
        int[] filled = new int[count];
        for (int v = 0; v < n; v++)
        {
            classes[colour[v]][filled[colour[v]]++] = v;
        }
        return classes;
    }
}
