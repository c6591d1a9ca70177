using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

/// <summary>Everything that gives paths between two vertices, against all paths there are.</summary>
public sealed class VertexPathTests
{
    private static readonly Gen<(EdgeList List, int Source, int Target, PathLength Length, EdgeDirection Direction)> Cases =
        from list in Gen.OneOf(Gens.PositiveWeights, Gens.Of(Gen.Bool, Gen.Int[0, 3].Select(w => w * 0.1), maxVertices: 7)).Where(list => list.N > 0)
        from source in Gen.Int[0, list.N - 1]
        from target in Gen.Int[0, list.N - 1]
        from length in Gen.Enum<PathLength>()
        from direction in Gen.Enum<EdgeDirection>()
        select (list, source, target, length == PathLength.Inverse && list.Weights?.Contains(0) == true ? PathLength.Weight : length, direction);

    [Fact]
    public void The_shortest_path_is_the_first_of_all() => Cases.Sample(
        given =>
        {
            (EdgeList list, int source, int target, PathLength length, EdgeDirection direction) = given;
            VertexPath? expected = InOrder(All(list, source, target, length, direction)).FirstOrDefault();
            Same(expected, ShortestPath.Compute(list.Graph(), source, target, length, direction));
        },
        iter: 2000);

    [Fact]
    public void The_k_shortest_are_the_first_k_of_all() => Gen.Select(Cases, Gen.Int[1, 12]).Sample(
        (given, count) =>
        {
            (EdgeList list, int source, int target, PathLength length, EdgeDirection direction) = given;
            VertexPath[] expected = [.. InOrder(All(list, source, target, length, direction)).Take(count)];
            VertexPath[] actual = KShortestPaths.Compute(list.Graph(), source, target, count, length, direction);
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Same(expected[i], actual[i]);
            }
        },
        iter: 1000);

    [Fact]
    public void Bounded_simple_paths_are_all_up_to_the_bounds() => Gen.Select(Cases, Gen.Int[0, 6], Gen.Int[1, 10]).Sample((given, maxHops, limit) =>
    {
        (EdgeList list, int source, int target, _, EdgeDirection direction) = given;
        VertexPath[] expected = [.. InOrder(All(list, source, target, PathLength.Unweighted, direction).Where(p => p.Hops <= maxHops))];
        (VertexPath[] actual, bool isTruncated) = SimplePaths.Compute(list.Graph(), source, target, maxHops, limit, direction);
        Assert.Equal(expected.Take(limit).Select(p => string.Join(' ', p.Vertices)), actual.Select(p => string.Join(' ', p.Vertices)));
        Assert.All(actual, path => Assert.Equal(path.Hops, path.Length));
        Assert.Equal(expected.Length > limit, isTruncated);
    });

    [Fact]
    public void On_a_large_graph_the_search_from_both_ends_agrees_with_those_from_one()
    {
        CsrGraph graph = BigGraphs.RMat(11, 8000, directed: true, weighted: true);
        for (int i = 0; i < 60; i++)
        {
            int source = i * 31 % 2048, target = i * 97 % 2048;
            int hops = BreadthFirstSearch.Compute(graph, source).Distances[target];
            Assert.Equal(hops, ShortestPath.Compute(graph, source, target)?.Hops ?? -1);
            double? length = Dijkstra.Compute(graph, source).Distances[target];
            VertexPath? path = ShortestPath.Compute(graph, source, target, PathLength.Weight);
            Assert.Equal(length is null, path is null);
            Assert.True(Near.Same(length ?? 0, path?.Length ?? 0, Near.Rounding));
            Same(path, KShortestPaths.Compute(graph, source, target, 3, PathLength.Weight).FirstOrDefault());
        }
    }

    [Fact]
    public void A_hundred_paths_across_a_grid_are_all_of_the_least_length()
    {
        // From corner to corner of 8 × 8 there are 3,432 shortest paths.
        int Vertex(int row, int column) => row * 8 + column;
        var edges = from row in Enumerable.Range(0, 8)
                    from column in Enumerable.Range(0, 8)
                    from step in (int[])[0, 1]
                    where (step == 0 ? row : column) < 7
                    select (Vertex(row, column), step == 0 ? Vertex(row + 1, column) : Vertex(row, column + 1));
        CsrGraph grid = new EdgeList(64, [.. edges], null, false).Graph();
        VertexPath[] paths = KShortestPaths.Compute(grid, 0, 63, 100);
        Assert.All(paths, path => Assert.Equal(14, path.Hops));
        Assert.Equal(100, paths.Select(path => string.Join(' ', path.Vertices)).Distinct().Count());
        SimplePathsResult bounded = SimplePaths.Compute(grid, 0, 63, 14, 100);
        Assert.True(bounded.IsTruncated);
        Assert.Equal(paths.Select(path => string.Join(' ', path.Vertices)), bounded.Paths.Select(path => string.Join(' ', path.Vertices)));
        Assert.Equal((3432, false), SimplePaths.Compute(grid, 0, 63, 14, 3432) is var all ? (all.Paths.Length, all.IsTruncated) : default);
    }

    [Fact]
    public void Arguments_out_of_range_are_refused_and_runs_can_be_cancelled()
    {
        CsrGraph pair = CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]);
        Refusal.Is("BAD_ARGUMENT", "target is 2", () => ShortestPath.Compute(pair, 0, 2));
        Refusal.Is("BAD_ARGUMENT", "is 0", () => ShortestPath.Compute(pair, 0, 1, PathLength.Inverse));
        Refusal.Is("BAD_ARGUMENT", "source is -1", () => KShortestPaths.Compute(pair, -1, 0, 1));
        Refusal.Is("BAD_ARGUMENT", "count is 0", () => KShortestPaths.Compute(pair, 0, 1, 0));
        Refusal.Is("BAD_ARGUMENT", "maxHops is -1", () => SimplePaths.Compute(pair, 0, 1, -1, 1));
        Refusal.Is("BAD_ARGUMENT", "limit is 0", () => SimplePaths.Compute(pair, 0, 1, 1, 0));
        Assert.Null(ShortestPath.Compute(pair, 1, 0));
        Assert.Empty(KShortestPaths.Compute(pair, 1, 0, 3));

        CsrGraph graph = BigGraphs.RMat(10, 8000, directed: false);
        CancelAfter.Proves(context => KShortestPaths.Compute(graph, 0, 1, 50, context: context));
        CancelAfter.Proves(context => SimplePaths.Compute(graph, 0, 1, 9, int.MaxValue, context: context));
        Assert.ThrowsAny<OperationCanceledException>(() => ShortestPath.Compute(graph, 0, 1, context: new KernelContext { Cancellation = new CancellationToken(true) }));
    }

    private static void Same(VertexPath? expected, VertexPath? actual)
    {
        Assert.Equal(expected?.Vertices, actual?.Vertices);
        Assert.True(Near.Same(expected?.Length ?? 0, actual?.Length ?? 0, Near.Rounding));
    }

    /// <summary>Every simple path, by trying all arcs.</summary>
    private static List<VertexPath> All(EdgeList list, int source, int target, PathLength length, EdgeDirection direction)
    {
        var steps = new Dictionary<(int, int), double>();
        foreach ((int from, int to, int edge) in list.Arcs())
        {
            double arc = length switch { PathLength.Unweighted => 1, PathLength.Weight => list.Weight(edge), _ => 1 / list.Weight(edge) };
            foreach ((int, int) step in direction switch
            {
                EdgeDirection.Out => ((int, int)[])[(from, to)],
                EdgeDirection.In => [(to, from)],
                _ => [(from, to), (to, from)],
            })
            {
                steps[step] = Math.Min(arc, steps.GetValueOrDefault(step, double.PositiveInfinity));
            }
        }
        var found = new List<VertexPath>();
        Walk([source], 0);
        return found;

        void Walk(int[] path, double sum)
        {
            if (path[^1] == target)
            {
                found.Add(new VertexPath(path, sum));
                return;
            }
            foreach (((int from, int to), double arc) in steps.Where(step => step.Key.Item1 == path[^1] && !path.Contains(step.Key.Item2)))
            {
                Walk([.. path, to], sum + arc);
            }
        }
    }

    /// <summary>Again and again the first: of those that tie with the least length, by hops and by vertices.</summary>
    private static IEnumerable<VertexPath> InOrder(IEnumerable<VertexPath> paths)
    {
        var left = paths.OrderBy(path => path.Length).ToList();
        while (left.Count > 0)
        {
            double least = left[0].Length;
            VertexPath first = left.TakeWhile(p => p.Length == least || p.Length - least < 1e-10 * (p.Length + least))
                .OrderBy(p => p.Hops).ThenBy(p => string.Concat(p.Vertices.Select(v => (char)('a' + v))), StringComparer.Ordinal).First();
            left.Remove(first);
            yield return first;
        }
    }
}
