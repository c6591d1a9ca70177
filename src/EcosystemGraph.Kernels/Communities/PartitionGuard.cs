namespace EcosystemGraph.Kernels;

/// <summary>Refuses partitions that are not of the graph, or not of the same vertices.</summary>
internal static class PartitionGuard
{
    public static void Check(CsrGraph graph, Partition partition)
    {
        if (partition.Labels.Length != graph.VertexCount)
        {
            throw KernelException.BadArgument(
                $"The partition has {partition.Labels.Length} labels, expected one for each of the {graph.VertexCount} vertices.");
        }
    }

    public static void Check(Partition first, Partition second)
    {
        if (first.Labels.Length != second.Labels.Length)
        {
            throw KernelException.BadArgument(
                $"One partition has {first.Labels.Length} labels and the other {second.Labels.Length}, expected partitions of the same vertices.");
        }
    }
}
