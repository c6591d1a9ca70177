using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Snapshots;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Search;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Search;

public sealed class EntitySearchTests
{
    private static readonly Gen<string> Query = Gen.OneOf(
        GenFleet.Name, Gen.OneOf("gul", "gull", "guul", "qeuen", "ocean quen", "the ocean", "blackgull", "etoile nord", "海", "中国鸥", "海鸥船", "xian", "hms", "she once", "queen called", "p1"));

    [Fact]
    public void A_search_finds_what_comparing_every_text_finds() =>
        Gen.Select(GenFleet.Facts, Query).Sample((facts, text) =>
        {
            var view = Fleet.View(facts);
            var query = new SearchQuery(text);
            var expected = view.Entities()
                .Select(e => (Entity: e, Score: SearchTexts.Of(view.Snapshot, e).Select(t => MatchScore.Of(query, t)).DefaultIfEmpty(0).Max()))
                .Where(r => r.Score > 0).OrderByDescending(r => r.Score).ThenBy(r => view.Id(r.Entity), StringComparer.Ordinal).ToList();
            var found = EntitySearch.Run(view, text, null, new PageRequest(1000));
            // What no text answers may be answered by some of the words, and then counts less than any text.
            if (expected.Count > 0) Assert.Equal(expected, found.Items.Select(r => (r.Entity, r.Score)));
            else Assert.All(found.Items, r => Assert.InRange(r.Score, double.Epsilon, MatchScore.InSeveralTexts));
            Assert.All(found.Items, r => Assert.InRange(r.Score, double.Epsilon, 1));
        });

    [Fact]
    public void The_index_of_the_next_snapshot_made_from_the_one_before_finds_what_a_new_index_finds() =>
        Gen.Select(GenFleet.Facts, Gen.Select(Gen.OneOf(GenFleet.All).SelectMany(GenFleet.Entity).Array[0, 4], Gen.Int[0, 99].Array[0, 3]).Array[1, 4], Query).Sample((facts, changes, text) =>
        {
            var held = facts.ToDictionary(f => f.Key);
            var snapshot = Fleet.Snapshot(facts);
            foreach (var (added, removed) in changes)
            {
                // The search makes the index that the next one starts from.
                Search(snapshot, text);
                // What the graph cannot do without stays: an entity that others refer to.
                var gone = removed.Select(r => held.Values.ElementAt(r % held.Count)).OfType<EntityStatement>().Where(s => s.Citations[0].Locator != "list").DistinctBy(s => s.Key).ToList();
                var come = added.DistinctBy(s => s.Key).Where(s => gone.TrueForAll(g => g.Key != s.Key)).ToList();
                snapshot = snapshot.Next(come, gone.Concat(come.Where(s => held.ContainsKey(s.Key)).Select(s => held[s.Key])));
                foreach (var fact in gone) held.Remove(fact.Key);
                foreach (var fact in come) held[fact.Key] = fact;
            }

            Assert.Equal(Search(Fleet.Snapshot(held.Values), text), Search(snapshot, text));
        });

    [Fact]
    public void Fuller_matches_come_first()
    {
        var view = Fleet.View(
            Fleet.Entity("Ship", "in-full", "Gull"),
            Fleet.Entity("Ship", "starts", "Gull of Kiel"),
            Fleet.Entity("Ship", "word", "Black Gullwing"),
            Fleet.Entity("Ship", "inside", "Seagull"),
            Fleet.Entity("Ship", "prose", "Albatross", description: "Sister of the Gull."),
            Fleet.Entity("Ship", "typo", "Gulp"),
            Fleet.Entity("Ship", "other", "Falcon"));
        var found = EntitySearch.Run(view, "gull", null, PageRequest.Default);
        Assert.Equal(["in-full", "starts", "word", "inside", "prose", "typo"], view.Ids(found.Items.Select(r => r.Entity)));
        Assert.Equal("Sister of the Gull.", found.Items[4].Matched);
    }

    [Theory]
    [InlineData("Qeuen of the Ocean", "swapped letters")]
    [InlineData("queen ocen", "a lost letter, words left out")]
    [InlineData("ocean queen of", "words in another order")]
    [InlineData("QUEENOFTHEOCEAN", "no blanks")]
    [InlineData("queen", "the first word")]
    public void A_name_is_found_though_it_is_written_otherwise(string text, string how)
    {
        var view = Fleet.View(Fleet.Entity("Ship", "queen", "Queen of the Ocean"), Fleet.Entity("Ship", "gull", "Sea Gull"));
        Assert.True(new[] { "queen" }.SequenceEqual(view.Ids(EntitySearch.Run(view, text, null, PageRequest.Default).Items.Select(r => r.Entity))), how);
    }

    [Theory]
    [InlineData("ocean gull", "gull queen", "half of the words")]
    [InlineData("queen ocean yacht", "queen", "most of the words")]
    [InlineData("yacht of the queen", "queen", "words that only join others aside")]
    [InlineData("the yacht of a captain", "", "none of the words")]
    [InlineData("queen yacht captain", "", "a third of the words")]
    public void Where_no_name_has_all_words_those_with_most_of_them_are_found(string text, string ids, string because)
    {
        var view = Fleet.View(Fleet.Entity("Ship", "queen", "Queen of the Ocean"), Fleet.Entity("Ship", "gull", "Sea Gull"));
        Assert.True(ids == string.Join(' ', view.Ids(EntitySearch.Run(view, text, null, PageRequest.Default).Items.Select(r => r.Entity))), because);
    }

    [Theory]
    [InlineData("人工智能产业发展联盟")]
    [InlineData("中国人工智能联盟")]
    [InlineData("中国人工智能产业发展聯盟")]
    public void A_Chinese_name_is_found_by_a_part_or_with_characters_left_out_or_changed(string text)
    {
        var view = Fleet.View(Fleet.Entity("Ship", "aiia", "Alliance", zh: "中国人工智能产业发展联盟"), Fleet.Entity("Ship", "other", "Other", zh: "海鸥号"));
        var hit = Assert.Single(EntitySearch.Run(view, text, null, PageRequest.Default).Items);
        Assert.Equal(("aiia", "中国人工智能产业发展联盟"), (view.Id(hit.Entity), hit.Matched));
    }

    [Fact]
    public void Acronyms_and_short_other_names_answer_in_full_only()
    {
        var view = Fleet.View(Fleet.Entity("Ship", "usa", "United States", aliases: ["US", "USA"]), Fleet.Entity("Ship", "ustc", "University", aliases: ["USTC"]));
        Assert.Equal(["usa"], Found("us"));
        Assert.Equal(["ustc"], Found("ustc"));
        Assert.Empty(Found("ust"));

        string[] Found(string text) => view.Ids(EntitySearch.Run(view, text, null, PageRequest.Default).Items.Select(r => r.Entity));
    }

    [Fact]
    public void A_misprint_is_searched_for_but_is_nobodys_name()
    {
        var view = Fleet.View(Fleet.Entity("Ship", "gull", "Sea Gull"), Fleet.Entity("Ship", "gull", "Sea Bull", cite: Fleet.Almanac, certainty: Certainty.Misprint));
        Assert.Equal("Sea Bull", Assert.Single(EntitySearch.Run(view, "sea bull", null, PageRequest.Default).Items).Matched);
        Assert.Null(EntityLookup.Find(view, "Sea Bull"));
    }

    [Fact]
    public void Marked_properties_are_searched_others_are_not()
    {
        var view = Fleet.View(Fleet.Entity("Port", "kiel", properties: ("motto", "Gateway to the east")), Fleet.Entity("Ship", "ship", properties: ("motto", "Gateway to the west")));
        Assert.Equal(["kiel"], view.Ids(EntitySearch.Run(view, "gateway", null, PageRequest.Default).Items.Select(r => r.Entity)));
    }

    [Fact]
    public void A_search_keeps_to_kinds_and_to_what_the_view_sees()
    {
        var snapshot = Fleet.Snapshot(
            Fleet.Entity("Ship", "old", "Gull", properties: ("sunk", Fleet.Date("1800"))), Fleet.Entity("Ship", "young", "Gull", properties: ("launched", Fleet.Date("1850"))), Fleet.Entity("Boat", "boat", "Gull"));
        var view = GraphView.Of(snapshot, Fleet.Date("1860"));
        Assert.Equal(["boat", "young"], view.Ids(EntitySearch.Run(view, "gull", null, PageRequest.Default).Items.Select(r => r.Entity)));
        Assert.Equal(["young"], view.Ids(EntitySearch.Run(view, "gull", [Fleet.Type("Ship")], PageRequest.Default).Items.Select(r => r.Entity)));
    }

    [Theory]
    [InlineData("", QueryErrorCode.BadArgument)]
    [InlineData(" –?", QueryErrorCode.BadArgument)]
    public void There_must_be_something_to_search_for(string text, string code) =>
        Assert.Equal(code, Assert.Throws<QueryException>(() => EntitySearch.Run(Fleet.View(), text, null, PageRequest.Default)).Code);

    [Fact]
    public void A_text_may_not_be_endless() =>
        Assert.Equal(QueryErrorCode.LimitExceeded, Assert.Throws<QueryException>(() => EntitySearch.Run(Fleet.View(), new string('a', 257), null, PageRequest.Default)).Code);

    [Fact]
    public void Any_text_is_searched_for_or_refused() =>
        Gen.Select(GenFleet.Facts, Gen.String[0, 30]).Sample((facts, text) =>
        {
            try
            {
                EntitySearch.Run(Fleet.View(facts), text, null, PageRequest.Default);
            }
            catch (QueryException e)
            {
                Assert.Equal(QueryErrorCode.BadArgument, e.Code);
            }
        });

    private static IEnumerable<(string, double, string)> Search(GraphSnapshot snapshot, string text) =>
        EntitySearch.Run(GraphView.Of(snapshot), text, null, new PageRequest(1000)).Items.Select(r => (snapshot.Entities.Id(r.Entity), r.Score, r.Matched));
}
