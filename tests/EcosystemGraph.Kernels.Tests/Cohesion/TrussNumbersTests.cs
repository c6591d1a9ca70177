using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class TrussNumbersTests
{
    [Fact]
    public void A_truss_is_what_is_left_when_edges_in_few_triangles_are_taken_away_again_and_again() => Gens.Any.Sample(
        list =>
        {
            static (int, int) Sorted((int S, int T) e) => (Math.Min(e.S, e.T), Math.Max(e.S, e.T));
            HashSet<(int A, int B)> simple = [.. list.Edges.Where(e => e.S != e.T).Select(Sorted)];
            Dictionary<(int, int), int> number = simple.ToDictionary(e => e, _ => 2);
            for (int k = 3; k <= list.N; k++)
            {
                HashSet<(int A, int B)> truss = [.. simple];
                while (truss.RemoveWhere(e => Enumerable.Range(0, list.N).Count(w => truss.Contains(Sorted((e.A, w))) && truss.Contains(Sorted((e.B, w)))) < k - 2) > 0)
                {
                }
                foreach ((int, int) edge in truss)
                {
                    number[edge] = k;
                }
            }
            Assert.Equal(
                list.Edges.Select(e => e.S == e.T ? (int?)null : number[Sorted(e)]), TrussNumbers.Compute(list.Graph(keepEdgeIds: true)));
        },
        iter: 300);

    [Fact]
    public void Without_edge_ids_it_is_refused() =>
        Refusal.Is("BAD_ARGUMENT", "no edge ids", () => TrussNumbers.Compute(CsrGraph.FromEdges(2, [0], [1], directed: true)));
}
