namespace EcosystemGraph.Kernels;

/// <summary>The groups that a caller gives vertices, by an attribute: 0 to the number of groups − 1, and −1 for a vertex without a value.</summary>
internal static class GroupLabels
{
    public const int None = -1;

    /// <summary>A copy of the labels, which are checked.</summary>
    /// <exception cref="KernelException">BAD_ARGUMENT: another number of labels than vertices, or a label out of range.</exception>
    public static int[] Check(CsrGraph graph, ReadOnlySpan<int> groups, int groupCount)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (groupCount < 0)
        {
            throw KernelException.BadArgument($"groupCount is {groupCount}, expected at least 0.");
        }
        if (groups.Length != graph.VertexCount)
        {
            throw KernelException.BadArgument($"There are {groups.Length} groups, expected one for each of the {graph.VertexCount} vertices.");
        }
        for (int v = 0; v < groups.Length; v++)
        {
            if (groups[v] < None || groups[v] >= groupCount)
            {
                throw KernelException.BadArgument(groupCount == 0
                    ? $"The group of vertex {v} is {groups[v]}, expected -1 for none, as groupCount is 0."
                    : $"The group of vertex {v} is {groups[v]}, expected 0 to {groupCount - 1}, or -1 for none.");
            }
        }
        return groups.ToArray();
    }
}
