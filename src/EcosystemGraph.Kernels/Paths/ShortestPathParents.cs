namespace EcosystemGraph.Kernels;

/// <summary>Shortest-path parents from distances alone: they hang on no order of a search.</summary>
internal static class ShortestPathParents
{
    private const int None = -1;

    private const int Waiting = -2;

    public static int[] Of(KernelContext context, Adjacency backward, double[] lengths, double[] distances, int source)
    {
        int[] parents = new int[distances.Length];
        Blocks.For(context, parents.Length, (_, from, to) =>
        {
            for (int v = from; v < to; v++)
            {
                parents[v] = v == source || double.IsPositiveInfinity(distances[v]) ? None : Nearer(backward, lengths, distances, v);
            }
        });

        // What arcs of length 0 alone lead to hangs on what has a parent already, one such arc further in each round.
        var waiting = Enumerable.Range(0, parents.Length).Where(v => parents[v] == Waiting).ToList();
        while (waiting.Count > 0)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var found = waiting.Select(v => (Vertex: v, Parent: AsNear(backward, lengths, distances, parents, v))).Where(pair => pair.Parent >= 0).ToList();
            if (found.Count == 0)
            {
                throw KernelException.BadArgument(
                    $"No arc leads to vertex {waiting[0]} at distance {distances[waiting[0]]:R}, expected the distances of this graph, source, length and direction.");
            }
            foreach ((int vertex, int parent) in found)
            {
                parents[vertex] = parent;
            }
            waiting.RemoveAll(v => parents[v] != Waiting);
        }
        return parents;
    }

    private static int Nearer(Adjacency backward, double[] lengths, double[] distances, int v)
    {
        for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
        {
            int u = backward.Neighbors[arc];
            if (distances[u] < distances[v] && ArcLengths.Tie(distances[u] + lengths[arc], distances[v]))
            {
                return u;
            }
        }
        return Waiting;
    }

    private static int AsNear(Adjacency backward, double[] lengths, double[] distances, int[] parents, int v)
    {
        for (int arc = backward.Offsets[v]; arc < backward.Offsets[v + 1]; arc++)
        {
            int u = backward.Neighbors[arc];
            if (distances[u] == distances[v] && parents[u] != Waiting && ArcLengths.Tie(distances[u] + lengths[arc], distances[v]))
            {
                return u;
            }
        }
        return Waiting;
    }
}
