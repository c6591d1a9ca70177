namespace EcosystemGraph.Kernels;

/// <summary>One side of a search from both ends: settles vertices in the order of their distance from its end, one at a time.</summary>
internal sealed class HalfSearch
{
    private readonly Adjacency rows;
    private readonly PathLength length;
    private readonly bool[] isSettled;
    private readonly bool[] isSeen;
    private readonly double[] distances;
    private readonly Queue<int>? levels;
    private readonly PriorityQueue<int, double>? heap;

    public HalfSearch(Adjacency rows, PathLength length, int start)
    {
        (this.rows, this.length) = (rows, length);
        int n = rows.VertexCount;
        isSettled = new bool[n];
        isSeen = new bool[n];
        distances = new double[n];
        if (length == PathLength.Unweighted || rows.Weights is null)
        {
            levels = new Queue<int>();
        }
        else
        {
            heap = new PriorityQueue<int, double>();
        }
        See(start, 0);
    }

    /// <summary>The vertices seen and not settled, and some that were settled since.</summary>
    public int Waiting => levels?.Count ?? heap!.Count;

    public bool IsSeen(int vertex) => isSeen[vertex];

    public bool IsSettled(int vertex) => isSettled[vertex];

    /// <summary>Of a vertex that is seen; final once it is settled.</summary>
    public double Distance(int vertex) => distances[vertex];

    /// <summary>The distance of the vertex that is settled next; infinite if none is left.</summary>
    public double Next()
    {
        if (levels is not null)
        {
            return levels.TryPeek(out int first) ? distances[first] : double.PositiveInfinity;
        }
        while (heap!.TryPeek(out int v, out double distance))
        {
            if (!isSettled[v])
            {
                return distance;
            }
            heap.Dequeue();
        }
        return double.PositiveInfinity;
    }

    /// <summary>Settles the next vertex; tells the least length of a path over it and one arc to what the other side has seen.</summary>
    public double SettleNext(HalfSearch other)
    {
        int u = levels?.Dequeue() ?? heap!.Dequeue();
        isSettled[u] = true;
        double least = double.PositiveInfinity;
        for (int arc = rows.Offsets[u]; arc < rows.Offsets[u + 1]; arc++)
        {
            int v = rows.Neighbors[arc];
            double distance = distances[u] + ArcLengths.At(rows, arc, length);
            if (!isSeen[v] || (!isSettled[v] && distance < distances[v]))
            {
                See(v, distance);
            }
            if (other.isSeen[v])
            {
                least = Math.Min(least, distance + other.distances[v]);
            }
        }
        return least;
    }

    private void See(int vertex, double distance)
    {
        isSeen[vertex] = true;
        distances[vertex] = distance;
        levels?.Enqueue(vertex);
        heap?.Enqueue(vertex, distance);
    }
}
