using CsCheck;
using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Tests.Derivations;

public sealed class DerivationParserTests
{
    [Fact]
    public void A_sum_has_terms_of_numbers_and_observations()
    {
        var sum = Parse("SUM a.b.{x|y-*}.2019.count + a.c..[..2019-04].count + 3");
        Assert.Equal(DerivationRule.Sum, sum.Rule);
        var first = Pattern(sum.Terms[0]);
        Assert.Equal(["x", "y-*"], first.By.Alternatives);
        Assert.Equal(["a.b.x.2019.count", "a.b.y-*.2019.count"], first.Alternatives().Select(a => a.Text));
        Assert.Equal("[..2019-04]", Pattern(sum.Terms[1]).Period.Text);
        Assert.Equal(new NumberTerm(3), sum.Terms[2]);
    }

    [Theory]
    [InlineData("SHARE", " / ", "a.b..2019.count / a.c..2017/2019.count")]
    [InlineData("RATIO", " / ", "a.b..2019.count / a.c..2017/2019.count")]
    [InlineData("DIFF", " - ", "a.b..2019.count - a-b.c..2017.count")]
    [InlineData("PRODUCT", " * ", "a.*..2019.count * a-b.c..2017.count")]
    [InlineData("MAX", ", ", "a.b..2019.count, a-b.c..2017.count")]
    public void Terms_stand_on_either_side_of_an_operator_between_blanks(string rule, string separator, string parts)
    {
        var expression = Parse($"{rule} {parts}");
        Assert.Equal(2, expression.Terms.Count);
        Assert.Equal(parts, string.Join(separator, expression.Terms.Select(t => Pattern(t).Text)));
    }

    [Fact]
    public void Relations_are_chosen_by_their_ends_and_properties()
    {
        var selection = Selected(Parse("COUNT LISTED_IN where from LOCATED_IN china and to = {list-a|list-*} and not from is Company and position <= 10 and from.name ~ 'Xi''an and more'"));
        Assert.Equal("LISTED_IN", Assert.IsType<RelationSelection>(selection).Relation);
        var within = Assert.IsType<RelatesTo>(selection.Conditions[0]);
        Assert.Equal((SelectionEnd.From, "LOCATED_IN", false, "china"), (within.End, within.Relation, within.Incoming, within.Id.Text));
        var named = Assert.IsType<HasId>(selection.Conditions[1]);
        Assert.Equal((SelectionEnd.To, "{list-a|list-*}"), (named.End, named.Id.Text));
        Assert.Equal(new IsKind(SelectionEnd.From, true, "Company"), selection.Conditions[2]);
        Assert.Equal(new Compares(SelectionEnd.Itself, false, "position", ComparisonSign.AtMost, "10"), selection.Conditions[3]);
        Assert.Equal(new Compares(SelectionEnd.From, false, "name", ComparisonSign.Contains, "Xi'an and more"), selection.Conditions[4]);
    }

    [Fact]
    public void Entities_and_observations_are_chosen_too()
    {
        var zones = Selected(Parse("COUNT PilotZone where has created and <-FUNDS ministry and cites {brief|table}"));
        Assert.Equal("PilotZone", Assert.IsType<EntitySelection>(zones).Kind);
        Assert.Equal(new HasProperty(SelectionEnd.Itself, false, "created"), zones.Conditions[0]);
        Assert.True(Assert.IsType<RelatesTo>(zones.Conditions[1]).Incoming);
        Assert.IsType<Cites>(zones.Conditions[2]);
        var first = Assert.IsType<ObservationSelection>(Selected(Parse("COUNT china.rank.{c-*}.2019.rank where value = 1 and by is Index")));
        Assert.Equal("china.rank.{c-*}.2019.rank", first.Pattern.Text);
        Assert.Equal(new Compares(SelectionEnd.Itself, false, "value", ComparisonSign.Equal, "1"), first.Conditions[0]);
    }

    [Fact]
    public void Expressions_stand_within_one_another()
    {
        var share = Parse("SHARE (INTERSECTION from of LISTED_IN where to = a, Company) / (COUNT LISTED_IN where to = a)");
        var both = Assert.IsType<ExpressionTerm>(share.Terms[0]).Expression;
        Assert.True(both.IsSet);
        Assert.Equal(new PropertyPath(null, SelectionEnd.From, ""), Assert.IsType<ValuesTerm>(both.Terms[0]).Path);
        Assert.Equal("Company", Assert.IsType<EntitySelection>(Assert.IsType<SelectionTerm>(both.Terms[1]).Selection).Kind);
        Assert.Equal(DerivationRule.Count, Assert.IsType<ExpressionTerm>(share.Terms[1]).Expression.Rule);
    }

    [Fact]
    public void Dates_are_given_or_properties_of_one_thing_or_of_several()
    {
        var one = Parse("DAYS 2017-07 to zone-1.created");
        Assert.Equal("2017-07", Assert.IsType<DateTerm>(one.Terms[0]).Date.Text);
        Assert.Equal(new PropertyPath("zone-1", SelectionEnd.Itself, "created"), Assert.IsType<PropertyTerm>(one.Terms[1]).Path);
        Assert.Null(one.Over);
        var several = Parse("MONTHS from.founded to date of ESTABLISHED where to is Zone");
        Assert.Equal([new PropertyPath(null, SelectionEnd.From, "founded"), new PropertyPath(null, SelectionEnd.Itself, "date")], several.Terms.Cast<PropertyTerm>().Select(t => t.Path));
        Assert.Equal("ESTABLISHED", Assert.IsType<RelationSelection>(several.Over).Relation);
        Assert.Equal("from.founded", several.Terms.Cast<PropertyTerm>().First().Path.ToString());
    }

    [Theory]
    [InlineData("MODE a.b..2019.count", "'MODE' is not a rule; expected one of SUM, DIFF, PRODUCT, SHARE, RATIO, COUNT, MEAN, MEDIAN, MIN, MAX, DAYS, MONTHS, YEARS, UNION, INTERSECTION, EXCEPT, ORDER")]
    [InlineData("SHARE 4", "'4' has 1 terms; SHARE expects 2 joined by '/' between blanks")]
    [InlineData("DIFF 5 - 1 - 1", "'5 - 1 - 1' has 3 terms; DIFF expects 2 joined by '-' between blanks")]
    [InlineData("UNION Company", "'Company' has 1 terms; UNION expects 2 or more joined by ',' and a blank")]
    [InlineData("SUM a.b.{x|.2019.count", "'a.b.{x|.2019.count' is not an observation; expected subject.indicator.by.period.unit")]
    [InlineData("SUM a.b.{x|}.2019.count", "'{x|}' in 'a.b.{x|}.2019.count' is not a pattern; expected a text or alternatives such as {a|b|c-*}")]
    [InlineData("COUNT listed where to = x", "'listed' in 'listed where to = x' is not a kind, a kind of relation or an observation; expected Kind, RELATION or subject.indicator.by.period.unit")]
    [InlineData("COUNT 3", "'3' is nothing that COUNT is of; expected a kind, a relation, observations, such as 'from of RELATION', or a set in brackets")]
    [InlineData("COUNT LISTED_IN where is Company", "'is Company' is not a condition; expected such as 'is Kind', 'RELATION id', '<-RELATION id', 'within id', 'property > value', 'has property' or 'cites document', after 'from' or 'to' of that end, or 'from = id'")]
    [InlineData("COUNT Company where founded about 2010", "'founded about 2010' is not a condition; expected such as 'is Kind', 'RELATION id', '<-RELATION id', 'within id', 'property > value', 'has property' or 'cites document'")]
    [InlineData("DAYS 2017-07", "'2017-07' is not two dates; DAYS expects them joined by 'to' between blanks")]
    [InlineData("DAYS soon to 2017-07", "'soon' is not a date; expected EDTF such as 2019-11-02, a property as id.property")]
    [InlineData("DAYS 2017 to 2018 of Company", "'2017 to 2018 of Company': neither date is of what stands after 'of'")]
    [InlineData("MEAN from.founded of Company", "'from.founded' is not a property; expected a name")]
    [InlineData("SUM (ORDER a.b...count)", "ORDER is a check of ranks and gives no figure; it cannot stand in brackets")]
    [InlineData("SUM (SUM (SUM (SUM (SUM (SUM (SUM (SUM (SUM 1))))))))", "the expression is nested more than 8 deep")]
    public void What_cannot_be_read_is_named(string text, string problem)
    {
        Assert.False(DerivationParser.TryParse(text, out _, out var actual));
        Assert.Equal(problem, actual);
    }

    [Theory]
    [InlineData("MODE", "3", "3", "rule")]
    [InlineData("SUM", "a.b.2019.count", "3", "stated")]
    [InlineData("SHARE", "3", "4", "parts")]
    public void A_row_that_cannot_be_read_says_which_cell(string rule, string stated, string parts, string member)
    {
        Assert.False(DerivationParser.TryParse(new DerivationFact { Id = "d", Rule = rule, Stated = stated, Parts = parts }, out _, out _, out var actual, out _));
        Assert.Equal(member, actual);
    }

    [Fact]
    public void Whatever_is_written_is_read_or_refused_with_a_reason()
    {
        var word = Gen.OneOf("SUM", "SHARE", "COUNT", "DAYS", "UNION", "a.b..2019.count", "Company", "LISTED_IN", "where", "and", "of", "to", "from", "(", ")", "/", "+", ",", "'", "=", "3", "2019", "not", "{a|b}", "has", "name");
        word.Array[1, 12].Select(words => string.Join(' ', words)).Sample(text => DerivationParser.TryParse(text, out var expression, out var problem) ? expression is not null : problem!.Length > 0);
    }

    [Fact]
    public void The_id_of_any_observation_is_a_pattern_of_itself()
    {
        var id = Gen.OneOf("a", "china-ai", "x1");
        var by = Gen.OneOf<string?>(null, "beijing", "b-2");
        var period = Gen.OneOf<string?>(null, "2019", "2019-11-02", "2017/2019", "2017/..", "../2019", "[2020..2022]", "[..2018-09]", "[2024..]");
        var unit = Gen.OneOf("count", "%", "USD", "km/h", "");
        Gen.Select(id, id, by, period, unit).Sample((subject, indicator, b, p, u) =>
        {
            var text = ObservationId.Format(subject, indicator, b, p, u);
            return ObservationPattern.TryParse(text, out var pattern, out _) && pattern.IsLiteral && pattern.MatchesId(text)
                && (pattern.Subject.Text, pattern.Indicator.Text, pattern.By.Text, pattern.Period.Text, pattern.Unit.Text) == (subject, indicator, b ?? "", p ?? "", u);
        });
    }

    [Fact]
    public void A_star_matches_as_a_regular_expression_would()
    {
        var letters = Gen.OneOf('a', 'b', '*').Array[0, 6].Select(c => new string(c));
        var texts = Gen.OneOf('a', 'b').Array[0, 8].Select(c => new string(c));
        Gen.Select(letters, texts).Sample((glob, text) =>
        {
            Assert.True(TextPattern.TryParse(glob, out var pattern));
            var expected = System.Text.RegularExpressions.Regex.IsMatch(text, "^" + glob.Replace("*", ".*", StringComparison.Ordinal) + "$");
            return pattern.Matches(text) == expected;
        });
    }

    private static DerivationExpression Parse(string text)
    {
        Assert.True(DerivationParser.TryParse(text, out var expression, out var problem), problem);
        return expression;
    }

    private static Selection Selected(DerivationExpression expression) => Assert.IsType<SelectionTerm>(expression.Terms.Single()).Selection;

    private static ObservationPattern Pattern(DerivationTerm term) => Assert.IsType<ObservationSelection>(Assert.IsType<SelectionTerm>(term).Selection).Pattern;
}
