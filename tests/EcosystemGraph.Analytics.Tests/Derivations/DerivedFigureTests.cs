using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Analytics.Tests.Derivations;

/// <summary>Figures that no document states, and that are observations all the same.</summary>
public sealed class DerivedFigureTests
{
    private static Sea Fleet() => new Sea().Document("log").Document("gazette").Indicators("tons", "share", "lead").Lines("north", "south").Coasts("baltic")
        .Figure("north", "tons", 30).Figure("south", "tons", 70, cite: new Citation("gazette", "p. 2"), certainty: Certainty.Likely);

    [Fact]
    public void A_figure_that_nobody_states_is_an_observation_cited_through_its_parts()
    {
        var view = Fleet().Derive("north-share", "north.share.baltic.2001.%", "SHARE", "north.tons...count / {north|south}.tons...count", "of both lines").View();
        var result = Assert.Single(DerivationEvaluator.Run(view));
        var figure = result.Given!;
        Assert.Equal(("north.share.baltic.2001.%", 30m, ObservationNature.Derived, "2001"), (figure.Id, figure.Preferred.Value, figure.Preferred.Nature, figure.Period!.Text));
        Assert.Equal(("north", "baltic", "of both lines"), (view.Id(figure.Subject), view.Id(figure.By), figure.Preferred.Note));
        Assert.Equal(["log#page 1", "gazette#p. 2"], figure.Citations.Select(c => c.ToString()));
        Assert.Equal(.7f, figure.Confidence);
        Assert.Null(result.Stated);
        Assert.Null(result.Difference);
        Assert.Equal([result], DerivationEvaluator.OfObservation(view, figure));
        Assert.Contains(figure, DerivationEvaluator.Figures(view).All);
        Assert.Equal(["north.share.baltic.2001.%", "north.tons...count"], DerivationEvaluator.Figures(view).Of(figure.Subject).Select(o => o.Id));
    }

    [Fact]
    public void One_derivation_reads_what_another_gives_in_whatever_order_they_stand()
    {
        var view = Fleet().Derive("a-lead", "south.lead...%", "DIFF", "south.share...% - north.share...%")
            .Derive("b-north", "north.share...%", "SHARE", "north.tons...count / {north|south}.tons...count")
            .Derive("c-south", "south.share...%", "SHARE", "south.tons...count / {north|south}.tons...count").View();
        Assert.Equal(40, DerivationEvaluator.Run(view)[0].Value);
        Assert.Equal(10, DerivationEvaluator.Derive(view, "DIFF south.lead...% - north.share...%", CancellationToken.None).Value);
    }

    [Fact]
    public void Derivations_that_read_one_another_have_no_figure()
    {
        var view = Fleet().Derive("a", "north.share...%", "SUM", "south.share...% + 1").Derive("b", "south.share...%", "SUM", "north.share...% + 1").View();
        Assert.All(DerivationEvaluator.Run(view), r => Assert.NotNull(r.Undetermined));
        Assert.DoesNotContain(DerivationEvaluator.Figures(view).All, o => o.Indicator == "share");
    }

    [Fact]
    public void A_pattern_with_a_star_reads_stated_figures_only()
    {
        var view = Fleet().Derive("total", "baltic.tons...count", "SUM", "*.tons...count").View();
        Assert.Equal(100, DerivationEvaluator.Run(view)[0].Value);
        Assert.Equal(100, DerivationEvaluator.Derive(view, "SUM *.tons...count", CancellationToken.None).Value);
        Assert.Equal(200, DerivationEvaluator.Derive(view, "SUM *.tons...count + baltic.tons...count", CancellationToken.None).Value);
    }

    [Fact]
    public void Where_somebody_states_the_figure_after_all_the_two_are_compared()
    {
        var view = Fleet().Derive("total", "baltic.tons...count", "SUM", "{north|south}.tons...count").Figure("baltic", "tons", 90).View();
        var result = Assert.Single(DerivationEvaluator.Run(view));
        Assert.False(result.Holds);
        Assert.Equal(("baltic.tons...count", 10m, null), (result.Stated?.Id, result.Difference, result.Given));
        Assert.Single(DerivedConflicts.Find(view));
    }

    [Fact]
    public void A_figure_whose_parts_are_not_seen_is_not_given()
    {
        var sea = Fleet().Derive("total", "baltic.tons...count", "SUM", "{north|south}.tons...count");
        Assert.Null(Assert.Single(DerivationEvaluator.Run(sea.View(null, "log"))).Given);
    }

    [Fact]
    public void Several_checks_of_one_figure_are_all_there()
    {
        var view = Fleet().Figure("baltic", "tons", 100).Check("by-lines", "baltic.tons...count", "SUM", "{north|south}.tons...count")
            .Check("by-hand", "baltic.tons...count", "SUM", "north.tons...count + 60").View();
        var stated = view.Snapshot.Observations.Find("baltic.tons...count")!;
        Assert.Equal([("by-hand", -10m, false), ("by-lines", 0m, true)], DerivationEvaluator.OfObservation(view, stated).Select(d => (d.Id!, d.Difference!.Value, d.Holds)));
    }
}
