namespace EcosystemGraph.Kernels;

/// <summary>Joins the outgoing and the incoming rows of a directed graph into the rows of an undirected one, a block of vertices at a time.</summary>
internal static class BothWays
{
    public static Adjacency Merge(Adjacency outgoing, Adjacency incoming, KernelContext context)
    {
        int n = outgoing.VertexCount;
        int arcs = outgoing.Neighbors.Length * 2;
        int[] offsets = new int[n + 1];
        int[] neighbors = new int[arcs];
        double[]? weights = outgoing.Weights is null ? null : new double[arcs];
        int[]? edgeIds = outgoing.EdgeIds is null ? null : new int[arcs];
        for (int v = 0; v <= n; v++)
        {
            offsets[v] = outgoing.Offsets[v] + incoming.Offsets[v];
        }
        Blocks.For(context, n, (_, first, last) =>
        {
            for (int v = first; v < last; v++)
            {
                MergeRow(v);
            }
        });
        return new Adjacency(offsets, neighbors, weights, edgeIds);

        void MergeRow(int v)
        {
            int position = offsets[v];
            int o = outgoing.Offsets[v], oEnd = outgoing.Offsets[v + 1];
            int i = incoming.Offsets[v], iEnd = incoming.Offsets[v + 1];
            while (o < oEnd || i < iEnd)
            {
                bool takeOut = i == iEnd || (o < oEnd && Precedes(v, o, i));
                Adjacency side = takeOut ? outgoing : incoming;
                int arc = takeOut ? o++ : i++;
                neighbors[position] = side.Neighbors[arc];
                if (weights is not null)
                {
                    weights[position] = side.Weights![arc];
                }
                if (edgeIds is not null)
                {
                    edgeIds[position] = side.EdgeIds![arc];
                }
                position++;
            }
        }

        bool Precedes(int v, int o, int i)
        {
            int toward = outgoing.Neighbors[o], back = incoming.Neighbors[i];
            if (toward != back)
            {
                return toward < back;
            }

            // Both ends must see their common parallels in one order, or merged weights would differ in the last bits between them.
            return edgeIds is null ? v <= toward : outgoing.EdgeIds![o] <= incoming.EdgeIds![i];
        }
    }
}
