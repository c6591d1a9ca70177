namespace EcosystemGraph.Kernels;

/// <summary>
/// Dijkstra's algorithm on rows with lengths, again and again from other sources in the same memory. Vertices are settled in the order of
/// (distance, number), which makes everything that hangs on the order deterministic.
/// </summary>
internal sealed class DijkstraSearch
{
    private const int Arity = 4;
    private const int PollEvery = 1 << 14;

    private readonly Adjacency rows;
    private readonly double[] lengths;
    private readonly CancellationToken cancellation;
    private readonly int[] heap;
    private readonly int[] place;
    private int heapCount;

    public DijkstraSearch(Adjacency rows, double[] lengths, CancellationToken cancellation)
    {
        this.rows = rows;
        this.lengths = lengths;
        this.cancellation = cancellation;
        int n = rows.VertexCount;
        Distances = new double[n];
        Position = new int[n];
        Settled = new int[n];
        heap = new int[n];
        place = new int[n];
        Array.Fill(Distances, double.PositiveInfinity);
        Array.Fill(Position, -1);
        Array.Fill(place, -1);
    }

    /// <summary>Infinite where no path leads.</summary>
    public double[] Distances { get; }

    /// <summary>The place of each vertex in <see cref="Settled"/>, −1 where no path leads.</summary>
    public int[] Position { get; }

    /// <summary>The vertices reached, in the order of (distance, number); the first <see cref="SettledCount"/> count.</summary>
    public int[] Settled { get; }

    public int SettledCount { get; private set; }

    /// <summary>Whether u was settled, and before v.</summary>
    public bool Precedes(int u, int v) => (uint)Position[u] < (uint)Position[v];

    /// <summary>Searches from a source, up to a target if one is given (≥ 0).</summary>
    public void Run(int source, int target = -1)
    {
        Reset();
        Start(source);
        Settle(target);
    }

    /// <summary>Searches from several distinct sources at once: the distance is that to the nearest.</summary>
    public void RunFrom(ReadOnlySpan<int> sources)
    {
        Reset();
        foreach (int source in sources)
        {
            Start(source);
        }
        Settle(-1);
    }

    private void Reset()
    {
        for (int i = 0; i < SettledCount; i++)
        {
            Forget(Settled[i]);
        }
        for (int i = 0; i < heapCount; i++)
        {
            Forget(heap[i]);
        }
        SettledCount = heapCount = 0;
    }

    private void Start(int source)
    {
        Distances[source] = 0;
        Push(source);
    }

    private void Settle(int target)
    {
        while (heapCount > 0)
        {
            int u = Pop();
            Position[u] = SettledCount;
            Settled[SettledCount++] = u;
            if (u == target)
            {
                return;
            }
            if (SettledCount % PollEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            for (int arc = rows.Offsets[u]; arc < rows.Offsets[u + 1]; arc++)
            {
                int v = rows.Neighbors[arc];
                double distance = Distances[u] + lengths[arc];
                if (Position[v] < 0 && distance < Distances[v])
                {
                    Distances[v] = distance;
                    Push(v);
                }
            }
        }
    }

    private void Forget(int v)
    {
        Distances[v] = double.PositiveInfinity;
        Position[v] = place[v] = -1;
    }

    private bool Before(int u, int v) => Distances[u] < Distances[v] || (Distances[u] == Distances[v] && u < v);

    private void Push(int v)
    {
        int at = place[v] >= 0 ? place[v] : heapCount++;
        while (at > 0)
        {
            int above = (at - 1) / Arity;
            if (!Before(v, heap[above]))
            {
                break;
            }
            Put(heap[above], at);
            at = above;
        }
        Put(v, at);
    }

    private int Pop()
    {
        int first = heap[0], last = heap[--heapCount];
        int at = 0;
        while (heapCount > 0)
        {
            int child = at * Arity + 1, best = -1;
            for (int c = child; c < Math.Min(child + Arity, heapCount); c++)
            {
                best = best < 0 || Before(heap[c], heap[best]) ? c : best;
            }
            if (best < 0 || !Before(heap[best], last))
            {
                break;
            }
            Put(heap[best], at);
            at = best;
        }
        Put(last, at);
        place[first] = -1;
        return first;
    }

    private void Put(int v, int at)
    {
        heap[at] = v;
        place[v] = at;
    }
}
