namespace EcosystemGraph.Kernels;

/// <summary>A graph of groups.</summary>
/// <param name="Graph">
/// A vertex for each group, those without vertices too; one edge, with the sum of the weights, wherever edges lead from group to group; what stays inside
/// a group is a loop.
/// </param>
/// <param name="Sizes">The number of vertices in each group.</param>
public sealed record QuotientGraphResult(CsrGraph Graph, int[] Sizes);

/// <summary>
/// The quotient graph of an attribute: groups become vertices, parallels add. It is directed if the graph is. Weights are strengths, an edge without one
/// counts 1. Strengths are kept, and so is the modularity of the groups.
/// </summary>
/// <remarks>
/// Time O(n + m) and the sorting of the quotient's edges, space O(n + k) and the quotient for k groups; one thread, sums in the order of the vertices and
/// their arcs. Batagelj, V., Ferligoj, A., Doreian, P. (2005). Generalized Blockmodeling, ch. 1.
/// </remarks>
public static class QuotientGraph
{
    /// <summary>Makes the quotient graph.</summary>
    /// <param name="graph">Any graph.</param>
    /// <param name="groups">The group of each vertex, 0 to <paramref name="groupCount"/> − 1, or −1 for none: it and its edges are left out.</param>
    /// <param name="groupCount">The number of groups, at least 0.</param>
    /// <param name="context">Cancellation; null for the defaults.</param>
    /// <exception cref="KernelException">BAD_ARGUMENT: groups of other vertices, a group out of range, or sums above <see cref="CsrGraph.MaxWeight"/>.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static QuotientGraphResult Compute(CsrGraph graph, ReadOnlySpan<int> groups, int groupCount, KernelContext? context = null)
    {
        int[] group = GroupLabels.Check(graph, groups, groupCount);
        CancellationToken cancellation = (context ?? KernelContext.Default).Cancellation;
        cancellation.ThrowIfCancellationRequested();
        int[] inGroups = [.. Enumerable.Range(0, group.Length).Where(v => group[v] >= 0)];
        int[] starts = CountingSort.Offsets(groupCount, Array.ConvertAll(inGroups, v => group[v]));
        int[] members = new int[inGroups.Length], cursor = starts.AsSpan(0, groupCount).ToArray();
        foreach (int v in inGroups)
        {
            members[cursor[group[v]]++] = v;
        }

        List<int> sources = [], targets = [];
        List<double> weights = [];
        double[] toward = new double[groupCount];
        bool[] isTouched = new bool[groupCount];
        List<int> touched = [];
        for (int g = 0, polled = 0; g < groupCount; g++)
        {
            for (int i = starts[g]; i < starts[g + 1]; i++)
            {
                if (++polled % Blocks.Size == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                Add(members[i]);
            }
            touched.Sort();
            foreach (int h in touched)
            {
                // Without direction an edge across is seen from both ends and kept from one; inside both of its arcs are in the sum.
                if (graph.IsDirected || h >= g)
                {
                    sources.Add(g);
                    targets.Add(h);
                    weights.Add(graph.IsDirected || h != g ? toward[h] : toward[h] / 2);
                }
                toward[h] = 0;
                isTouched[h] = false;
            }
            touched.Clear();
        }
        CsrGraph quotient = CsrGraph.FromEdges(groupCount, [.. sources], [.. targets], graph.IsDirected, [.. weights]);
        return new QuotientGraphResult(quotient, [.. Enumerable.Range(0, groupCount).Select(g => starts[g + 1] - starts[g])]);

        void Add(int v)
        {
            ReadOnlySpan<int> ends = graph.OutNeighbors(v);
            ReadOnlySpan<double> strengths = graph.OutWeights(v);
            for (int k = 0; k < ends.Length; k++)
            {
                int h = group[ends[k]];
                if (h < 0)
                {
                    continue;
                }
                toward[h] += strengths.IsEmpty ? 1 : strengths[k];
                if (!isTouched[h])
                {
                    isTouched[h] = true;
                    touched.Add(h);
                }
            }
        }
    }
}
