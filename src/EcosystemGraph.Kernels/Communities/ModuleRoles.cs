namespace EcosystemGraph.Kernels;

/// <summary>The roles of vertices in a partition.</summary>
/// <param name="Participation">1 − Σ over groups of the squared share of a vertex's strength: 0 if all is in one group. Null for strength 0.</param>
/// <param name="WithinModuleZ">
/// How many standard deviations a vertex's strength inside its group is above the group's mean; 0 where there is no deviation. Null for strength 0.
/// </param>
public sealed record ModuleRolesResult(double?[] Participation, double?[] WithinModuleZ);

/// <summary>
/// Participation coefficient and within-module degree z-score. Direction is ignored, every parallel counts, weights are strengths, loops are dropped. The
/// standard deviation is that of the population, and vertices of strength 0 belong to it.
/// </summary>
/// <remarks>
/// Time O(n + m), space O(n); one thread. Guimerà, R., Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature 433, 895–900.
/// </remarks>
public static class ModuleRoles
{
    /// <summary>Computes both scores.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="partition">A partition of its vertices.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a partition of other vertices.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static ModuleRolesResult Compute(CsrGraph graph, Partition partition, KernelContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(partition);
        PartitionGuard.Check(graph, partition);
        Adjacency rows = graph.Undirected(context).Out;
        int n = graph.VertexCount;
        double[] toward = new double[partition.Count], inside = new double[n];
        double?[] participation = new double?[n], z = new double?[n];
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        for (int v = 0; v < n; v++)
        {
            if (v % Blocks.Size == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            double strength = 0, squares = 0;
            for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
            {
                double weight = rows.Neighbors[arc] == v ? 0 : rows.Weights is null ? 1 : rows.Weights[arc];
                toward[partition.Labels[rows.Neighbors[arc]]] += weight;
                strength += weight;
            }
            inside[v] = toward[partition.Labels[v]];
            foreach (int u in rows.NeighborsOf(v))
            {
                double share = strength == 0 ? 0 : toward[partition.Labels[u]] / strength;
                squares += share * share;
                toward[partition.Labels[u]] = 0;
            }
            participation[v] = strength == 0 ? null : 1 - squares;
        }

        double[] mean = Means(partition, inside);
        double[] variance = Means(partition, [.. inside.Select((x, v) => (x - mean[partition.Labels[v]]) * (x - mean[partition.Labels[v]]))]);
        for (int v = 0; v < n; v++)
        {
            int group = partition.Labels[v];

            // Equal strengths added in another order differ by rounding, which is no deviation.
            double deviation = Math.Sqrt(variance[group]);
            z[v] = participation[v] is null ? null : deviation <= 1e-12 * mean[group] ? 0 : (inside[v] - mean[group]) / deviation;
        }
        return new ModuleRolesResult(participation, z);
    }

    private static double[] Means(Partition partition, double[] values)
    {
        double[] means = new double[partition.Count];
        for (int v = 0; v < values.Length; v++)
        {
            means[partition.Labels[v]] += values[v];
        }
        for (int group = 0; group < means.Length; group++)
        {
            means[group] /= partition.Sizes[group];
        }
        return means;
    }
}
