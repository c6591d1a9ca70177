namespace EcosystemGraph.Kernels;

/// <summary>
/// Shortest paths to one target from vertices on paths found before, which go round the vertices up to there and leave by other arcs: A*, led by the
/// distances to the target on the whole graph, which are never too long.
/// </summary>
internal sealed class SpurSearch
{
    private const int PollEvery = 1 << 12;

    private readonly Adjacency rows;
    private readonly int target;
    private readonly DijkstraSearch toTarget;
    private readonly CancellationToken cancellation;
    private readonly double[] distances;
    private readonly int[] seenIn;
    private readonly PriorityQueue<int, (double Way, int Vertex)> queue = new();
    private readonly LeastPath leastPath;
    private readonly bool[] isBarred;
    private IReadOnlyCollection<int> barredNext = [];
    private int spur;
    private int run;

    /// <summary>The rows are of a simple graph with lengths.</summary>
    public SpurSearch(Adjacency rows, Adjacency backward, int target, CancellationToken cancellation)
    {
        (this.rows, this.target, this.cancellation) = (rows, target, cancellation);
        toTarget = new DijkstraSearch(backward, backward.Weights!, cancellation);
        toTarget.Run(target);
        distances = new double[rows.VertexCount];
        seenIn = new int[rows.VertexCount];
        isBarred = new bool[rows.VertexCount];
        leastPath = new LeastPath(rows, backward, PathLength.Weight, phases: 1, LeadsOn);
    }

    /// <summary>The first path from the last vertex of a root by (length, hops, vertices), which avoids the others and the given next vertices.</summary>
    public int[]? Find(ReadOnlySpan<int> root, IReadOnlyCollection<int> notNext)
    {
        spur = root[^1];
        barredNext = notNext;
        foreach (int v in root[..^1])
        {
            isBarred[v] = true;
        }
        int[]? path = Search() ? leastPath.Find(spur, target) : null;
        foreach (int v in root[..^1])
        {
            isBarred[v] = false;
        }
        return path;
    }

    /// <summary>Finds the distances of all vertices on shortest paths; whether there is one.</summary>
    private bool Search()
    {
        run++;
        queue.Clear();
        See(spur, 0);
        double least = double.PositiveInfinity;
        int steps = 0;
        while (queue.TryDequeue(out int u, out (double Way, int Vertex) key))
        {
            if (++steps % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            if (key.Way > least && !ArcLengths.Tie(key.Way, least))
            {
                break;
            }
            if (u == target)
            {
                least = Math.Min(least, distances[u]);
                continue;
            }
            if (key.Way > distances[u] + toTarget.Distances[u])
            {
                // Seen on a shorter way since.
                continue;
            }
            for (int arc = rows.Offsets[u]; arc < rows.Offsets[u + 1]; arc++)
            {
                int v = rows.Neighbors[arc];
                double distance = distances[u] + rows.Weights![arc];
                if (MayFollow(u, v) && (seenIn[v] != run || distance < distances[v]))
                {
                    See(v, distance);
                }
            }
        }
        return double.IsFinite(least);
    }

    private void See(int v, double distance)
    {
        double rest = toTarget.Distances[v];
        if (double.IsFinite(rest))
        {
            seenIn[v] = run;
            distances[v] = distance;
            queue.Enqueue(v, (distance + rest, v));
        }
    }

    private bool MayFollow(int u, int v) => !isBarred[v] && v != spur && (u != spur || !barredNext.Contains(v));

    private bool LeadsOn(int u, double length, int v) =>
        seenIn[u] == run && seenIn[v] == run && u != target && MayFollow(u, v) && ArcLengths.Tie(distances[u] + length, distances[v]);
}
