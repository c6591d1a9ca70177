using EcosystemGraph.Model.Values;

namespace EcosystemGraph.Model.Tests.Values;

public class NamesTests
{
    [Theory]
    [InlineData("Xi’an", "xi an")]
    [InlineData("XI  AN", "xi an")]
    [InlineData("Ａｉ", "ai")]
    [InlineData("科技部", "科技部")]
    [InlineData("Société", "societe")]
    public void Names_are_matched_in_one_folded_form(string text, string folded) => Assert.Equal(folded, Names.Fold(text));

    [Fact]
    public void One_name_is_written_as_each_place_wants_it()
    {
        Assert.Equal("OPEN_INNOVATION_PLATFORM", Names.ToUpperSnake("OpenInnovationPlatform"));
        Assert.Equal("open-innovation-platform", Names.ToKebab("OpenInnovationPlatform"));
        Assert.Equal("MemberOf", Names.ToPascal("MEMBER_OF"));
        Assert.Equal("AI_HUB", Names.ToUpperSnake("AIHub"));
        Assert.Equal("companies", Names.ToPlural("company"));
        Assert.Equal("keys", Names.ToPlural("key"));
    }
}
