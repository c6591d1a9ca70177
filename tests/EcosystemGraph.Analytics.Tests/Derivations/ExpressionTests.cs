using CsCheck;
using EcosystemGraph.Analytics.Derivations;
using EcosystemGraph.Analytics.Tests.Support;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Values;
using EcosystemGraph.Query;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Analytics.Tests.Derivations;

/// <summary>What an analyst can have computed: over figures, over dates, over sets.</summary>
public sealed class ExpressionTests
{
    private static Sea Fleet() => new Sea().Document("log").Document("gazette").Indicators("tons", "price")
        .Entity("Ship", "ada", properties: ("launched", PartialDate.Parse("1990-03-01")))
        .Entity("Ship", "bella", properties: ("launched", PartialDate.Parse("1990-03-11")))
        .Entity("Ship", "cora", properties: ("launched", PartialDate.Parse("1991")))
        .Entity("Ship", "dora")
        .Entity("Port", "kiel", properties: ("berths", 12)).Entity("Port", "lund", properties: ("berths", 4)).Coasts("baltic").Ties("kiel -PART_OF-> baltic")
        .Ties("ada -MOORED_IN-> kiel", "bella -MOORED_IN-> baltic", "cora -MOORED_IN-> lund")
        .Lines("north", "south").Tie("ada -SAILS_FOR-> north", validFrom: "1990-03-21", properties: ("tonnage", 10m)).Tie("bella -SAILS_FOR-> north", validFrom: "1990-03-12", properties: ("tonnage", 30m))
        .Tie("bella -SAILS_FOR-> south", new Citation("gazette", "p. 2"), properties: ("tonnage", 5m)).Tie("cora -SAILS_FOR-> south", validFrom: "1992-01-10")
        .Figure("north", "tons", 30, period: "2001").Figure("south", "tons", 70, period: "2001").Figure("north", "tons", 24, period: "2002").Figure("south", "price", 9, "USD", period: "2001")
        .Figure("north", "price", 8, "EUR", period: "2001");

    [Theory]
    [InlineData("MEAN *.tons..2001.count", 50, "count")]
    [InlineData("MEDIAN *.tons..*.count", 30, "count")]
    [InlineData("MEDIAN *.tons..*.count, 40", 35, "count")]
    [InlineData("MIN *.tons..*.count", 24, "count")]
    [InlineData("MAX *.tons..*.count", 70, "count")]
    [InlineData("SUM *.tons..*.count where period < 2002 and subject = south", 70, "count")]
    [InlineData("SHARE (DIFF north.tons..2002.count - north.tons..2001.count) / north.tons..2001.count", -20, "%")]
    [InlineData("PRODUCT south.price..2001.USD * south.tons..2001.count", 630, null)]
    [InlineData("RATIO south.price..2001.USD / south.tons..2001.count", 0.128571, "USD/count")]
    [InlineData("PRODUCT south.tons..2001.count * (RATIO south.price..2001.USD / south.tons..2001.count)", 9, "USD")]
    [InlineData("SUM tonnage of SAILS_FOR where to = north", 40, null)]
    [InlineData("MEAN berths of Port", 8, null)]
    [InlineData("SHARE (COUNT Ship where SAILS_FOR north) / (COUNT Ship)", 50, "%")]
    [InlineData("SHARE Ship where MOORED_IN baltic / Ship where MOORED_IN *", 66.666667, "%")]
    [InlineData("COUNT Ship where not SAILS_FOR *", 1, "count")]
    [InlineData("COUNT Line where <-SAILS_FOR bella", 2, "count")]
    [InlineData("COUNT Place where within baltic", 2, "count")]
    [InlineData("COUNT SAILS_FOR where from within baltic and not to = south", 2, "count")]
    [InlineData("COUNT SAILS_FOR where tonnage >= 10", 2, "count")]
    [InlineData("COUNT SAILS_FOR where not has tonnage", 1, "count")]
    [InlineData("COUNT SAILS_FOR where from.launched = 1990", 3, "count")]
    [InlineData("COUNT from of SAILS_FOR", 3, "count")]
    [InlineData("COUNT SAILS_FOR where cites gazette", 1, "count")]
    [InlineData("COUNT Ship where name ~ OR", 2, "count")]
    [InlineData("DAYS ada.launched to bella.launched", 10, "days")]
    [InlineData("DAYS 1990-02-01 to ada.launched", 28, "days")]
    [InlineData("YEARS ada.launched to cora.launched", 1, "years")]
    [InlineData("MONTHS 1989-12-31 to ada.launched", 3, "months")]
    [InlineData("MEAN (DAYS from.launched to validFrom of SAILS_FOR where to = north)", 10.5, "days")]
    [InlineData("UNION from of SAILS_FOR where to = north, from of SAILS_FOR where to = south", 3, "count")]
    [InlineData("INTERSECTION SAILS_FOR where to = north, SAILS_FOR where to = south", 1, "count")]
    [InlineData("EXCEPT Ship, from of SAILS_FOR", 1, "count")]
    [InlineData("INTERSECTION to of SAILS_FOR where from = bella, subject of *.tons..2002.count", 1, "count")]
    [InlineData("SHARE (INTERSECTION SAILS_FOR where to = north, Ship where MOORED_IN kiel) / (COUNT SAILS_FOR where to = north)", 50, "%")]
    public void An_expression_is_computed(string expression, double value, string? unit)
    {
        var result = Derive(expression);
        Assert.Null(result.Undetermined);
        Assert.Equal(((decimal)value, unit), (result.Value, result.Unit));
        Assert.NotEmpty(result.Citations);
    }

    [Fact]
    public void There_may_be_none_of_what_there_is_such_a_kind() => Assert.Equal(0, Derive("COUNT Ship where launched = 1989").Value);

    [Theory]
    [InlineData("DAYS ada.launched to cora.launched", 306, 670)]
    [InlineData("MONTHS ada.launched to cora.launched", 10, 21)]
    [InlineData("MAX (DAYS from.launched to validFrom of SAILS_FOR)", 20, 374)]
    public void A_date_of_a_year_bounds_a_difference(string expression, int low, int high)
    {
        var result = Derive(expression);
        Assert.Null(result.Value);
        Assert.Equal((low, high), (result.Low, result.High));
    }

    [Fact]
    public void A_bound_is_a_figure_where_it_is_read_as_printed()
    {
        var view = Fleet().Figure("south", "tons", 400, period: "2025", qualifier: Qualifier.MoreThan).Figure("south", "tons", 1000, period: "2030", qualifier: Qualifier.MoreThan).View();
        Assert.Null(Derive(view, "RATIO south.tons..2030.count / south.tons..2025.count").Value);
        var printed = Derive(view, "RATIO value of south.tons..2030.count / value of south.tons..2025.count");
        Assert.Equal((2.5m, "times"), (printed.Value, printed.Unit));
        Assert.Equal(2, printed.Observations.Count);
    }

    [Fact]
    public void Of_dates_that_agree_the_most_exact_counts()
    {
        var sea = new Sea().Document("log").Document("gazette").Entity("Ship", "ada", properties: ("launched", PartialDate.Parse("1990")))
            .Entity("Ship", "ada", new Citation("gazette", "p. 2"), properties: ("launched", PartialDate.Parse("1990-03-01")))
            .Entity("Ship", "ada", new Citation("gazette", "p. 3"), Certainty.Possible, ("launched", PartialDate.Parse("1990-03-02")))
            .Entity("Ship", "ada", new Citation("gazette", "p. 4"), properties: ("launched", PartialDate.Parse("1988-01-01")));
        Assert.Equal(28, Derive(sea.View(), "DAYS 1990-02-01 to ada.launched").Value);
        Assert.Null(Derive(sea.View(null, "log"), "DAYS 1990-02-01 to ada.launched").Value);
    }

    [Fact]
    public void Each_figure_that_a_rule_went_through_is_kept_with_its_source()
    {
        var view = Fleet().View();
        var result = DerivationEvaluator.Derive(view, "MEAN (DAYS from.launched to validFrom of SAILS_FOR where to = north)", CancellationToken.None);
        Assert.Equal(["ada 20 days", "bella 1 days"], result.Parts.Select(p => $"{view.Id(p.Entity!.Value)} {p.Value} {p.Unit}"));
        Assert.Equal(["SAILS_FOR", "SAILS_FOR"], result.Relations.Select(r => view.Snapshot.Relations.Kind(r).Name));
        var several = DerivationEvaluator.Derive(view, "DAYS from.launched to validFrom of SAILS_FOR where to = north", CancellationToken.None);
        Assert.Null(several.Value);
        Assert.Equal(2, several.Parts.Count);
        Assert.Contains("MEAN", several.Undetermined, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_has_its_members_and_the_relations_that_put_them_there()
    {
        var view = Fleet().View();
        var both = DerivationEvaluator.Derive(view, "INTERSECTION SAILS_FOR where to = north, SAILS_FOR where to = south", CancellationToken.None);
        Assert.Equal(["bella"], both.Entities.Select(view.Id));
        Assert.Equal(["bella", "bella"], both.Relations.Select(r => view.Id(view.Snapshot.Relations.From(r))));
        Assert.Equal(["log#page 1", "gazette#p. 2"], both.Citations.Select(c => c.ToString()).OrderDescending(StringComparer.Ordinal));
        var rest = DerivationEvaluator.Derive(view, "EXCEPT Ship, from of SAILS_FOR", CancellationToken.None);
        Assert.Equal(["dora"], rest.Entities.Select(view.Id));
        Assert.Empty(rest.Relations);
    }

    [Fact]
    public void Sets_are_what_their_definitions_say()
    {
        var ids = Gen.OneOf("a", "b", "c", "d", "e");
        Gen.Select(ids.HashSet[1, 5], ids.HashSet[1, 5]).Sample((north, south) =>
        {
            var sea = new Sea().Lines("north", "south").Ships("a", "b", "c", "d", "e");
            foreach (var id in north) sea.Tie($"{id} -SAILS_FOR-> north");
            foreach (var id in south) sea.Tie($"{id} -SAILS_FOR-> south");
            var view = sea.View();
            foreach (var (rule, expected) in new[] { ("UNION", north.Union(south)), ("INTERSECTION", north.Intersect(south)), ("EXCEPT", north.Except(south)) })
            {
                var result = DerivationEvaluator.Derive(view, $"{rule} SAILS_FOR where to = north, SAILS_FOR where to = south", CancellationToken.None);
                Assert.Equal(expected.Order(StringComparer.Ordinal), result.Entities.Select(view.Id));
                Assert.Equal(result.Entities.Count, result.Value);
            }
        });
    }

    [Theory]
    [InlineData("SUM *.price..2001.*", "EUR and USD")]
    [InlineData("SHARE south.price..2001.USD / north.price..2001.EUR", "USD and EUR cannot be compared")]
    [InlineData("RATIO north.tons..2001.count / 0", "not above 0")]
    [InlineData("DAYS ada.launched to dora.launched", "both dates")]
    [InlineData("COUNT FEEDS", "nothing to count")]
    [InlineData("UNION FEEDS, SAILS_FOR", "there is none of")]
    [InlineData("MEAN tonnage of SAILS_FOR where from = cora", "has a number as 'tonnage'")]
    public void What_cannot_be_computed_says_why(string expression, string reason)
    {
        var result = Derive(expression);
        Assert.Null(result.Value);
        Assert.Contains(reason, result.Undetermined, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUM north.tons..1999.count", "'north.tons..1999.count' is no observation")]
    [InlineData("COUNT Boat", "'Boat' is not a kind or interface")]
    [InlineData("COUNT ROWS_FOR", "'ROWS_FOR' is not a kind of relation")]
    [InlineData("COUNT SAILS_FOR where to = west", "'west' is not an entity")]
    [InlineData("COUNT Ship where cites ada", "'ada' is not a document")]
    [InlineData("COUNT Ship where speed > 3", "'speed' is not a property of Ship")]
    [InlineData("COUNT Port where berths > many", "berths: 'many' is not of type Int")]
    [InlineData("COUNT Port where berths ~ 3", "'~' does not apply to 'berths'")]
    [InlineData("MEAN launched of Ship", "'launched' is not a number")]
    [InlineData("DAYS berths to 2000 of Port", "'berths' is not a date")]
    [InlineData("ORDER *.tons..2001.count", "ORDER is a check")]
    [InlineData("AVERAGE *.tons..2001.count", "'AVERAGE' is not a rule")]
    public void What_is_wrong_with_an_expression_is_named(string expression, string message)
    {
        var error = Assert.Throws<QueryException>(() => Derive(expression));
        Assert.Equal(QueryErrorCode.BadArgument, error.Code);
        Assert.StartsWith("expression: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_sees_what_its_view_sees()
    {
        var sea = Fleet();
        Assert.Equal(4, Derive(sea.View(), "COUNT SAILS_FOR").Value);
        Assert.Equal(1, Derive(sea.View(null, "gazette"), "COUNT SAILS_FOR").Value);
        Assert.Equal(2, Derive(sea.View("1990-04"), "COUNT SAILS_FOR where has validFrom").Value);
    }

    private static DerivationResult Derive(string expression) => Derive(Fleet().View(), expression);

    private static DerivationResult Derive(GraphView view, string expression) => DerivationEvaluator.Derive(view, expression, CancellationToken.None);
}
