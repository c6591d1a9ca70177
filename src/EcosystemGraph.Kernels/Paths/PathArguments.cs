namespace EcosystemGraph.Kernels;

/// <summary>What the searches for paths between two vertices have in common.</summary>
internal static class PathArguments
{
    /// <summary>The graph whose outgoing arcs are followed.</summary>
    public static CsrGraph Check(CsrGraph graph, int source, int target, PathLength length, EdgeDirection direction, KernelContext? context)
    {
        ArgumentNullException.ThrowIfNull(graph);
        VertexGuard.Check(graph, source, nameof(source));
        VertexGuard.Check(graph, target, nameof(target));
        if (length == PathLength.Inverse)
        {
            ArcLengths.RequirePositive(graph, length, "inverse lengths");
        }
        (context ?? KernelContext.Default).Cancellation.ThrowIfCancellationRequested();
        return graph.Toward(direction, context);
    }

    /// <summary>The path with its length, added from the source on.</summary>
    public static VertexPath Measure(Adjacency rows, PathLength length, int[] vertices)
    {
        double sum = 0;
        for (int i = 1; i < vertices.Length; i++)
        {
            double shortest = double.PositiveInfinity;
            int row = rows.Offsets[vertices[i - 1]];
            int at = rows.NeighborsOf(vertices[i - 1]).BinarySearch(vertices[i]);
            for (int k = at; k >= 0 && rows.Neighbors[row + k] == vertices[i]; k--)
            {
                shortest = Math.Min(shortest, ArcLengths.At(rows, row + k, length));
            }
            for (int arc = row + at + 1; arc < rows.Offsets[vertices[i - 1] + 1] && rows.Neighbors[arc] == vertices[i]; arc++)
            {
                shortest = Math.Min(shortest, ArcLengths.At(rows, arc, length));
            }
            sum += shortest;
        }
        return new VertexPath(vertices, sum);
    }
}
