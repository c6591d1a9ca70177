using CsCheck;
using EcosystemGraph.Model.Derivations;
using EcosystemGraph.Model.Facts;

namespace EcosystemGraph.Model.Tests.Checks;

public sealed class DerivationParserTests
{
    [Fact]
    public void A_sum_has_terms_of_numbers_and_observations()
    {
        var check = Parse("SUM", "a.b..2019.count", "a.b.{x|y-*}.2019.count + a.c..[..2019-04].count + 3");
        Assert.Equal(DerivationRule.Sum, check.Rule);
        Assert.Equal("a.b..2019.count", Assert.IsType<ObservationTerm>(check.Stated).Pattern.Text);
        var first = Assert.IsType<ObservationTerm>(check.Terms[0]).Pattern;
        Assert.Equal(["x", "y-*"], first.By.Alternatives);
        Assert.Equal(["a.b.x.2019.count", "a.b.y-*.2019.count"], first.Alternatives().Select(a => a.Text));
        Assert.Equal("[..2019-04]", Assert.IsType<ObservationTerm>(check.Terms[1]).Pattern.Period.Text);
        Assert.Equal(new NumberTerm(3), check.Terms[2]);
    }

    [Theory]
    [InlineData("SHARE", "a.b..2019.count / a.c..2017/2019.count")]
    [InlineData("RATIO", "a.b..2019.count / a.c..2017/2019.count")]
    [InlineData("DIFF", "a.b..2019.count - a-b.c..2017.count")]
    public void Two_terms_stand_on_either_side_of_an_operator_between_blanks(string rule, string parts)
    {
        var check = Parse(rule, "a.b..2019.%", parts);
        Assert.Equal(2, check.Terms.Count);
        Assert.Equal(parts, string.Join(parts.Contains(" / ", StringComparison.Ordinal) ? " / " : " - ", check.Terms.Cast<ObservationTerm>().Select(t => t.Pattern.Text)));
    }

    [Fact]
    public void Relations_are_counted_by_their_ends()
    {
        var term = Assert.IsType<RelationTerm>(Parse("COUNT", "7", "LISTED_IN where from LOCATED_IN china and to = {list-a|list-*} and from is Company").Terms.Single());
        Assert.Equal("LISTED_IN", term.Relation);
        var within = Assert.IsType<EndRelatesTo>(term.Conditions[0]);
        Assert.Equal((RelationEnd.From, "LOCATED_IN", "china"), (within.End, within.Relation, within.Id.Text));
        var named = Assert.IsType<EndIsEntity>(term.Conditions[1]);
        Assert.Equal((RelationEnd.To, "{list-a|list-*}"), (named.End, named.Id.Text));
        Assert.Equal(new EndIsKind(RelationEnd.From, "Company"), term.Conditions[2]);
    }

    [Fact]
    public void Entities_relations_and_observations_of_one_figure_are_counted()
    {
        Assert.Equal(new EntityTerm("PilotZone"), Parse("COUNT", "7", "PilotZone").Terms.Single());
        Assert.Empty(Assert.IsType<RelationTerm>(Parse("COUNT", "7", "MEMBER_OF").Terms.Single()).Conditions);
        var first = Assert.IsType<ObservationTerm>(Parse("COUNT", "7", "china.rank.{c-*}.2019.rank = 1").Terms.Single());
        Assert.Equal(("china.rank.{c-*}.2019.rank", 1m), (first.Pattern.Text, first.EqualTo));
    }

    [Theory]
    [InlineData("MEAN", "a.b..2019.count", "3", "rule", "'MEAN' is not a rule; expected one of SUM, DIFF, SHARE, RATIO, COUNT, ORDER")]
    [InlineData("SUM", "a.b.2019.count", "3", "stated", "'a.b.2019.count' is not an observation; expected subject.indicator.by.period.unit")]
    [InlineData("SHARE", "3", "4", "parts", "'4' has 1 terms; SHARE expects 2 joined by '/' between blanks")]
    [InlineData("DIFF", "3", "5 - 1 - 1", "parts", "'5 - 1 - 1' has 3 terms; DIFF expects 2 joined by '-' between blanks")]
    [InlineData("SUM", "3", "a.b.{x|.2019.count", "parts", "'a.b.{x|.2019.count' is not an observation; expected subject.indicator.by.period.unit")]
    [InlineData("SUM", "3", "a.b.{x|}.2019.count", "parts", "'{x|}' in 'a.b.{x|}.2019.count' is not a pattern; expected a text or alternatives such as {a|b|c-*}")]
    [InlineData("COUNT", "3", "listed where to = x", "parts", "'listed' in 'listed where to = x' is not a kind of relation; expected a name in upper snake case")]
    [InlineData("COUNT", "3", "LISTED_IN where it = x", "parts", "'it = x' in 'LISTED_IN where it = x' is not a condition; expected such as 'to = id', 'from is Kind' or 'from RELATION id'")]
    [InlineData("COUNT", "3", "a.b..2019.rank = one", "parts", "'one' in 'a.b..2019.rank = one' is not a number")]
    public void What_cannot_be_read_is_named(string rule, string stated, string parts, string member, string problem)
    {
        var check = new DerivationFact { Id = "c", Rule = rule, Stated = stated, Parts = parts };
        Assert.False(DerivationParser.TryParse(check, out _, out var actualMember, out var actualProblem));
        Assert.Equal((member, problem), (actualMember, actualProblem));
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

    private static DerivationExpression Parse(string rule, string stated, string parts)
    {
        Assert.True(DerivationParser.TryParse(new DerivationFact { Id = "c", Rule = rule, Stated = stated, Parts = parts }, out var expression, out _, out var problem), problem);
        return expression;
    }
}
