namespace EcosystemGraph.Acceptance.Tests.Matching;

/// <summary>The measure itself must not be taken by an answer that says half of what is expected.</summary>
public class ClaimMatcherTests
{
    private static readonly ClaimMatcher Matcher = Known("Qihoo 360", "360", "奇虎");

    [Theory]
    [InlineData("439 (stated total, \"71 percent\") [doc-2021 l.88]", "439", "71")]
    [InlineData("13 (12 cities and 1 county, September 2020) [doc-2021 l.1]", "13", "12", "1", "2020-09")]
    [InlineData("second tier: between 68 and 299 billion USD [doc-2021 l.2]", "68000000000", "299000000000")]
    [InlineData("two to three weeks to a test [doc-2021 l.3]", "14", "21")]
    [InlineData("one of 2020, 2021 or 2022 [doc-2021 l.3]", "[2020..2022]")]
    [InlineData("first test 11 February [doc-2021 l.4]", "2020-02-11")]
    [InlineData("the companies / Qihoo 360 [doc-2021 l.5]", "the companies", "奇虎")]
    [InlineData("all selected companies are privately owned [doc-2021 l.6]", "all companies private, some selected")]
    public void A_side_is_said_by_rows_that_say_all_of_it(string side, params string[] values) =>
        Assert.Null(Matcher.Mismatch(side, [Row("doc-2021", values)]));

    [Theory]
    [InlineData("439 (stated total, \"71 percent\") [doc-2021 l.88]", "439")]
    [InlineData("399 = 244 Beijing + 89 Shanghai [doc-2021 l.88]", "399", "244")]
    [InlineData("December 2017 [doc-2021 l.1]", "2018-11")]
    [InlineData("11 February [doc-2021 l.4]", "2020-11-02")]
    [InlineData("Alibaba, Qihoo 360 [doc-2021 l.5]", "Qihoo 360")]
    [InlineData("steadily increasing [doc-2021 l.6]", "declining")]
    public void A_side_is_not_said_by_rows_that_leave_out_a_part(string side, params string[] values) =>
        Assert.NotNull(Matcher.Mismatch(side, [Row("doc-2021", values)]));

    [Fact]
    public void A_row_of_another_document_does_not_speak_for_a_side() =>
        Assert.NotNull(Matcher.Mismatch("18 in total [doc-2021 l.1]", [Row("other-2020", "18")]));

    private static ClaimMatcher Known(params string[] names)
    {
        var known = new KnownNames();
        known.Add(names);
        return new ClaimMatcher(known);
    }

    private static AnswerRow Row(string document, params string[] values) => new(values, new HashSet<string> { document });
}
