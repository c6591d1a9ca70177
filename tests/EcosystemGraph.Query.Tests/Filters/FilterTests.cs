using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Filters;
using EcosystemGraph.Query.Paging;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Filters;

public sealed class FilterTests
{
    private static readonly Gen<string?> AsOf = Gen.OneOf<string?>(null, "1800", "1801-06", "1803");
    private static readonly Gen<string[]> Sources = Gen.OneOf<string[]>([], ["log"], ["almanac"], ["log", "almanac"]);

    [Fact]
    public void A_filter_takes_what_going_over_everything_finds_at_any_date_and_through_any_documents() =>
        Gen.Select(GenFleet.Facts, GenFilter.Any, AsOf, Sources).Sample((facts, filter, asOf, sources) =>
        {
            var snapshot = Fleet.Snapshot(facts);
            var date = asOf is null ? null : Fleet.Date(asOf);
            var naive = new Naive(snapshot, date, sources);
            var view = GraphView.Of(snapshot, date, sources);
            var found = EntityQuery.Run(view, null, filter, [], new PageRequest(1000));

            Assert.Equal(naive.Entities.Where(e => naive.Fits(e, filter)), view.Ids(found.Items));
            Assert.Equal(found.Items.Count, found.TotalCount);
        }, print: t => $"{GenFleet.Text(t.Item1)}\n{GenFilter.Text(t.Item2)}\nas of {t.Item3} in {string.Join(',', t.Item4)}");

    [Fact]
    public void A_view_shows_the_relations_that_hold_then_and_that_its_documents_state() =>
        Gen.Select(GenFleet.Facts, AsOf, Sources).Sample((facts, asOf, sources) =>
        {
            var snapshot = Fleet.Snapshot(facts);
            var date = asOf is null ? null : Fleet.Date(asOf);
            var naive = new Naive(snapshot, date, sources);
            var view = GraphView.Of(snapshot, date, sources);

            Assert.Equal(naive.Entities, view.Ids(view.Entities()));
            var relations = view.Snapshot.Relations;
            Assert.Equal(
                naive.Relations.Select(r => r.Id).Order(StringComparer.Ordinal),
                Enumerable.Range(0, relations.Capacity).Where(view.SeesRelation).Select(relations.Id).Order(StringComparer.Ordinal));
        });

    [Theory]
    [InlineData("gull", "a ship may be sought by a part of her name, in any case", "s1", "s2")]
    [InlineData("ÉTOILE", "accents do not count", "s3")]
    [InlineData("鸥", "Chinese is matched as it stands", "s4")]
    public void Texts_are_matched_in_their_folded_form(string part, string because, params string[] ids)
    {
        var view = Fleet.View(
            Fleet.Entity("Ship", "s1", "Sea Gull"), Fleet.Entity("Ship", "s2", "GULL"), Fleet.Entity("Ship", "s3", "Etoile du Nord"), Fleet.Entity("Ship", "s4", "海鸥号"));
        Assert.True(ids.SequenceEqual(Find(view, new BuiltInFilter(BuiltInField.Name, ValueCondition.Of(ValueOperator.Contains, part)))), because);
    }

    [Fact]
    public void Equality_of_texts_is_exact_but_for_how_accents_are_composed()
    {
        var view = Fleet.View(Fleet.Entity("Ship", "s1", "Étoile"), Fleet.Entity("Ship", "s2", "étoile"));
        Assert.Equal(["s1"], Find(view, new BuiltInFilter(BuiltInField.Name, ValueCondition.Of(ValueOperator.Eq, "E\u0301toile"))));
    }

    [Fact]
    public void A_confidence_is_the_figure_that_it_was_written_as()
    {
        var view = Fleet.View(Fleet.Entity("Ship", "s1", certainty: Certainty.Reported), Fleet.Entity("Ship", "s2"));
        Assert.Equal(["s1"], Find(view, new BuiltInFilter(BuiltInField.Confidence, ValueCondition.Of(ValueOperator.Lte, .8))));
    }

    [Fact]
    public void A_list_can_be_asked_for_one_some_or_all_of_its_items()
    {
        var view = Fleet.View(Fleet.Ship("s1", ("flags", new object[] { "red", "blue" })), Fleet.Ship("s2", ("flags", new object[] { "red" })), Fleet.Ship("s3"));
        Assert.Equal(["s1", "s2"], Flags(ValueOperator.Contains, "red"));
        Assert.Equal(["s1"], Flags(ValueOperator.ContainsAny, new object?[] { "blue", "green" }));
        Assert.Equal(["s1"], Flags(ValueOperator.ContainsAll, new object?[] { "blue", "red" }));
        Assert.Equal(["s2"], Flags(ValueOperator.Eq, new object?[] { "red" }));

        string[] Flags(ValueOperator op, object operand) => Find(view, new AllOf([Ships, new PropertyFilter(Fleet.Property("flags"), ValueCondition.Of(op, operand))]));
    }

    [Fact]
    public void An_entity_is_found_by_its_figures()
    {
        var view = Fleet.View(Fleet.Ship("s1"), Fleet.Ship("s2"), Fleet.Figure("s1", "crew", 20, "1800"), Fleet.Figure("s2", "crew", 5, "1800"), Fleet.Figure("s2", "guns", 20, "1801"));
        var crew = new ObservationFilter { Indicator = [new IndicatorIs([Reference.ToIndicator("crew")])], Value = ValueCondition.Of(ValueOperator.Gte, 10) };
        Assert.Equal(["s1"], Find(view, new ObservedFilter(crew)));
        Assert.Equal(["s2"], Find(view, new ObservedFilter(new ObservationFilter { Period = ValueCondition.Of(ValueOperator.Gt, Fleet.Date("1800")) })));
    }

    [Fact]
    public void A_score_is_compared_and_none_is_null()
    {
        var view = Fleet.View(Fleet.Ship("s1"), Fleet.Ship("s2"), Fleet.Ship("s3"));
        double[] Scores(GraphView v)
        {
            var scores = new double[v.Snapshot.Entities.Capacity];
            Array.Fill(scores, double.NaN);
            scores[v.Index("s1")] = .25;
            scores[v.Index("s2")] = .75;
            return scores;
        }

        Assert.Equal(["s2"], Find(view, new ScoreFilter(Scores, ValueCondition.Of(ValueOperator.Gt, .5m))));
        Assert.Equal(["s3"], Find(view, new AllOf([Ships, new ScoreFilter(Scores, ValueCondition.Of(ValueOperator.Eq, null))])));
    }

    [Theory]
    [InlineData("tons", ValueOperator.Eq, "heavy", "tons: eq is 'heavy'; expected a number")]
    [InlineData("rig", ValueOperator.In, "BRIG", "rig: in is 'BRIG'; expected a list")]
    [InlineData("rig", ValueOperator.Eq, "KETCH", "rig: eq is 'KETCH'; expected one of SLOOP, BRIG, BARQUE")]
    [InlineData("launched", ValueOperator.Gt, "yesterday", "launched: gt is 'yesterday'; expected a date")]
    [InlineData("tons", ValueOperator.StartsWith, "1", "tons: startsWith does not apply to a number")]
    public void An_operand_that_does_not_fit_is_refused_with_what_was_expected(string property, ValueOperator op, object operand, string message)
    {
        var refused = Assert.Throws<QueryException>(() => Find(Fleet.View(), new PropertyFilter(Fleet.Property(property), ValueCondition.Of(op, operand))));
        Assert.Equal((QueryErrorCode.BadArgument, message), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("entity", "there is no entity 'atlantis'")]
    [InlineData("place", "there is no entity 'atlantis'")]
    [InlineData("document", "there is no document 'atlantis'")]
    [InlineData("indicator", "there is no indicator 'atlantis'")]
    public void What_a_filter_names_and_is_not_there_is_not_found(string what, string message)
    {
        var refused = Assert.Throws<QueryException>(() => Find(Fleet.View(Fleet.Ship("s1")), Naming(what, "atlantis")));
        Assert.Equal((QueryErrorCode.NotFound, message), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("entity", "'Twin' is a name of 2 entities: p1, p2")]
    [InlineData("place", "'Twin' is a name of 2 entities: p1, p2")]
    [InlineData("document", "'Twin' is a name of 2 documents: atlas-1, atlas-2")]
    [InlineData("indicator", "'Twin' is a name of 2 indicators: i1, i2")]
    public void A_name_of_several_is_ambiguous_in_a_filter_and_lists_them(string what, string message)
    {
        var view = Fleet.View(
            Fleet.Entity("Port", "p1", "Twin"), Fleet.Entity("Port", "p2", aliases: ["twin"]),
            new IndicatorFact { Id = "i1", Name = "Twin" }, new IndicatorFact { Id = "i2", Name = "twin" });
        if (what == "document") view = Fleet.View(Fleet.Entity("Document", "atlas-1", "Twin"), Fleet.Entity("Document", "atlas-2", "Twin"), Fleet.Entity("Port", "p1", "Twin"));
        var refused = Assert.Throws<QueryException>(() => Find(view, Naming(what, "Twin")));
        Assert.Equal((QueryErrorCode.Ambiguous, message), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_filter_takes_a_name_that_only_one_has_for_its_id()
    {
        var log = new Citation("log", "page 1");
        var view = Fleet.View(
            Fleet.Entity("Document", "log", "Ship's log", cite: log, ordinal: 1, aliases: ["LOG"]),
            Fleet.Entity("Ship", "s1", "Sea Gull", aliases: ["MOST"], zh: "海鸥", cite: Fleet.Almanac), Fleet.Ship("s2"), Fleet.Entity("Port", "p1", "Harwich"),
            Fleet.Entity("Sea", "sea-1", "North Sea"), Fleet.Relation("p1", "LIES_ON", "sea-1"), Fleet.Figure("s2", "crew", 5), Fleet.Figure("s1", "crew-max", 9),
            new IndicatorFact { Id = "crew-max", Name = "Largest crew" });
        Assert.Equal(["s1"], Find(view, Naming("entity", "sea gull")));
        Assert.Equal(["s1"], Find(view, Naming("entity", "MOST")));
        Assert.Equal(["s2"], Find(view, new AllOf([Ships, new Negation(Naming("entity", "海鸥"))])));
        Assert.Equal(["p1", "sea-1"], Find(view, Naming("place", "north sea")));
        Assert.Equal(["s2"], Find(view, new AllOf([Ships, Naming("document", "ship's log")])));
        Assert.Equal(["s1"], Find(view, Naming("indicator", "largest CREW")));
    }

    [Fact]
    public void A_document_and_a_ship_of_one_name_are_told_apart_by_what_is_asked_for()
    {
        var view = Fleet.View(Fleet.Entity("Document", "log", "The Gull", ordinal: 1), Fleet.Entity("Ship", "s1", "The Gull", cite: Fleet.Almanac));
        Assert.Contains("log", Find(view, Naming("document", "the gull")));
        Assert.Equal(QueryErrorCode.Ambiguous, Assert.Throws<QueryException>(() => Find(view, Naming("entity", "the gull"))).Code);
    }

    [Fact]
    public void A_view_of_some_documents_knows_an_entity_by_the_names_that_others_use()
    {
        var snapshot = Fleet.Snapshot(Fleet.Ship("s1"), Fleet.Entity("Ship", "s1", "Gull", cite: Fleet.Almanac, ordinal: 1), Fleet.Entity("Ship", "s2", "Tern", cite: Fleet.Almanac));
        var view = GraphView.Of(snapshot, null, ["log"]);
        Assert.Equal(["s1"], Find(view, Naming("entity", "Gull")));
        Assert.Empty(Find(view, Naming("entity", "Tern")));
    }

    [Fact]
    public void What_a_filter_names_is_looked_up_once_for_a_view()
    {
        var view = Fleet.View(Fleet.Entity("Ship", "s1", "Gull"));
        var asked = new List<GraphView>();
        var reference = new Reference<int?>("Gull", (v, text) =>
        {
            asked.Add(v);
            return EntityLookup.Find(v, text);
        });
        for (var i = 0; i < 3; i++) Assert.Equal(["s1"], Find(view, new IsOneOf([reference])));
        Assert.Equal([view], asked);
        var other = Fleet.View(Fleet.Ship("s0"), Fleet.Entity("Ship", "s1", "Gull"));
        Assert.Equal(["s1"], Find(other, new IsOneOf([reference])));
        Assert.Equal([view, other], asked);
    }

    [Fact]
    public void A_place_that_the_chosen_documents_do_not_know_holds_nothing()
    {
        var snapshot = Fleet.Snapshot(Fleet.Ship("s1"), Fleet.Entity("Sea", "baltic", cite: Fleet.Almanac));
        Assert.Empty(Find(GraphView.Of(snapshot, null, ["log"]), new Within(Reference.ToEntity("baltic"))));
    }

    private static EntityFilter Naming(string what, string text) => what switch
    {
        "entity" => new IsOneOf([Reference.ToEntity(text)]),
        "place" => new Within(Reference.ToEntity(text)),
        "document" => new CitedBy([Reference.ToDocument(text)]),
        _ => new ObservedFilter(new ObservationFilter { Indicator = [new IndicatorIs([Reference.ToIndicator(text)])] }),
    };

    private static KindIs Ships { get; } = new([Fleet.Type("Ship")]);

    private static string[] Find(GraphView view, EntityFilter filter) => view.Ids(EntityQuery.Run(view, null, filter, [], PageRequest.Default).Items);
}
