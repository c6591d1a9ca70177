namespace EcosystemGraph.Kernels;

/// <summary>
/// How well a partition fits a graph. Class M: parallels count, weights are strengths; a loop's weight is inside its group once, and counts 2 in the
/// strength of an undirected vertex.
/// </summary>
/// <remarks>Time O(n + m), space a few doubles a group. One thread; sums run in the order of the vertices and their arcs.</remarks>
public static class PartitionQuality
{
    /// <summary>
    /// Modularity: undirected Σ over groups of e/m − γ(k/2m)², with e the weight inside and k the strength of the group; directed, after Leicht and
    /// Newman, Σ e/m − γ·kᵒᵘᵗ·kⁱⁿ/m².
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="partition">A partition of its vertices.</param>
    /// <param name="resolution">γ, at least 0.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <returns>The modularity; null if the weights sum to 0.</returns>
    /// <exception cref="KernelException">BAD_ARGUMENT: a partition of other vertices, or a resolution out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? Modularity(CsrGraph graph, Partition partition, double resolution = 1, KernelContext? context = null)
    {
        GroupSums sums = GroupSums.Of(graph, partition, context);
        CheckResolution(resolution);
        double m = sums.Total;
        if (m == 0)
        {
            return null;
        }
        double quality = 0;
        for (int group = 0; group < partition.Count; group++)
        {
            quality += sums.Inside[group] / m - resolution * (sums.Out[group] / m) * (sums.In[group] / m);
        }
        return quality;
    }

    /// <summary>The constant Potts model: Σ over groups of e − γ·s(s − 1)/2, with e the weight inside and s the size; s(s − 1) on directed graphs.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="partition">A partition of its vertices.</param>
    /// <param name="resolution">γ, at least 0.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a partition of other vertices, or a resolution out of range.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double ConstantPotts(CsrGraph graph, Partition partition, double resolution, KernelContext? context = null)
    {
        GroupSums sums = GroupSums.Of(graph, partition, context);
        CheckResolution(resolution);
        double quality = 0;
        for (int group = 0; group < partition.Count; group++)
        {
            double size = partition.Sizes[group];
            quality += sums.Inside[group] - resolution * size * (size - 1) / (graph.IsDirected ? 1 : 2);
        }
        return quality;
    }

    /// <summary>The weight inside groups over the weight of all edges; null if that is 0.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="partition">A partition of its vertices.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a partition of other vertices.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double? Coverage(CsrGraph graph, Partition partition, KernelContext? context = null)
    {
        GroupSums sums = GroupSums.Of(graph, partition, context);
        return sums.Total == 0 ? null : sums.Inside.Sum() / sums.Total;
    }

    /// <summary>
    /// The conductance of each group: the weight of the arcs that leave it over the lesser of its volume and that of the rest, a volume being the sum of
    /// out-strengths; null where that is 0.
    /// </summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="partition">A partition of its vertices.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: a partition of other vertices.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static double?[] Conductance(CsrGraph graph, Partition partition, KernelContext? context = null)
    {
        GroupSums sums = GroupSums.Of(graph, partition, context);
        double all = sums.ArcTotal;
        double?[] scores = new double?[partition.Count];
        for (int group = 0; group < scores.Length; group++)
        {
            double volume = Math.Min(sums.ArcOut[group], all - sums.ArcOut[group]);
            scores[group] = volume > 0 ? sums.Cut[group] / volume : null;
        }
        return scores;
    }

    private static void CheckResolution(double resolution)
    {
        if (!(resolution >= 0 && double.IsFinite(resolution)))
        {
            throw KernelException.BadArgument($"resolution is {resolution:R}, expected a finite number of at least 0.");
        }
    }

    /// <summary>The weights of groups, in edges: an undirected group's strength is halved, so that e/m − γ·out·in/m² serves both.</summary>
    private sealed record GroupSums(double[] Inside, double[] Out, double[] In, double Total, double[] ArcOut, double[] Cut, double ArcTotal)
    {
        public static GroupSums Of(CsrGraph graph, Partition partition, KernelContext? context)
        {
            ArgumentNullException.ThrowIfNull(graph);
            ArgumentNullException.ThrowIfNull(partition);
            PartitionGuard.Check(graph, partition);
            int k = partition.Count;
            double[] inside = new double[k], leaving = new double[k], entering = new double[k], cut = new double[k];
            double total = 0;
            Adjacency rows = graph.Out;
            CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
            for (int v = 0; v < graph.VertexCount; v++)
            {
                if (v % Blocks.Size == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                int group = partition.Labels[v];
                for (int arc = rows.Offsets[v]; arc < rows.Offsets[v + 1]; arc++)
                {
                    int other = partition.Labels[rows.Neighbors[arc]];
                    double weight = rows.Weights is null ? 1 : rows.Weights[arc];
                    total += weight;
                    leaving[group] += weight;
                    entering[other] += weight;
                    (other == group ? inside : cut)[group] += weight;
                }
            }
            double edges = graph.IsDirected ? 1 : 0.5;
            return new GroupSums(Scaled(inside, edges), Scaled(leaving, edges), Scaled(entering, edges), total * edges, leaving, cut, total);
        }

        private static double[] Scaled(double[] values, double factor) => Array.ConvertAll(values, value => value * factor);
    }
}
