using EcosystemGraph.Model.Facts;
using EcosystemGraph.Query.Figures;
using EcosystemGraph.Query.Tests.Support;
using EcosystemGraph.Query.Views;

namespace EcosystemGraph.Query.Tests.Figures;

public sealed class ComparisonsTests
{
    private static readonly IndicatorFact Crew = new() { Id = "crew", Name = "Crew", Units = ["count"] };

    private static GraphView View { get; } = Fleet.View(
        Crew, Fleet.Ship("s1"), Fleet.Ship("s2"), Fleet.Entity("Boat", "b1"), Fleet.Entity("Port", "p1"), Fleet.Entity("Port", "p2"),
        Fleet.Figure("s1", "crew", 20, "1800"), Fleet.Figure("s1", "crew", 30, "1801"), Fleet.Figure("s2", "crew", 0, "1800"), Fleet.Figure("s2", "crew", 10, "1801"),
        Fleet.Figure("b1", "crew", 2, "1800-05"), Fleet.Figure("s1", "crew", 4000, "1801", unit: "kg"), Fleet.Figure("s1", "crew", 7, "1801", by: "p1"), Fleet.Figure("s1", "crew", 5, "1801", by: "p2"),
        Fleet.Figure("s1", "guns", 3, "1800"));

    [Fact]
    public void Subjects_stand_side_by_side_period_by_period()
    {
        var rows = Compare(new ComparisonRequest { Indicator = "crew", Periods = [Fleet.Date("1800"), Fleet.Date("1801")] });
        Assert.Equal(
            [("b1", "2 -", null, null), ("s1", "20 30", 10m, 1.5), ("s2", "0 10", 10m, null)],
            rows.Select(r => (View.Id(r.Subject), Values(r), r.Change, r.Ratio)));
        Assert.Equal([null, .75, .25], rows.Select(r => r.Share));
    }

    [Fact]
    public void Without_periods_all_there_are_are_columns() =>
        Assert.Equal(["- 2 -", "20 - 30", "0 - 10"], Compare(new ComparisonRequest { Indicator = "crew" }).Select(Values));

    [Fact]
    public void Subjects_keep_the_order_in_which_they_are_asked_for_and_may_have_no_figure() =>
        Assert.Equal(["s2", "p1", "s1"], View.Ids(Compare(new ComparisonRequest { Indicator = "crew", Subjects = [View.Index("s2"), View.Index("p1"), View.Index("s1")] }).Select(r => r.Subject)));

    [Fact]
    public void A_breakdown_is_compared_only_if_it_is_asked_for()
    {
        var row = Assert.Single(Compare(new ComparisonRequest { Indicator = "crew", By = [View.Index("p1"), View.Index("p2")] }));
        Assert.Equal(("7 5", -2m), (Values(row), row.Change));
    }

    [Fact]
    public void Kinds_limit_the_subjects() => Assert.Equal(["b1"], View.Ids(Compare(new ComparisonRequest { Indicator = "crew", Kinds = [Fleet.Type("Boat")] }).Select(r => r.Subject)));

    [Fact]
    public void An_indicator_must_be_one() =>
        Assert.Equal("there is no indicator 'luck'", Assert.Throws<QueryException>(() => Compare(new ComparisonRequest { Indicator = "luck" })).Message);

    private static IReadOnlyList<ComparisonRowView> Compare(ComparisonRequest request) => Comparisons.Run(View, request);

    private static string Values(ComparisonRowView row) => string.Join(' ', row.Observations.Select(o => o?.Preferred.Value?.ToString() ?? "-"));
}
