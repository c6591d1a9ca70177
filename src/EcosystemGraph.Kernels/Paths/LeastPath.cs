namespace EcosystemGraph.Kernels;

/// <summary>Whether an arc of a length may follow from one state to another on a shortest path.</summary>
internal delegate bool LeadsOn(int fromState, double length, int toState);

/// <summary>
/// Of all shortest paths the one with the fewest hops, and of those that with the least vertices from the start on. The shortest paths are given as arcs
/// between states, of which a vertex v has one, v, or two, v and n + v, for a path that is found from both ends.
/// </summary>
internal sealed class LeastPath(Adjacency forward, Adjacency backward, PathLength length, int phases, LeadsOn leadsOn)
{
    private readonly Dictionary<int, int> hops = [];

    /// <summary>The path, or null if no arcs lead from the start to the end.</summary>
    public int[]? Find(int start, int end)
    {
        if (!CountHops(start, end))
        {
            return null;
        }
        int n = forward.VertexCount;
        int[] path = new int[hops[start] + 1];
        path[0] = start % n;
        HashSet<int> here = [start], next = [];
        for (int at = 1; at < path.Length; at++)
        {
            int least = int.MaxValue, left = path.Length - 1 - at;
            foreach (int state in here)
            {
                int u = state % n;
                for (int arc = forward.Offsets[u]; arc < forward.Offsets[u + 1]; arc++)
                {
                    int v = forward.Neighbors[arc];
                    for (int phase = 0; phase < phases && v <= least; phase++)
                    {
                        int to = phase * n + v;
                        if (hops.TryGetValue(to, out int toGo) && toGo == left && leadsOn(state, ArcLengths.At(forward, arc, length), to))
                        {
                            if (v < least)
                            {
                                least = v;
                                next.Clear();
                            }
                            next.Add(to);
                        }
                    }
                }
            }
            path[at] = least;
            (here, next) = (next, here);
            next.Clear();
        }
        return path;
    }

    /// <summary>Counts hops back from the end, until the start has a number.</summary>
    private bool CountHops(int start, int end)
    {
        int n = forward.VertexCount;
        hops.Clear();
        hops.Add(end, 0);
        var queue = new Queue<int>([end]);
        while (queue.TryDequeue(out int state))
        {
            if (state == start)
            {
                return true;
            }
            int v = state % n;
            for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
            {
                for (int phase = 0; phase < phases; phase++)
                {
                    int from = phase * n + backward.Neighbors[arc];
                    if (!hops.ContainsKey(from) && leadsOn(from, ArcLengths.At(backward, arc, length), state))
                    {
                        hops.Add(from, hops[state] + 1);
                        queue.Enqueue(from);
                    }
                }
            }
        }
        return false;
    }
}
