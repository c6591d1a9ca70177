using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class BipartiteProjectionTests
{
    /// <summary>Edges either way round between the first few vertices and the rest, with parallels.</summary>
    private static readonly Gen<(EdgeList List, int Left)> Bipartite =
        from left in Gen.Int[1, 6]
        from right in Gen.Int[1, 6]
        from edges in Gen.Select(Gen.Int[0, left - 1], Gen.Int[left, left + right - 1], Gen.Bool).Array[0, 20]
        from directed in Gen.Bool
        select (new EdgeList(left + right, [.. edges.Select(e => e.Item3 ? (e.Item1, e.Item2) : (e.Item2, e.Item1))], null, directed), left);

    [Fact]
    public void Vertices_are_joined_by_the_neighbours_that_they_share() => Gen.Select(Bipartite, Gen.Enum<ProjectionWeight>(), Gen.Bool).Sample((given, weight, keepRight) =>
    {
        (EdgeList list, int left) = given;
        int[] kept = [.. Enumerable.Range(0, list.N).Where(v => v >= left == keepRight)];
        HashSet<(int, int)> joined = [.. list.Edges, .. list.Edges.Select(e => (e.T, e.S))];
        int[] Shared(int u, int v) => [.. Enumerable.Range(0, list.N).Where(x => joined.Contains((u, x)) && joined.Contains((v, x)))];
        double Degree(int x) => joined.Count(e => e.Item1 == x);
        (CsrGraph graph, int[] vertices) = BipartiteProjection.Compute(list.Graph(), kept, weight);
        Assert.Equal(kept, vertices);
        Assert.Equal(weight != ProjectionWeight.None && graph.EdgeCount > 0, graph.HasWeights);
        double[,] actual = new double[kept.Length, kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            for (int k = 0; k < graph.OutDegree(i); k++)
            {
                actual[i, graph.OutNeighbors(i)[k]] += graph.HasWeights ? graph.OutWeights(i)[k] : 1;
            }
        }
        double[] expected =
        [
            .. from u in kept
               from v in kept
               let shared = u == v ? [] : Shared(u, v)
               select weight switch
               {
                   ProjectionWeight.None => shared.Length > 0 ? 1 : 0,
                   ProjectionWeight.Shared => shared.Length,
                   _ => shared.Sum(x => 1 / (Degree(x) - 1)),
               },
        ];
        Near.Equal(expected, [.. actual.Cast<double>()], Near.Rounding);
    });

    [Fact]
    public void The_same_edges_at_any_number_of_threads()
    {
        CsrGraph random = BigGraphs.RMat(10, 6000, directed: true);
        int n = random.VertexCount;
        (int S, int T)[] edges = [.. from v in Enumerable.Range(0, n) from u in random.OutNeighbors(v).ToArray() select (v, n + u)];
        CsrGraph graph = new EdgeList(2 * n, edges, null, true).Graph();
        CsrGraph one = BipartiteProjection.Compute(graph, [.. Enumerable.Range(0, n)], ProjectionWeight.Newman, BigGraphs.Threads(1)).Graph;
        foreach (int threads in (int[])[2, 4])
        {
            CsrGraph many = BipartiteProjection.Compute(graph, [.. Enumerable.Range(0, n)], ProjectionWeight.Newman, BigGraphs.Threads(threads)).Graph;
            Near.SameBytes(Degree.Strength(one), Degree.Strength(many));
            Assert.Equal(one.Out.Neighbors, many.Out.Neighbors);
        }
    }

    [Fact]
    public void An_edge_inside_a_side_is_refused()
    {
        CsrGraph path = CsrGraph.FromEdges(3, [0, 1], [1, 2], directed: false);
        Refusal.Is("BAD_ARGUMENT", "joins 0 and 1, both", () => BipartiteProjection.Compute(path, [0, 1]));
        Refusal.Is("BAD_ARGUMENT", "joins 1 and 2, neither", () => BipartiteProjection.Compute(path, [0]));
        Refusal.Is("BAD_ARGUMENT", "joins 0 and 0", () => BipartiteProjection.Compute(CsrGraph.FromEdges(1, [0], [0], directed: true), [0]));
        Refusal.Is("BAD_ARGUMENT", "kept is 3", () => BipartiteProjection.Compute(path, [3]));
    }
}
