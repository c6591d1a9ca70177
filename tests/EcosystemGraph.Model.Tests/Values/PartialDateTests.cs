using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Tests.Values;

public class PartialDateTests
{
    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019-11-02", "2019-11-02", "2019-11-02")]
    [InlineData("2017/2019-06", "2017-01-01", "2019-06-30")]
    [InlineData("[2020..2022]", "2020-01-01", "2022-12-31")]
    public void Every_form_is_an_interval_of_days(string text, string start, string end)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal(start, DateOnly.FromDayNumber(date.Start).ToString("yyyy-MM-dd"));
        Assert.Equal(end, DateOnly.FromDayNumber(date.End).ToString("yyyy-MM-dd"));
        Assert.Equal(text, date.ToString());
    }

    [Fact]
    public void A_window_may_be_open_at_one_end()
    {
        Assert.Equal(PartialDate.OpenStart, PartialDate.Parse("[..2018-09]").Start);
        Assert.Equal(PartialDate.OpenEnd, PartialDate.Parse("2024/..").End);
    }

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("19")]
    [InlineData("2020/2019")]
    [InlineData("[..]")]
    [InlineData("../..")]
    [InlineData("P3Y")]
    [InlineData("")]
    public void What_is_no_date_is_refused_by_name(string text)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var problem));
        Assert.Contains($"'{text}'", problem);
        Assert.Contains("2019-11-02", problem);
    }

    [Fact]
    public void A_year_contains_its_days_and_sorts_by_its_start()
    {
        Assert.True(PartialDate.Parse("2019").Contains(PartialDate.Parse("2019-11-02")));
        Assert.False(PartialDate.Parse("2019-11-02").Contains(PartialDate.Parse("2019")));
        Assert.True(PartialDate.Parse("2019") < PartialDate.Parse("2019-06"));
    }
}
