using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class NeighborSimilarityTests
{
    [Fact]
    public void Every_pair_has_the_score_of_its_sets_of_neighbours() => Gens.Any.Sample(list =>
    {
        HashSet<int>[] sets = [.. Enumerable.Range(0, list.N).Select(v => list.Edges.Where(e => e.S != e.T && (e.S == v || e.T == v)).Select(e => e.S + e.T - v).ToHashSet())];
        (int, int)[] pairs = [.. from u in Enumerable.Range(0, list.N) from v in Enumerable.Range(0, list.N) where u != v select (u, v)];
        foreach (SimilarityMeasure measure in Enum.GetValues<SimilarityMeasure>())
        {
            double[] expected = [.. pairs.Select(pair =>
            {
                (HashSet<int> a, HashSet<int> b) = (sets[pair.Item1], sets[pair.Item2]);
                int[] common = [.. a.Intersect(b)];
                return measure switch
                {
                    SimilarityMeasure.CommonNeighbors => common.Length,
                    SimilarityMeasure.Jaccard => a.Union(b).Any() ? (double)common.Length / a.Union(b).Count() : 0,
                    SimilarityMeasure.AdamicAdar => common.Sum(w => 1 / Math.Log(sets[w].Count)),
                    SimilarityMeasure.ResourceAllocation => common.Sum(w => 1.0 / sets[w].Count),
                    _ => a.Count * b.Count,
                };
            })];
            Near.Equal(expected, NeighborSimilarity.Compute(list.Graph(), pairs, measure), Near.Rounding);
        }
    });

    [Fact]
    public void Pairs_that_are_none_are_refused_by_name()
    {
        CsrGraph graph = CsrGraph.FromEdges(2, [0], [1], directed: true);
        Refusal.Is("BAD_ARGUMENT", "vertex 1 with itself", () => NeighborSimilarity.Compute(graph, [(1, 1)], SimilarityMeasure.Jaccard));
        Refusal.Is("BAD_ARGUMENT", "second is 2", () => NeighborSimilarity.Compute(graph, [(1, 2)], SimilarityMeasure.Jaccard));
    }
}
