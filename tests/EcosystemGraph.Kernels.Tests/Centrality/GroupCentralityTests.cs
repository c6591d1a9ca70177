using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class GroupCentralityTests
{
    private static readonly Gen<(EdgeList List, int[] Group)> Cases =
        from list in Gens.PositiveWeights.Where(list => list.N > 0)
        from first in Gen.Int[0, list.N - 1]
        from others in Gen.Bool.Array[list.N]
        select (list, (int[])[first, .. Enumerable.Range(0, list.N).Where(v => others[v])]);

    [Fact]
    public void Degree_counts_the_neighbours_outside() => Gen.Select(Cases, Gen.Enum<EdgeDirection>()).Sample((given, direction) =>
    {
        (EdgeList list, int[] group) = given;
        int[] outside = [.. Enumerable.Range(0, list.N).Except(group)];
        bool Joined(int v) => list.Arcs().Any(a =>
            (direction != EdgeDirection.In && a.To == v && group.Contains(a.From)) || (direction != EdgeDirection.Out && a.From == v && group.Contains(a.To)));
        double? actual = GroupCentrality.OfDegree(list.Graph(), group, direction);
        Assert.Equal(outside.Length == 0, actual is null);
        Assert.True(actual is not double x || Near.Same((double)outside.Count(Joined) / outside.Length, x, Near.Rounding));
    });

    [Fact]
    public void Closeness_is_of_the_distance_to_the_nearest_member() => Gen.Select(Cases, Gen.Enum<EdgeDirection>(), Gen.Enum<PathLength>()).Sample((given, direction, length) =>
    {
        (EdgeList list, int[] group) = given;
        EdgeList read = direction switch { EdgeDirection.In => list, EdgeDirection.Out => Reachability.Reversed(list), _ => list with { Directed = false } };
        double[,] d = Reachability.Distances(read, Length(list, length));
        int[] outside = [.. Enumerable.Range(0, list.N).Except(group)];
        double[] nearest = [.. outside.Select(v => group.Min(member => d[v, member])).Where(double.IsFinite)];
        double r = nearest.Length, sum = nearest.Sum();
        double? actual = GroupCentrality.OfCloseness(list.Graph(), group, new ClosenessOptions { Direction = direction, Length = length });
        Assert.Equal(outside.Length == 0, actual is null);
        Assert.True(actual is not double x || Near.Same(sum == 0 ? 0 : r / outside.Length * (r / sum), x, Near.Exact));
    });

    [Fact]
    public void Betweenness_is_the_share_of_shortest_paths_that_have_a_member_inside() => Gen.Select(Cases, Gen.Enum<PathLength>()).Sample(
        (given, length) =>
        {
            (EdgeList list, int[] group) = given;
            Func<int, double>? lengths = Length(list, length);
            double[,] d = Reachability.Distances(list, lengths);
            int[] outside = [.. Enumerable.Range(0, list.N).Except(group)];
            double expected = 0;
            foreach ((int s, int t) in from s in outside from t in outside where s != t && double.IsFinite(d[s, t]) select (s, t))
            {
                (double all, double some) = Walk(list, lengths, d, group, s, t, through: false);
                expected += some / all;
            }
            expected /= list.Directed ? 1 : 2;
            var options = new BetweennessOptions { Length = length };
            Assert.True(Near.Same(expected, GroupCentrality.OfBetweenness(list.Graph(), group, options), Near.Exact));
            double pairs = outside.Length * (outside.Length - 1.0) / (list.Directed ? 1 : 2);
            Assert.True(Near.Same(pairs == 0 ? 0 : expected / pairs, GroupCentrality.OfBetweenness(list.Graph(), group, options with { Normalized = true }), Near.Exact));
        },
        iter: 200);

    [Fact]
    public void A_group_of_one_is_its_vertex() => Gen.Select(Gens.PositiveWeights.Where(list => list.N > 1), Gen.Enum<PathLength>()).Sample((list, length) =>
    {
        CsrGraph graph = list.Graph();
        int v = list.N / 2;
        Assert.True(Near.Same(Betweenness.Compute(graph, new() { Length = length })[v], GroupCentrality.OfBetweenness(graph, [v], new() { Length = length }), Near.Exact));
        Assert.True(Near.Same(Closeness.Compute(graph, new() { Length = length })[v], GroupCentrality.OfCloseness(graph, [v], new() { Length = length })!.Value, Near.Exact));
        Assert.True(Near.Same(Degree.Compute(graph.SimpleUndirected())[v] / (list.N - 1), GroupCentrality.OfDegree(graph, [v])!.Value, Near.Exact));
    });

    [Fact]
    public void Relabelling_changes_nothing_and_neither_does_the_number_of_threads()
    {
        (from given in Cases from names in Gens.Permutation(given.List.N) select (given, names)).Sample(sample =>
        {
            ((EdgeList list, int[] group), int[] names) = sample;
            CsrGraph graph = list.Graph(), other = list.Relabel(names).Graph();
            int[] renamed = [.. group.Select(v => names[v])];
            Assert.True(Near.Same(GroupCentrality.OfBetweenness(graph, group), GroupCentrality.OfBetweenness(other, renamed), Near.Exact));
            Assert.True(Near.Same(GroupCentrality.OfBetweenness(graph, group), GroupCentrality.OfBetweenness(list.WithIsolate().Graph(), group), Near.Exact));
            Assert.True(Near.Same(GroupCentrality.OfCloseness(graph, group) ?? -1, GroupCentrality.OfCloseness(other, renamed) ?? -1, Near.Exact));
            Assert.Equal(GroupCentrality.OfDegree(graph, group), GroupCentrality.OfDegree(other, renamed));
        });
        CsrGraph big = BigGraphs.RMat(9, 3000, directed: true);
        foreach (int threads in (int[])[2, 4])
        {
            Assert.Equal(GroupCentrality.OfBetweenness(big, [1, 5, 9], context: BigGraphs.Threads(1)), GroupCentrality.OfBetweenness(big, [1, 5, 9], context: BigGraphs.Threads(threads)));
        }
        CancelAfter.Proves(context => GroupCentrality.OfBetweenness(big, [1, 5, 9], context: context));
    }

    [Fact]
    public void An_empty_group_and_what_is_no_vertex_are_refused()
    {
        CsrGraph pair = CsrGraph.FromEdges(2, [0], [1], directed: true, [0.0]);
        Refusal.Is("BAD_ARGUMENT", "The group has no vertices", () => GroupCentrality.OfDegree(pair, []));
        Refusal.Is("BAD_ARGUMENT", "group is 2", () => GroupCentrality.OfCloseness(pair, [2]));
        Refusal.Is("BAD_ARGUMENT", "is 0", () => GroupCentrality.OfBetweenness(pair, [1], new BetweennessOptions { Length = PathLength.Weight }));
        Refusal.Is("BAD_ARGUMENT", "is 0", () => GroupCentrality.OfCloseness(pair, [1], new ClosenessOptions { Length = PathLength.Inverse }));
        Assert.Equal(0, GroupCentrality.OfCloseness(pair, [1], new ClosenessOptions { Length = PathLength.Weight }));
        Assert.Null(GroupCentrality.OfDegree(pair, [0, 1]));
    }

    private static Func<int, double>? Length(EdgeList list, PathLength length) => length switch
    {
        PathLength.Weight => list.Weight,
        PathLength.Inverse => edge => 1 / list.Weight(edge),
        _ => null,
    };

    /// <summary>All shortest paths one by one: their number, and the number of those with a member between their ends.</summary>
    private static (double All, double Some) Walk(EdgeList list, Func<int, double>? length, double[,] d, int[] group, int at, int target, bool through)
    {
        if (at == target)
        {
            return (1, through ? 1 : 0);
        }
        (double all, double some) = (0, 0);
        foreach ((int from, int to, int edge) in list.Arcs().Where(a => a.From == at && a.To != at))
        {
            double arc = length?.Invoke(edge) ?? 1, way = arc + d[to, target];
            if (double.IsFinite(way) && Math.Abs(way - d[at, target]) < 1e-10 * (way + d[at, target]))
            {
                (double a, double s) = Walk(list, length, d, group, to, target, through || group.Contains(to));
                (all, some) = (all + a, some + s);
            }
        }
        return (all, some);
    }
}
