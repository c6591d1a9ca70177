using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class ReciprocityTests
{
    [Fact]
    public void Each_parallel_is_answered_by_one_of_its_own() => Gens.Any.Sample(list =>
    {
        (int From, int To)[] arcs = [.. list.Arcs().Where(a => a.From != a.To).Select(a => (a.From, a.To))];
        int answered = arcs.Distinct().Sum(a => Math.Min(arcs.Count(b => b == a), arcs.Count(b => b == (a.To, a.From))));
        double? actual = Reciprocity.Compute(list.Graph());
        Assert.Equal(arcs.Length == 0, actual is null);
        Assert.True(actual is not double r || Near.Same((double)answered / arcs.Length, r, Near.Rounding));
        Assert.True(list.Directed || actual is null or 1);
    });
}
