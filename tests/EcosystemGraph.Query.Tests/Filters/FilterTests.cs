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
        var crew = new ObservationFilter { Indicator = ValueCondition.Of(ValueOperator.Eq, "crew"), Value = ValueCondition.Of(ValueOperator.Gte, 10) };
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

    [Fact]
    public void A_place_or_document_that_is_not_there_is_not_found()
    {
        var view = Fleet.View(Fleet.Ship("s1"));
        Assert.Equal(QueryErrorCode.NotFound, Assert.Throws<QueryException>(() => Find(view, new Within("atlantis"))).Code);
        Assert.Equal(QueryErrorCode.NotFound, Assert.Throws<QueryException>(() => Find(view, new CitedBy(["atlas"]))).Code);
    }

    [Fact]
    public void A_place_that_the_chosen_documents_do_not_know_holds_nothing()
    {
        var snapshot = Fleet.Snapshot(Fleet.Ship("s1"), Fleet.Entity("Sea", "baltic", cite: Fleet.Almanac));
        Assert.Empty(Find(GraphView.Of(snapshot, null, ["log"]), new Within("baltic")));
    }

    private static KindIs Ships { get; } = new([Fleet.Type("Ship")]);

    private static string[] Find(GraphView view, EntityFilter filter) => view.Ids(EntityQuery.Run(view, null, filter, [], PageRequest.Default).Items);
}
