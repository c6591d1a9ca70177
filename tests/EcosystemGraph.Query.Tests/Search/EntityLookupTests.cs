using CsCheck;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class EntityLookupTests
{
    private static GraphView View { get; } = Fleet.View(
        Fleet.Entity("Ship", "most", "Ministry of Science", aliases: ["MOST", "Science Ministry"], zh: "科技部"),
        Fleet.Entity("Ship", "gull", "Sea Gull", aliases: ["360"]),
        Fleet.Entity("Ship", "gull-2", "The Gull", aliases: ["sea-gull"]),
        Fleet.Entity("Ship", "xian", "Xi’an"),
        Fleet.Entity("Ship", "alliance", "Alliance", aliases: ["AIIA", "gull"]));

    [Theory]
    [InlineData("gull", "gull", "an id comes before a name")]
    [InlineData("MOST", "most", "an acronym as it is written")]
    [InlineData("科技部", "most", "a Chinese name")]
    [InlineData("science ministry", "most", "another name, in any case")]
    [InlineData("XI'AN", "xian", "whatever the apostrophe")]
    [InlineData("360", "gull", "a short name as it is written")]
    public void An_entity_is_found_by_its_id_or_by_a_name_that_only_it_has(string text, string id, string because) =>
        Assert.True(EntityLookup.Find(View, text) == View.Index(id), because);

    [Theory]
    [InlineData("aiia", "; did you mean 'alliance'?", "an acronym in another case")]
    [InlineData("ministry", "; did you mean 'most'?", "a part of a name")]
    [InlineData("science yacht", "; did you mean 'most'?", "one of two words")]
    [InlineData("nothing", "", "no name")]
    [InlineData("", "", "nothing at all")]
    public void What_only_resembles_a_name_finds_nothing_and_the_message_says_what_it_resembles(string text, string hint, string because)
    {
        Assert.True(EntityLookup.Find(View, text) is null, because);
        var refused = Assert.Throws<QueryException>(() => EntityLookup.Require(View, text));
        Assert.Equal((QueryErrorCode.NotFound, $"there is no entity '{text}'{hint}"), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_text_too_long_to_be_searched_for_is_not_found_without_a_hint()
    {
        var text = new string('g', 300);
        Assert.Equal($"there is no entity '{text}'", Assert.Throws<QueryException>(() => EntityLookup.Require(View, text)).Message);
    }

    [Fact]
    public void A_name_of_several_is_ambiguous_and_lists_them()
    {
        var refused = Assert.Throws<QueryException>(() => EntityLookup.Find(View, "Sea gull"));
        Assert.Equal((QueryErrorCode.Ambiguous, "'Sea gull' is a name of 2 entities: gull, gull-2"), (refused.Code, refused.Message));
    }

    [Fact]
    public void What_was_not_there_then_is_not_found_and_the_message_says_when()
    {
        var view = GraphView.Of(Fleet.Snapshot(Fleet.Ship("s1", ("launched", Fleet.Date("1850")))), Fleet.Date("1801"));
        Assert.Null(EntityLookup.Find(view, "s1"));
        Assert.Equal("there is no entity 's1' at 1801", Assert.Throws<QueryException>(() => EntityLookup.Require(view, "s1")).Message);
    }

    [Theory]
    [InlineData("N", true)]
    [InlineData("360", true)]
    [InlineData("AIIA", true)]
    [InlineData("HKSAIR", true)]
    [InlineData("Baidu", false)]
    [InlineData("百度", false)]
    [InlineData("A SHIP", false)]
    public void Short_names_and_acronyms_match_exactly_only(string name, bool exactly) => Assert.Equal(exactly, ShortNames.MatchExactlyOnly(name));

    [Fact]
    public void Every_entity_is_found_by_its_id() =>
        GenFleet.Facts.Sample(facts =>
        {
            var view = Fleet.View(facts);
            Assert.All(view.Entities(), e => Assert.Equal(e, EntityLookup.Require(view, view.Id(e))));
        });
}
