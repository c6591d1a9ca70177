namespace EcosystemGraph.Kernels;

/// <summary>One direction of a graph in compressed sparse rows: the arcs of vertex v are those from offsets[v] to offsets[v + 1].</summary>
internal sealed class Adjacency(int[] offsets, int[] neighbors, double[]? weights, int[]? edgeIds)
{
    public readonly int[] Offsets = offsets;
    public readonly int[] Neighbors = neighbors;
    public readonly double[]? Weights = weights;
    public readonly int[]? EdgeIds = edgeIds;

    public int VertexCount => Offsets.Length - 1;

    public int Degree(int vertex) => Offsets[vertex + 1] - Offsets[vertex];

    public ReadOnlySpan<int> NeighborsOf(int vertex) => Neighbors.AsSpan(Offsets[vertex], Degree(vertex));

    public ReadOnlySpan<double> WeightsOf(int vertex) => Weights is null ? default : Weights.AsSpan(Offsets[vertex], Degree(vertex));

    public ReadOnlySpan<int> EdgeIdsOf(int vertex) => EdgeIds is null ? default : EdgeIds.AsSpan(Offsets[vertex], Degree(vertex));

    /// <summary>
    /// The same arcs seen from their other ends, in O(n + m): rows are read in order, so each new row is ordered by neighbour and, among
    /// parallels, as before.
    /// </summary>
    public Adjacency Transpose()
    {
        int n = VertexCount;
        int[] offsets = CountingSort.Offsets(n, Neighbors);
        int[] cursor = offsets.AsSpan(0, n).ToArray();
        int[] neighbors = new int[Neighbors.Length];
        double[]? weights = Weights is null ? null : new double[Neighbors.Length];
        int[]? edgeIds = EdgeIds is null ? null : new int[Neighbors.Length];
        for (int source = 0; source < n; source++)
        {
            for (int arc = Offsets[source]; arc < Offsets[source + 1]; arc++)
            {
                int position = cursor[Neighbors[arc]]++;
                neighbors[position] = source;
                if (weights is not null)
                {
                    weights[position] = Weights![arc];
                }
                if (edgeIds is not null)
                {
                    edgeIds[position] = EdgeIds![arc];
                }
            }
        }
        return new Adjacency(offsets, neighbors, weights, edgeIds);
    }
}
