using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Tests.Support;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class IndicatorSearchTests
{
    private static readonly GraphSnapshot Snapshot = Fleet.Snapshot(
        Indicator("crew", "Crew", "Persons on board, officers among them"),
        Indicator("crew-share", "Share of crew", "Crew out of all seamen of the place named in by"),
        Indicator("cargo-value", "Value of cargo", "Money for which the goods on board were insured"),
        Indicator("guns", "Cannon"),
        Indicator("losses", "Losses", "Ships that did not return"));

    [Theory]
    [InlineData("crew", "crew crew-share", "the name itself, then names that contain it")]
    [InlineData("CREW share", "crew-share", "all words, in any order")]
    [InlineData("cargo-value", "cargo-value", "the id")]
    [InlineData("cagro", "cargo-value", "a typo")]
    [InlineData("officers", "crew", "a word of the definition")]
    [InlineData("goods insured", "cargo-value", "words of the definition")]
    [InlineData("cargo insured", "cargo-value", "one word of the name, one of the definition")]
    [InlineData("cargo insurred", "cargo-value", "one of them with a typo")]
    [InlineData("board", "crew cargo-value", "of two definitions the one of which it is more")]
    [InlineData("guns", "guns", "the id where the name is another")]
    [InlineData("masts", "", "nothing")]
    [InlineData("cargo officers", "cargo-value crew", "one word of two each, where none has both")]
    [InlineData("insured cargo masts", "cargo-value", "most of the words, where none has all")]
    [InlineData("masts sails cargo", "", "a third of the words")]
    [InlineData("the cargo by the officers", "cargo-value crew", "words that only join others aside")]
    public void Indicators_are_found_by_name_id_and_definition_best_first(string text, string ids, string because) =>
        Assert.True(ids == string.Join(' ', Find(text).Select(r => r.Indicator.Id)), because);

    [Fact]
    public void What_matched_is_shown_with_its_score()
    {
        var exact = Find("Crew")[0];
        Assert.Equal(("Crew", 1d), (exact.Matched, exact.Score));
        Assert.Equal("Persons on board, officers among them", Find("officers")[0].Matched);
        Assert.All(new[] { "crew", "cargo insured", "cagro" }, text => Assert.All(Find(text), r => Assert.InRange(r.Score, double.Epsilon, 1)));
    }

    [Fact]
    public void Pages_go_on_where_the_last_one_ended()
    {
        var first = IndicatorSearch.Run(Snapshot, "crew", new PageRequest(1));
        Assert.True(first.HasNextPage);
        var second = IndicatorSearch.Run(Snapshot, "crew", new PageRequest(1, first.Cursors[0]));
        Assert.Equal("crew-share", Assert.Single(second.Items).Indicator.Id);
        Assert.Equal((2, 2), (first.TotalCount, second.TotalCount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    public void A_text_without_words_is_refused(string text) => Assert.Equal(QueryErrorCode.BadArgument, Assert.Throws<QueryException>(() => Find(text)).Code);

    [Fact]
    public void A_new_definition_is_found_in_the_next_revision()
    {
        Assert.Empty(Find("ballast"));
        var next = Snapshot.Next([Indicator("ballast", "Ballast")]);
        Assert.Equal("ballast", Assert.Single(IndicatorSearch.Run(next, "ballast", PageRequest.Default).Items).Indicator.Id);
    }

    private static IndicatorFact Indicator(string id, string name, string? definition = null) => new() { Id = id, Name = name, Definition = definition };

    private static IReadOnlyList<IndicatorResult> Find(string text) => IndicatorSearch.Run(Snapshot, text, PageRequest.Default).Items;
}
