using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class AssortativityTests
{
    [Fact]
    public void Of_groups_it_is_Newmans_formula_over_the_mixing_matrix() => Gen.Select(GroupedGraph.Any, Gen.Bool).Sample((given, weighted) =>
    {
        double[,] mixing = given.Mixing(weighted);
        int[] all = [.. Enumerable.Range(0, GroupedGraph.Count)];
        double total = mixing.Cast<double>().Sum();
        double inside = all.Sum(g => mixing[g, g]) / total;
        double expected = all.Sum(g => all.Sum(h => mixing[g, h]) / total * (all.Sum(h => mixing[h, g]) / total));
        bool isDefined = total > 0 && !all.Any(g => mixing[g, g] == total);
        double? actual = Assortativity.OfGroups(given.List.Graph(), given.Groups, GroupedGraph.Count, weighted);
        Assert.Equal(isDefined, actual is not null);
        Assert.True(!isDefined || Near.Same((inside - expected) / (1 - expected), actual!.Value, Near.Exact));
    });

    [Fact]
    public void Of_numbers_and_of_degree_it_is_the_correlation_over_the_arcs() =>
        (from list in Gens.Any
         from values in Gen.OneOf(Gen.Const((double?)null), Gen.Int[-2, 2].Select(x => (double?)(x / 10.0))).Array[list.N]
         from weighted in Gen.Bool
         select (list, values, weighted)).Sample(given =>
         {
             (EdgeList list, double?[] values, bool weighted) = given;
             var arcs = list.Arcs().ToList();
             Same(
                 Correlation([.. arcs.Where(a => values[a.From] is not null && values[a.To] is not null)
                     .Select(a => (values[a.From]!.Value, values[a.To]!.Value, weighted ? list.Weight(a.Edge) : 1))]),
                 Assortativity.OfValues(list.Graph(), values, weighted));
             double Out(int v) => arcs.Count(a => a.From == v);
             double In(int v) => arcs.Count(a => a.To == v);
             Same(Correlation([.. arcs.Select(a => (Out(a.From), In(a.To), 1.0))]), Assortativity.OfDegree(list.Graph()));
         });

    [Fact]
    public void Relabelling_and_an_isolated_vertex_change_nothing() =>
        (from given in GroupedGraph.Any from names in Gens.Permutation(given.List.N) select (given, names)).Sample(sample =>
        {
            static double?[] Of(GroupedGraph g) =>
            [
                Assortativity.OfGroups(g.List.Graph(), g.Groups, GroupedGraph.Count),
                Assortativity.OfDegree(g.List.Graph()),
                Assortativity.OfValues(g.List.Graph(), [.. g.Groups.Select(x => (double?)x)]),
            ];
            double?[] before = Of(sample.given);
            foreach (double?[] after in (double?[][])[Of(sample.given.Relabel(sample.names)), Of(sample.given.WithIsolate())])
            {
                Assert.Equal(before.Select(x => x is null), after.Select(x => x is null));
                Near.Equal([.. before.Select(x => x ?? 0)], [.. after.Select(x => x ?? 0)], Near.Exact);
            }
        });

    [Fact]
    public void Like_with_like_is_1_unlike_minus_1_and_what_does_not_vary_has_none()
    {
        CsrGraph pairs = CsrGraph.FromEdges(4, [0, 2], [1, 3], directed: false);
        Assert.Equal(1, Assortativity.OfGroups(pairs, [0, 0, 1, 1], 2));
        Assert.Equal(-1, Assortativity.OfGroups(pairs, [0, 1, 0, 1], 2));
        Assert.Equal(1, Assortativity.OfValues(pairs, [0.1, 0.1, 7, 7])!.Value, 12);
        Assert.Null(Assortativity.OfGroups(pairs, [0, 0, 0, 0], 1));
        Assert.Null(Assortativity.OfValues(pairs, [0.1, 0.1, 0.1, 0.1]));
        Assert.Null(Assortativity.OfDegree(pairs));
        Assert.Equal(-1, Assortativity.OfDegree(CsrGraph.FromEdges(4, [0, 0, 0], [1, 2, 3], directed: false))!.Value, 12);
        Refusal.Is("BAD_ARGUMENT", "There are 1 values", () => Assortativity.OfValues(pairs, [1]));
        Refusal.Is("BAD_ARGUMENT", "value of vertex 2 is NaN", () => Assortativity.OfValues(pairs, [1, 2, double.NaN, 4]));
    }

    private static void Same(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Near.Same(expected.Value, actual!.Value, 1e-7), $"expected {expected}, got {actual}");
    }

    /// <summary>By decimals and expectations, E[xy] − E[x]E[y].</summary>
    private static double? Correlation((double X, double Y, double Weight)[] terms)
    {
        decimal total = terms.Sum(t => (decimal)t.Weight);
        if (total == 0)
        {
            return null;
        }
        decimal Mean(Func<(double X, double Y, double Weight), decimal> f) => terms.Sum(t => (decimal)t.Weight * f(t)) / total;
        decimal x = Mean(t => (decimal)t.X), y = Mean(t => (decimal)t.Y);
        decimal varianceX = Mean(t => (decimal)t.X * (decimal)t.X) - x * x, varianceY = Mean(t => (decimal)t.Y * (decimal)t.Y) - y * y;
        return varianceX < 1e-20m || varianceY < 1e-20m
            ? null
            : (double)(Mean(t => (decimal)t.X * (decimal)t.Y) - x * y) / Math.Sqrt((double)varianceX * (double)varianceY);
    }
}
