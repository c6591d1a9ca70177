namespace EcosystemGraph.Kernels;

/// <summary>Refuses an argument that is no vertex of the graph.</summary>
internal static class VertexGuard
{
    public static void Check(CsrGraph graph, int vertex, string name)
    {
        if ((uint)vertex >= (uint)graph.VertexCount)
        {
            throw KernelException.BadArgument(graph.VertexCount == 0
                ? $"{name} is {vertex}, but the graph has no vertices."
                : $"{name} is {vertex}, expected a vertex from 0 to {graph.VertexCount - 1}.");
        }
    }

    /// <summary>Which vertices are in a list.</summary>
    public static bool[] Members(CsrGraph graph, ReadOnlySpan<int> vertices, string name)
    {
        bool[] members = new bool[graph.VertexCount];
        foreach (int v in vertices)
        {
            Check(graph, v, name);
            members[v] = true;
        }
        return members;
    }
}
