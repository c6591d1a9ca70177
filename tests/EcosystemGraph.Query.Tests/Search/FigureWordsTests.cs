using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class FigureWordsTests
{
    private static readonly GraphView View = Fleet.View(
        Fleet.Entity("Ship", "s1", "Sea Gull", aliases: ["SG"], zh: "海鸥号"), Fleet.Entity("Ship", "s2", "Ocean Queen"), Fleet.Entity("Port", "p1", "Harwich"),
        new IndicatorFact { Id = "crew", Name = "Crew", Definition = "Persons on board" }, new IndicatorFact { Id = "cargo", Name = "Value of cargo" },
        Fleet.Figure("s1", "crew", 20, "1801"), Fleet.Figure("s1", "cargo", 7, "1801-05", unit: "GBP"), Fleet.Figure("s2", "crew", 5, "1802", by: "p1"));

    [Theory]
    [InlineData("crew", "s1.crew..1801.count s2.crew.p1.1802.count", "the indicator")]
    [InlineData("persons gull", "s1.crew..1801.count", "its definition, and the subject")]
    [InlineData("crew harwich", "s2.crew.p1.1802.count", "what it is broken down by")]
    [InlineData("Sea Gull cargo 1801", "s1.cargo..1801-05.GBP", "the period")]
    [InlineData("gbp", "s1.cargo..1801-05.GBP", "the unit")]
    [InlineData("SG crew", "s1.crew..1801.count", "a short name in full")]
    [InlineData("海鸥 crew", "s1.crew..1801.count", "the start of a Chinese name")]
    [InlineData("qeuen crew", "s2.crew.p1.1802.count", "a typo")]
    [InlineData("the crew of the Sea Gull in 1801", "s1.crew..1801.count", "words that only join others aside")]
    [InlineData("gull queen", "", "words of two figures")]
    public void Every_word_stands_somewhere_in_what_a_figure_is_about(string text, string ids, string because) =>
        Assert.True(ids == string.Join(' ', Find(text)), because);

    [Fact]
    public void A_text_without_words_is_refused() => Assert.Equal(QueryErrorCode.BadArgument, Assert.Throws<QueryException>(() => Find("…")).Code);

    private static IEnumerable<string> Find(string text) => ObservationQuery.Run(View, new ObservationFilter { Text = text }, [], PageRequest.Default).Items.Select(o => o.Id);
}
