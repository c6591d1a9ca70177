using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Trust;

namespace EcosystemGraph.Query.Tests.Trust;

public sealed class ClaimsTests
{
    [Fact]
    public void Each_statement_claims_each_property_that_it_fills_at_each_place_that_it_cites()
    {
        var view = Fleet.View(
            Fleet.Entity("Ship", "s1", "Gull", aliases: ["Sea Gull", "The Gull"], note: "as painted", properties: [("masts", 2), ("launched", Fleet.Date("[1800..1802]"))]) with { Citations = [Fleet.Log, new Citation("log", "page 2")] },
            Fleet.Entity("Ship", "s1", "Seagull", Fleet.Almanac, Certainty.Likely, properties: ("masts", 3)));
        var claims = Claims.OfEntity(view, view.Index("s1"));
        Assert.Equal(
            [
                ("name", "Gull", "log#page 1", 1f, true), ("name", "Gull", "log#page 2", 1f, true),
                ("aliases", "Sea Gull|The Gull", "log#page 1", 1f, true), ("aliases", "Sea Gull|The Gull", "log#page 2", 1f, true),
                ("launched", "[1800..1802]", "log#page 1", 1f, true), ("launched", "[1800..1802]", "log#page 2", 1f, true),
                ("masts", "2", "log#page 1", 1f, true), ("masts", "2", "log#page 2", 1f, true),
                ("name", "Seagull", "almanac#table 2", .7f, false), ("masts", "3", "almanac#table 2", .7f, false),
            ],
            claims.Select(c => (c.Property, c.Value!, c.Citation.ToString(), c.Confidence, c.Preferred)));
        Assert.Equal("as painted", claims[0].Note);
        Assert.Equal(["2", "2", "3"], Claims.OfEntity(view, view.Index("s1"), "masts").Select(c => c.Value));
        Assert.Equal(["Seagull", "3"], Claims.OfEntity(view, view.Index("s1"), null, "almanac").Select(c => c.Value));
    }

    [Fact]
    public void The_preferred_claim_is_what_the_graph_shows() =>
        GenFleet.Facts.Sample(facts =>
        {
            var view = Fleet.View(facts);
            foreach (var entity in view.Entities())
            {
                foreach (var claim in Claims.OfEntity(view, entity).Where(c => c.Preferred))
                {
                    var shown = claim.Property switch
                    {
                        "name" => view.Snapshot.Entities.Name(entity),
                        "nameZh" => view.Snapshot.Entities.NameZh(entity),
                        "description" => view.Snapshot.Entities.Description(entity),
                        "aliases" or "kind" => claim.Value,
                        _ => PropertyText.Format(view.Snapshot.Entities.Property(entity, claim.Property)!),
                    };
                    Assert.Equal(shown, claim.Value);
                }
            }
        });

    [Fact]
    public void A_relation_that_is_only_denied_is_not_there_but_its_claim_is()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Captain", "c1"), Fleet.Relation("c1", "COMMANDS", "s1", certainty: Certainty.Denied));
        Assert.Equal(0, view.Snapshot.Relations.Count);
        var ofShip = Assert.Single(Claims.OfEntity(view, view.Index("s1"), "captains"));
        Assert.Equal((Polarity.Denies, "c1", 0f, false), (ofShip.Polarity, view.Id(ofShip.Entity!.Value), ofShip.Confidence, ofShip.Preferred));
        Assert.Equal("s1", view.Id(Assert.Single(Claims.OfEntity(view, view.Index("c1")), c => c.Polarity == Polarity.Denies).Entity!.Value));
    }

    [Fact]
    public void The_claims_of_a_relation_are_that_it_holds_its_properties_and_its_time()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Captain", "c1"),
            Fleet.Relation("c1", "COMMANDS", "s1", validFrom: "1800", properties: ("rank", "MATE")), Fleet.Relation("c1", "COMMANDS", "s1", Fleet.Almanac, Certainty.Denied));
        var relation = view.Snapshot.Relations.Out(view.Index("c1"))[0];
        Assert.Equal(
            [("commands", null, Polarity.Asserts), ("commands", null, Polarity.Denies), ("rank", "MATE", Polarity.Asserts), ("validFrom", "1800", Polarity.Asserts)],
            Claims.OfRelation(view, relation).Select(c => (c.Property, c.Value, c.Polarity)));
        Assert.Equal(
            [("captains", Polarity.Asserts), ("captains", Polarity.Denies)], Claims.OfEntity(view, view.Index("s1"), "captains").Select(c => (c.Property, c.Polarity)));
    }

    [Fact]
    public void A_document_that_lists_the_like_and_leaves_one_out_is_silent()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Side("rank-of-s1", "s1", "rank", "third", ConflictType.Silence), Fleet.Side("rank-of-s1", "s1", "rank", null, ConflictType.Silence, cite: Fleet.Almanac, ordinal: 1));
        var silent = Assert.Single(Claims.OfEntity(view, view.Index("s1"), "rank"));
        Assert.Equal((Polarity.Silent, "almanac", null), (silent.Polarity, silent.Citation.Document, silent.Value));
        Assert.Equal([Polarity.Asserts, Polarity.Silent], Assert.Single(Conflicts.Find(view, new ConflictRequest())).Claims.Select(c => c.Polarity));
    }

    [Theory]
    [InlineData(Qualifier.Exact, 5, null, "5 count")]
    [InlineData(Qualifier.About, 5, null, "~ 5 count")]
    [InlineData(Qualifier.MoreThan, 5, null, "> 5 count")]
    [InlineData(Qualifier.Between, 5, 9, "5–9 count")]
    [InlineData(Qualifier.Unquantified, null, null, "? count")]
    public void A_figure_is_written_with_how_it_is_meant(Qualifier qualifier, int? value, int? high, string text) =>
        Assert.Equal(text, FigureText.Of(Fleet.Figure("s1", "crew", value, high: high, qualifier: qualifier)));
}
