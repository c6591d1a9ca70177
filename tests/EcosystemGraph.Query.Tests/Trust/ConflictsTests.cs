using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Trust;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Trust;

public sealed class ConflictsTests
{
    [Theory]
    [InlineData("launched", "1800", "1801", true)]
    [InlineData("launched", "1800", "1800-05", false)]
    [InlineData("launched", "[1799..1800]", "1800/1802", false)]
    [InlineData("tons", "100", "100.0", false)]
    [InlineData("tons", "100", "101", true)]
    [InlineData("motto", "Faster!", "faster", false)]
    [InlineData("motto", "Faster", "Slower", true)]
    [InlineData("rig", "BRIG", "SLOOP", true)]
    public void Two_values_of_a_property_conflict_unless_both_can_hold(string property, string one, string other, bool conflict)
    {
        var definition = Fleet.Property(property);
        Assert.True(definition.TryParse(one, out var a, out _) & definition.TryParse(other, out var b, out _));
        var view = Fleet.View(Fleet.Entity("Ship", "s1", properties: (property, a!)), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, ordinal: 1, properties: (property, b!)));
        var found = Find(view);
        Assert.Equal(conflict ? [$"s1.{property}"] : [], found.Select(c => c.Id));
        if (!conflict) return;
        var (kind, type, claims) = (found[0].Kind, found[0].Type, found[0].Claims);
        Assert.Equal((ConflictKind.Property, ConflictType.Contradiction), (kind, type));
        Assert.Equal([(one, "log", true), (other, "almanac", false)], claims.Select(c => (c.Value!, c.Citation.Document, c.Preferred)));
    }

    [Fact]
    public void Names_do_not_conflict_Chinese_names_do_unless_one_contains_the_other()
    {
        Assert.Empty(Find(Fleet.View(Fleet.Entity("Ship", "s1", "Gull", zh: "海鸥"), Fleet.Entity("Ship", "s1", "Seagull", zh: "海鸥号", cite: Fleet.Almanac))));
        Assert.Equal(["s1.nameZh"], Find(Fleet.View(Fleet.Entity("Ship", "s1", zh: "海鸥"), Fleet.Entity("Ship", "s1", zh: "海燕", cite: Fleet.Almanac))).Select(c => c.Id));
    }

    [Fact]
    public void Lists_and_misprints_do_not_conflict() => Assert.Empty(Find(Fleet.View(
        Fleet.Ship("s1", ("flags", new object[] { "red" }), ("motto", "Faster")),
        Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, properties: ("flags", new object[] { "blue" })),
        Fleet.Entity("Ship", "s1", cite: new Citation("log", "page 9"), certainty: Certainty.Misprint, properties: ("motto", "Fester")))));

    [Fact]
    public void What_one_document_asserts_and_another_denies_is_a_conflict()
    {
        var view = Fleet.View(
            Fleet.Ship("s1", ("armed", true)), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, certainty: Certainty.Denied, properties: ("armed", true)),
            Fleet.Entity("Captain", "c1"), Fleet.Relation("c1", "COMMANDS", "s1"), Fleet.Relation("c1", "COMMANDS", "s1", Fleet.Almanac, Certainty.Denied));
        var found = Find(view);
        Assert.Equal(["commands:c1:s1", "s1.armed"], found.Select(c => c.Id));
        Assert.Equal([Polarity.Asserts, Polarity.Denies], found[0].Claims.Select(c => c.Polarity));
        Assert.Equal(("commands", "s1"), (found[0].Property, view.Id(found[0].Claims[0].Entity!.Value)));
        Assert.Equal("s1", Assert.Single(view.Ids(found[0].OtherSubjects)));
        Assert.Equal([("true", Polarity.Asserts), ("true", Polarity.Denies)], found[1].Claims.Select(c => (c.Value!, c.Polarity)));
    }

    [Fact]
    public void A_denial_of_another_value_agrees() => Assert.Empty(Find(Fleet.View(
        Fleet.Ship("s1", ("rig", "BRIG")), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, certainty: Certainty.Denied, properties: ("rig", "SLOOP")))));

    [Fact]
    public void An_entity_that_one_document_denies_is_in_doubt()
    {
        var view = Fleet.View(Fleet.Ship("s1", ("masts", 2)), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, certainty: Certainty.Denied));
        Assert.Equal([("SHIP", Polarity.Asserts), ("SHIP", Polarity.Denies)], Assert.Single(Find(view)).Claims.Select(c => (c.Value!, c.Polarity)));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("1800", "1801", false)]
    [InlineData("1801", "1801", false)]
    [InlineData("1802", "1801", true)]
    public void Two_ends_of_a_field_of_one_conflict_if_they_hold_at_one_time(string? firstUntil, string? secondFrom, bool conflict)
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Port", "kiel"), Fleet.Entity("Port", "riga"),
            Fleet.Relation("s1", "HOME_PORT", "kiel", validTo: firstUntil), Fleet.Relation("s1", "HOME_PORT", "riga", Fleet.Almanac, validFrom: secondFrom));
        var found = Find(view);
        Assert.Equal(conflict ? ["s1.home"] : [], found.Select(c => c.Id));
        if (conflict) Assert.Equal(["kiel", "riga"], view.Ids(found[0].Claims.Select(c => c.Entity!.Value)));
    }

    [Fact]
    public void A_place_and_the_larger_one_around_it_are_one_place_stated_more_and_less_exactly()
    {
        const string sdl = """
            type Firm @node { seat: [Place!]! @relationship(type: "SEAT", direction: OUT) @single @contains }
            type Place @node {
              firms: [Firm!]! @relationship(type: "SEAT", direction: IN) @contains
              partOf: [Place!]! @relationship(type: "PART_OF", direction: OUT) @contains
              parts: [Place!]! @relationship(type: "PART_OF", direction: IN) @contains
            }
            """;
        Fact[] facts =
        [
            Fleet.Entity("Firm", "firm"), Fleet.Entity("Place", "city"), Fleet.Entity("Place", "country"), Fleet.Relation("city", "PART_OF", "country"),
            Fleet.Relation("firm", "SEAT", "city"), Fleet.Relation("firm", "SEAT", "country", Fleet.Almanac),
        ];
        var view = GraphView.Of(Model.Snapshots.GraphSnapshot.Build(new Model.Storage.GraphContent(1, Fleet.Manifest with { Ontology = sdl }, facts)));
        Assert.Empty(Find(view));
    }

    [Theory]
    [InlineData(Qualifier.Exact, 100, null, Qualifier.Exact, 100, false)]
    [InlineData(Qualifier.Exact, 100, null, Qualifier.Exact, 101, true)]
    [InlineData(Qualifier.About, 100, null, Qualifier.Exact, 110, false)]
    [InlineData(Qualifier.About, 100, null, Qualifier.Exact, 111, true)]
    [InlineData(Qualifier.AtLeast, 100, null, Qualifier.Exact, 5000, false)]
    [InlineData(Qualifier.MoreThan, 100, null, Qualifier.Exact, 99, true)]
    [InlineData(Qualifier.AtMost, 100, null, Qualifier.AtLeast, 101, true)]
    [InlineData(Qualifier.LessThan, 100, null, Qualifier.Exact, 7, false)]
    [InlineData(Qualifier.Between, 100, 200, Qualifier.Exact, 150, false)]
    [InlineData(Qualifier.Between, 100, 200, Qualifier.Exact, 201, true)]
    [InlineData(Qualifier.Unquantified, null, null, Qualifier.Exact, 3, false)]
    public void Two_figures_conflict_if_their_intervals_do_not_meet(Qualifier first, int? value, int? high, Qualifier second, int other, bool conflict)
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Figure("s1", "crew", value, "1800", high: high, qualifier: first), Fleet.Figure("s1", "crew", other, "1800", qualifier: second, cite: Fleet.Almanac, ordinal: 1),
            Fleet.Figure("s1", "crew", 7000, "1801"), Fleet.Figure("s1", "crew", 7000, "1800", unit: "kg"));
        var found = Find(view);
        Assert.Equal(conflict ? ["s1.crew..1800.count"] : [], found.Select(c => c.Id));
        if (conflict) Assert.Equal((ConflictKind.Observation, "crew", "crew"), (found[0].Kind, found[0].Indicator, found[0].Property));
    }

    [Fact]
    public void What_an_editor_states_of_a_conflict_that_is_found_is_one_conflict_of_his_id_and_type()
    {
        var view = Fleet.View(
            Fleet.Ship("s1", ("launched", Fleet.Date("1800"))), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, ordinal: 1, properties: ("launched", Fleet.Date("1802"))),
            Fleet.Side("launch-or-trial", "s1", "launched", "1800", ConflictType.Scope, note: "off the slip"),
            Fleet.Side("launch-or-trial", "s1", "launched", "trials in May", ConflictType.Scope, cite: Fleet.Almanac, note: "first trip", ordinal: 1));
        var conflict = Assert.Single(Find(view));
        Assert.Equal(("launch-or-trial", ConflictKind.Property, ConflictType.Scope), (conflict.Id, conflict.Kind, conflict.Type));
        Assert.Equal(["1800", "1802", "trials in May"], conflict.Claims.Select(c => c.Value));
        Assert.Equal("off the slip; first trip", conflict.Note);
    }

    [Fact]
    public void One_side_alone_refines_what_is_found_and_is_nothing_by_itself()
    {
        Fact[] dates = [Fleet.Ship("s1", ("launched", Fleet.Date("1800"))), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, ordinal: 1, properties: ("launched", Fleet.Date("1802")))];
        var side = Fleet.Side("trial", "s1", "launched", "1802", ConflictType.Scope, cite: Fleet.Almanac, note: "the trial");
        var refined = Assert.Single(Find(Fleet.View([.. dates, side])));
        Assert.Equal(("trial", ConflictType.Scope, 2), (refined.Id, refined.Type, refined.Claims.Count));
        Assert.Empty(Find(Fleet.View(dates[0], side)));
    }

    [Fact]
    public void The_words_of_an_editor_join_the_relation_that_they_are_about()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Entity("Port", "kiel", "Kiel"), Fleet.Entity("Port", "riga"),
            Fleet.Relation("s1", "HOME_PORT", "kiel"), Fleet.Relation("s1", "HOME_PORT", "riga", Fleet.Almanac),
            Fleet.Side("home", "s1", "home", "Kiel", ConflictType.Contradiction), Fleet.Side("home", "s1", "home", "sold to Riga", ConflictType.Contradiction, cite: Fleet.Almanac, ordinal: 1));
        var conflict = Assert.Single(Find(view));
        Assert.Equal([("kiel", "Kiel"), ("riga", "sold to Riga")], conflict.Claims.Select(c => (view.Id(c.Entity!.Value), c.Value!)));
    }

    [Fact]
    public void A_figure_that_is_one_side_among_others_keeps_its_own_conflict()
    {
        var view = Fleet.View(
            Fleet.Ship("s1"), Fleet.Figure("s1", "crew", 20, "1800"), Fleet.Figure("s1", "crew", 30, "1800", cite: Fleet.Almanac, ordinal: 1), Fleet.Figure("s1", "crew", 50, "1801"),
            Fleet.Side("crew-grew", "s1", "crew", "20", ConflictType.Scope, "s1.crew..1800.count"), Fleet.Side("crew-grew", "s1", "crew", "50", ConflictType.Scope, "s1.crew..1801.count", Fleet.Almanac, ordinal: 1));
        Assert.Equal(["crew-grew", "s1.crew..1800.count"], Find(view).Select(c => c.Id));
        Assert.All(Find(view), c => Assert.Equal((ConflictKind.Observation, "crew"), (c.Kind, c.Indicator)));
    }

    [Fact]
    public void The_kind_of_a_stated_conflict_is_that_of_what_it_refers_to()
    {
        var view = Fleet.View([
            Fleet.Ship("s1"), Fleet.Entity("Captain", "c1"), Fleet.Relation("c1", "COMMANDS", "s1"), Fleet.Figure("s1", "crew", 20),
            .. Sides("a", "luck", null), .. Sides("b", "captains", null), .. Sides("c", "luck", "commands:c1:s1"), .. Sides("d", "luck", "s1.crew...count"), .. Sides("e", "luck", "derivation:crew-sum"),
        ]);
        Assert.Equal(
            [("a", ConflictKind.Property), ("b", ConflictKind.Relation), ("c", ConflictKind.Relation), ("d", ConflictKind.Observation), ("e", ConflictKind.Derived)],
            Find(view).Select(c => (c.Id, c.Kind)).OrderBy(c => c.Id));

        static IEnumerable<Fact> Sides(string id, string property, string? reference) =>
            [Fleet.Side(id, "s1", property, "good", ConflictType.Contradiction, reference), Fleet.Side(id, "s1", property, "bad", ConflictType.Contradiction, cite: Fleet.Almanac, ordinal: 1)];
    }

    [Fact]
    public void Conflicts_are_chosen_by_subject_property_document_kind_and_type()
    {
        var view = Fleet.View(
            Fleet.Ship("s1", ("masts", 1)), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, properties: ("masts", 2)),
            Fleet.Ship("s2", ("masts", 1), ("rig", "BRIG")), Fleet.Entity("Ship", "s2", cite: new Citation("log", "page 7"), ordinal: 1, properties: [("masts", 3), ("rig", "SLOOP")]));
        Assert.Equal(["s1.masts", "s2.masts", "s2.rig"], Chosen(new ConflictRequest()));
        Assert.Equal(["s1.masts"], Chosen(new ConflictRequest { Subject = view.Index("s1") }));
        Assert.Equal(["s2.rig"], Chosen(new ConflictRequest { Property = "rig" }));
        Assert.Equal(["s1.masts"], Chosen(new ConflictRequest { Document = "almanac" }));
        Assert.Empty(Chosen(new ConflictRequest { Kinds = [ConflictKind.Relation] }));
        Assert.Empty(Chosen(new ConflictRequest { Types = [ConflictType.Scope] }));

        IEnumerable<string> Chosen(ConflictRequest request) => Conflicts.Find(view, request).Select(c => c.Id);
    }

    [Fact]
    public void In_one_document_alone_only_its_own_contradictions_are_left()
    {
        var snapshot = Fleet.Snapshot(Fleet.Ship("s1", ("masts", 1)), Fleet.Entity("Ship", "s1", cite: Fleet.Almanac, properties: ("masts", 2)));
        Assert.Single(Find(GraphView.Of(snapshot)));
        Assert.Empty(Find(GraphView.Of(snapshot, null, ["log"])));
    }

    [Fact]
    public void Every_conflict_has_an_id_of_its_own_and_two_claims_at_least() =>
        GenFleet.Facts.Sample(facts =>
        {
            var found = Find(Fleet.View(facts));
            Assert.Equal(found.Count, found.Select(c => c.Id).Distinct().Count());
            Assert.All(found, c => Assert.True(c.Claims.Count > 1));
        });

    private static IReadOnlyList<ConflictView> Find(GraphView view) => Conflicts.Find(view, new ConflictRequest());
}
