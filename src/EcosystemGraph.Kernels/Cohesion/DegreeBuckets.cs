namespace EcosystemGraph.Kernels;

/// <summary>
/// Vertices, or edges, sorted by what is left of their degree, or support, while the least are taken away; lowering one by 1 swaps it to the start of its
/// bucket. All in O(1).
/// </summary>
internal readonly struct DegreeBuckets
{
    private readonly int[] left;
    private readonly int[] starts;
    private readonly int[] order;
    private readonly int[] position;

    public DegreeBuckets(int[] left)
    {
        this.left = left;
        int most = 0;
        foreach (int degree in left)
        {
            most = Math.Max(most, degree);
        }
        starts = CountingSort.Offsets(most + 1, left);
        order = new int[left.Length];
        position = new int[left.Length];
        int[] cursor = [.. starts];
        for (int v = 0; v < left.Length; v++)
        {
            position[v] = cursor[left[v]]++;
            order[position[v]] = v;
        }
    }

    public int At(int i) => order[i];

    public void Lower(ReadOnlySpan<int> vertices, int core)
    {
        foreach (int u in vertices)
        {
            int degree = left[u];
            if (degree <= core)
            {
                continue;
            }
            int first = starts[degree]++;
            int displaced = order[first];
            order[position[u]] = displaced;
            position[displaced] = position[u];
            order[first] = u;
            position[u] = first;
            left[u] = degree - 1;
        }
    }
}
