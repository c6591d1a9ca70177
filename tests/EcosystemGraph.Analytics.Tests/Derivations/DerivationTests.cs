using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Analytics.Tests.Derivations;

public sealed class DerivationTests
{
    private static Sea Fleet() => new Sea().Indicators("tons", "share", "growth", "fleet", "rank", "score").Lines("north", "south", "east").Ships("ada", "bella", "cora")
        .Ports("kiel", "lund").Coasts("baltic").Ties("kiel -PART_OF-> baltic", "ada -MOORED_IN-> kiel", "bella -MOORED_IN-> baltic", "cora -MOORED_IN-> lund")
        .Ties("ada -SAILS_FOR-> north", "bella -SAILS_FOR-> north", "cora -SAILS_FOR-> south")
        .Figure("north", "tons", 30, period: "2001").Figure("south", "tons", 70, period: "2001").Figure("baltic", "tons", 100, period: "2001");

    [Theory]
    [InlineData("SUM", "north.tons..2001.count + south.tons..2001.count", 100, 100, true)]
    [InlineData("SUM", "{north|south}.tons..2001.count", 100, 100, true)]
    [InlineData("SUM", "{*rth|south}.tons..2001.count", 99, 100, false)]
    [InlineData("DIFF", "south.tons..2001.count - north.tons..2001.count", 40, 40, true)]
    [InlineData("SHARE", "north.tons..2001.count / baltic.tons..2001.count", 30, 30, true)]
    [InlineData("SHARE", "north.tons..2001.count / south.tons..2001.count", 43, 42.857143, false)]
    [InlineData("RATIO", "north.tons..2001.count / 20", 1.5, 1.5, true)]
    [InlineData("COUNT", "Ship", 3, 3, true)]
    [InlineData("COUNT", "Place", 2, 3, false)]
    [InlineData("COUNT", "SAILS_FOR where to = north", 2, 2, true)]
    [InlineData("COUNT", "SAILS_FOR where to is Line", 3, 3, true)]
    [InlineData("COUNT", "SAILS_FOR where to = {nor*|south} and from = ada", 1, 1, true)]
    [InlineData("COUNT", "SAILS_FOR where from MOORED_IN baltic", 2, 2, true)]
    [InlineData("COUNT", "{north|south|baltic}.tons..2001.count where value = 70", 1, 1, true)]
    [InlineData("COUNT", "*.tons..2001.count", 2, 3, false)]
    public void A_figure_is_recomputed_and_compared(string rule, string parts, decimal stated, decimal computed, bool holds)
    {
        var result = Only(Fleet().Figure("east", "fleet", stated).Check("it", "east.fleet...count", rule, parts, tolerance: .01m));
        Assert.Equal(computed, result.Value);
        Assert.Equal(holds, result.Holds);
        Assert.Equal($"{rule} {parts}", result.Expression);
        Assert.Equal("east.fleet...count", result.Stated?.Id);
        Assert.Null(result.Undetermined);
    }

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(0.2, true)]
    public void A_difference_within_the_tolerance_is_agreement(decimal tolerance, bool holds) =>
        Assert.Equal(holds, Only(Fleet().Figure("east", "share", 42.7m).Check("it", "east.share...count", "SHARE", "north.tons..2001.count / south.tons..2001.count", tolerance)).Holds);

    [Theory]
    [InlineData(Qualifier.About, 95, null, true)]
    [InlineData(Qualifier.About, 80, null, false)]
    [InlineData(Qualifier.MoreThan, 90, null, true)]
    [InlineData(Qualifier.AtLeast, 101, null, false)]
    [InlineData(Qualifier.AtMost, 99, null, false)]
    [InlineData(Qualifier.LessThan, 200, null, true)]
    [InlineData(Qualifier.Between, 90, 110, true)]
    [InlineData(Qualifier.Between, 101, 110, false)]
    public void What_is_stated_vaguely_is_refuted_only_beyond_what_it_allows(Qualifier qualifier, int value, int? high, bool holds) =>
        Assert.Equal(holds, Only(Fleet().Figure("east", "fleet", value, high: high, qualifier: qualifier).Check("it", "east.fleet...count", "SUM", "{north|south}.tons..2001.count")).Holds);

    [Fact]
    public void A_sum_of_what_is_more_than_something_has_no_figure_but_a_bound()
    {
        var sea = Fleet().Figure("east", "tons", 50, period: "2001", qualifier: Qualifier.MoreThan).Figure("east", "fleet", 140).Check("it", "east.fleet...count", "SUM", "*st.tons..2001.count + 100");
        var result = Only(sea);
        Assert.Null(result.Value);
        Assert.False(result.Holds);
        Assert.True(Only(Fleet().Figure("east", "tons", 30, period: "2001", qualifier: Qualifier.MoreThan).Figure("east", "fleet", 140)
            .Check("it", "east.fleet...count", "SUM", "*st.tons..2001.count + 100")).Holds);
    }

    [Theory]
    [InlineData("SUM", "{north|west}.tons..2001.count", "'west.tons..2001.count'")]
    [InlineData("SUM", "north.tons..2001.count + unknown.*..2001.count", "'unknown.*..2001.count'")]
    [InlineData("COUNT", "FEEDS", "nothing to count")]
    [InlineData("RATIO", "north.tons..2001.count / 0", "divided")]
    [InlineData("SUM", "79e27 + north.tons..2001.count", "too large")]
    [InlineData("SUM", "east.score...count + 1", "names no figure")]
    public void What_cannot_be_computed_disagrees_with_nothing_and_says_why(string rule, string parts, string reason)
    {
        var result = Only(Fleet().Figure("east", "fleet", 5).Figure("east", "score", null, qualifier: Qualifier.Unquantified).Figure("south", "score", 79228162514264337593543950335m)
            .Check("it", "east.fleet...count", rule, parts.Replace("79e27", "south.score...count", StringComparison.Ordinal)));
        Assert.True(result.Holds);
        Assert.Null(result.Value);
        Assert.Contains(reason, result.Undetermined, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_can_be_checked_in_place_of_an_observation()
    {
        var result = Only(Fleet().Check("whole", "100", "SUM", "{north|south}.tons..2001.count"));
        Assert.True(result.Holds);
        Assert.Equal((100m, 100m, null), (result.Expected, result.Value, result.Stated));
        Assert.False(Only(Fleet().Check("whole", "99", "SUM", "{north|south}.tons..2001.count")).Holds);
    }

    [Fact]
    public void Ranks_must_follow_the_figures_behind_them()
    {
        var sea = Fleet().Figure("north", "rank", 1, "rank").Figure("south", "rank", 2, "rank").Figure("east", "rank", 7, "rank")
            .Figure("north", "score", 50).Figure("south", "score", 50).Figure("east", "score", 60).Check("order", "*.rank...rank", "ORDER", "*.score...count");
        var results = DerivationEvaluator.Run(sea.View());
        Assert.Equal(["east 7 → 1", "north 1 → 2", "south 2 → 2"],
            results.Select(r => $"{r.Stated!.Preferred.Subject} {r.Stated.Preferred.Value} → {r.Value}"));
        Assert.Equal([false, false, true], results.Select(r => r.Holds));
    }

    [Fact]
    public void What_went_in_is_kept()
    {
        var view = Fleet().Figure("east", "fleet", 2).Figure("north", "fleet", 100).Check("count", "east.fleet...count", "COUNT", "SAILS_FOR where to = north")
            .Check("sum", "north.fleet...count", "SUM", "{north|south}.tons..2001.count").View();
        var results = DerivationEvaluator.Run(view);
        Assert.Equal(["ada", "bella"], results[0].Entities.Select(view.Id));
        Assert.Equal(["north.tons..2001.count", "south.tons..2001.count"], results[1].Observations.Select(o => o.Id));
        Assert.Same(results[0], Assert.Single(DerivationEvaluator.OfObservation(view, results[0].Stated!)));
        Assert.Empty(DerivationEvaluator.OfObservation(view, results[1].Observations[0]));
        Assert.Same(results, DerivationEvaluator.Run(Query.Views.GraphView.Of(view.Snapshot)));
    }

    [Fact]
    public void It_sees_what_its_view_sees()
    {
        var sea = new Sea().Document("log").Document("gazette").Indicators("fleet").Lines("north").Ships("ada", "bella").Figure("north", "fleet", 2)
            .Ties("ada -SAILS_FOR-> north").Tie("bella -SAILS_FOR-> north", new Citation("gazette", "p"), validFrom: "1990").Check("it", "north.fleet...count", "COUNT", "SAILS_FOR");
        Assert.Equal(2, Only(sea).Value);
        Assert.Equal(1, DerivationEvaluator.Run(sea.View("1980"))[0].Value);
        Assert.False(DerivationEvaluator.Run(sea.View(null, "log"))[0].Holds);
        var unseen = DerivationEvaluator.Run(sea.View(null, "gazette"))[0];
        Assert.True(unseen.Holds);
        Assert.Contains("'north.fleet...count'", unseen.Undetermined, StringComparison.Ordinal);
    }

    private static DerivationResult Only(Sea sea) => Assert.Single(DerivationEvaluator.Run(sea.View()));
}
