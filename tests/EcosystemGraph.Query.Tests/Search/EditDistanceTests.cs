using CsCheck;
using EcosystemGraph.Query.Search;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char['a', 'c'], 0, 6];

    [Fact]
    public void The_bounded_distance_is_the_distance_by_its_definition_up_to_the_bound() =>
        Gen.Select(Word, Word, Gen.Int[0, 3]).Sample((a, b, bound) =>
        {
            var distance = ByDefinition(a, b);
            Assert.Equal(distance <= bound ? distance : -1, EditDistance.Within(a, b, bound));
        });

    [Theory]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("abcd", "abd", 1)]
    [InlineData("abcd", "xabcd", 1)]
    [InlineData("ca", "abc", 3)]
    public void A_swap_of_neighbours_is_one_edit_but_no_place_is_edited_twice(string a, string b, int distance) => Assert.Equal(distance, EditDistance.Within(a, b, 3));

    private static int ByDefinition(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        var least = Math.Min(Math.Min(ByDefinition(a[..^1], b), ByDefinition(a, b[..^1])) + 1, ByDefinition(a[..^1], b[..^1]) + (a[^1] == b[^1] ? 0 : 1));
        if (a.Length > 1 && b.Length > 1 && a[^1] == b[^2] && a[^2] == b[^1]) least = Math.Min(least, ByDefinition(a[..^2], b[..^2]) + 1);
        return least;
    }
}
