using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class PartitionQualityTests
{
    private static readonly Gen<(EdgeList List, Partition Partition, double Resolution)> Cases =
        from list in Gens.Any
        from labels in Gen.Int[0, 3].Array[list.N]
        from resolution in Gen.Double[0, 3]
        select (list, Partition.From(labels), resolution);

    [Fact]
    public void Modularity_is_the_sum_over_pairs_of_what_exceeds_expectation() => Cases.Sample(given =>
    {
        (EdgeList list, Partition partition, double resolution) = given;
        double[,] a = list.Matrix();
        int[] all = [.. Enumerable.Range(0, list.N)];
        double arcs = a.Cast<double>().Sum();
        double expected = (from i in all
                           from j in all
                           where partition.Labels[i] == partition.Labels[j]
                           select a[i, j] - resolution * all.Sum(k => a[i, k]) * all.Sum(k => a[k, j]) / arcs).Sum() / arcs;
        double? actual = PartitionQuality.Modularity(list.Graph(), partition, resolution);
        Assert.Equal(arcs == 0, actual is null);
        Assert.True(actual is not double q || Near.Same(expected, q, Near.Rounding));
    });

    [Fact]
    public void Coverage_and_the_Potts_model_count_the_edges_inside() => Cases.Sample(given =>
    {
        (EdgeList list, Partition partition, double resolution) = given;
        double inside = 0, total = 0;
        for (int e = 0; e < list.Edges.Length; e++)
        {
            total += list.Weight(e);
            inside += partition.Labels[list.Edges[e].S] == partition.Labels[list.Edges[e].T] ? list.Weight(e) : 0;
        }
        double? coverage = PartitionQuality.Coverage(list.Graph(), partition);
        Assert.Equal(total == 0, coverage is null);
        Assert.True(coverage is not double c || Near.Same(inside / total, c, Near.Rounding));
        double pairs = partition.Sizes.Sum(s => s * (s - 1.0)) / (list.Directed ? 1 : 2);
        Assert.True(Near.Same(inside - resolution * pairs, PartitionQuality.ConstantPotts(list.Graph(), partition, resolution), Near.Rounding));
    });

    [Fact]
    public void Conductance_is_what_leaves_over_the_lesser_volume() => Cases.Sample(given =>
    {
        (EdgeList list, Partition partition, _) = given;
        double?[] actual = PartitionQuality.Conductance(list.Graph(), partition);
        for (int group = 0; group < partition.Count; group++)
        {
            var arcs = list.Arcs().Select(a => (Inside: partition.Labels[a.From] == group, Leaves: partition.Labels[a.To] != group, Weight: list.Weight(a.Edge))).ToList();
            double volume = Math.Min(arcs.Where(a => a.Inside).Sum(a => a.Weight), arcs.Where(a => !a.Inside).Sum(a => a.Weight));
            if (volume > 1e-9)
            {
                Assert.True(Near.Same(arcs.Where(a => a.Inside && a.Leaves).Sum(a => a.Weight) / volume, actual[group]!.Value, Near.Exact));
            }
            else
            {
                Assert.True(actual[group] is null || list.Weights is not null);
            }
        }
    });

    [Fact]
    public void Partitions_of_other_vertices_and_wild_resolutions_are_refused()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Refusal.Is("BAD_ARGUMENT", "has 1 labels", () => PartitionQuality.Modularity(graph, Partition.From([0])));
        Refusal.Is("BAD_ARGUMENT", "resolution is -1", () => PartitionQuality.Modularity(graph, Partition.From([0, 1]), -1));
        Refusal.Is("BAD_ARGUMENT", "resolution is NaN", () => PartitionQuality.ConstantPotts(graph, Partition.From([0, 1]), double.NaN));
    }
}
