using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class ConflictSearchTests
{
    private static readonly GraphView View = Fleet.View(
        Fleet.Entity("Ship", "s1", "Sea Gull"), Fleet.Entity("Ship", "s2", "Ocean Queen"), Fleet.Entity("Port", "p1", "Harwich"), Fleet.Entity("Captain", "c1", "Hornblower"),
        new IndicatorFact { Id = "crew", Name = "Crew", Definition = "Persons on board" },
        Fleet.Figure("s1", "crew", 20, "1801"), Fleet.Figure("s2", "crew", 5, "1802", by: "p1"), Fleet.Relation("c1", "COMMANDS", "s2"),
        Fleet.Side("complement", "s1", "crew", "twenty hands", ConflictType.Scope, "s1.crew..1801.count"),
        Fleet.Side("complement", "s1", "crew", "five, those ashore left out", ConflictType.Scope, "s2.crew.p1.1802.count", Fleet.Almanac, ordinal: 1),
        Fleet.Side("first-voyage", "s2", "voyage", "to Riga", ConflictType.Contradiction, "commands:c1:s2"),
        Fleet.Side("first-voyage", "s2", "voyage", "to Kiel", ConflictType.Contradiction, cite: Fleet.Almanac, note: "from a diary", ordinal: 1));

    [Theory]
    [InlineData("gull", "complement", "its subject")]
    [InlineData("queen", "complement first-voyage", "its subject, or that of a figure that a side refers to")]
    [InlineData("harwich", "complement", "by what such a figure is broken down")]
    [InlineData("hornblower", "first-voyage", "an end of a relation that a side refers to")]
    [InlineData("hronblower", "first-voyage", "a typo in a name")]
    [InlineData("persons ashore", "complement", "the definition of the indicator, and a value")]
    [InlineData("diary", "first-voyage", "a note")]
    [InlineData("voyage", "first-voyage", "the property")]
    [InlineData("which was the first voyage of the Queen", "first-voyage", "words that only join others aside")]
    [InlineData("queen hands", "complement", "all words before most of them")]
    [InlineData("hornblower diary mutiny", "first-voyage", "most of the words where nothing has all")]
    [InlineData("queen mutiny trial", "", "one word in three")]
    [InlineData("mutiny", "", "none")]
    public void Conflicts_are_found_by_words_of_what_they_are_about_and_what_they_say(string text, string ids, string because) =>
        Assert.True(ids == string.Join(' ', Find(text)), $"{because}: {string.Join(' ', Find(text))}");

    [Fact]
    public void A_text_without_words_is_refused() => Assert.Equal(QueryErrorCode.BadArgument, Assert.Throws<QueryException>(() => Find("…").ToList()).Code);

    private static IEnumerable<string> Find(string text) => ConflictSearch.Choose(View, text, Conflicts.Find(View, new ConflictRequest())).Select(c => c.Id);
}
