using System.Text.Json;
using EcosystemGraph.Acceptance.Tests.Serving;

namespace EcosystemGraph.Acceptance.Tests;

/// <summary>One thing has one id, however a document writes it, and every place is somewhere.</summary>
[Collection(ServedApiCollection.Name)]
public class IdentityTests(ServedApi api)
{
    [Theory]
    [InlineData("ministry-of-science-and-technology", "MOST", "科技部", "Ministry of Science & Technology", "Ministry of Science and Technology")]
    [InlineData("aiia", "AIIA", "AllA", "中国人工智能产业发展联盟")]
    [InlineData("deqing-county", "Degqing County", "Degqing", "德清县")]
    [InlineData("chongqing", "Chongging", "重庆")]
    [InlineData("roobo", "Pudding Robot", "布丁机器人", "儒博科技")]
    [InlineData("synyi-ai", "Sunyi", "森亿智能")]
    [InlineData("qihoo-360", "360", "360 Security Technology, Inc.")]
    public async Task A_name_finds_its_entity_however_it_is_written(string id, params string[] names)
    {
        foreach (var name in names)
        {
            var found = (await api.AskAsync($"{{ entity(id: {JsonSerializer.Serialize(name)}) {{ id }} }}")).GetProperty("entity");
            Assert.True(found.ValueKind == JsonValueKind.Object && found.GetProperty("id").GetString() == id, $"'{name}' finds {found.GetRawText()}, not {id}");
        }
    }

    [Fact]
    public async Task A_renamed_ministry_has_a_successor_since_a_date()
    {
        var renamed = await api.AskAsync("{ governmentBodies(where: { successorOrganisations: { any: true } }) { nodes { successorOrganisations { edges { validFrom } } } } }");
        var since = renamed.GetProperty("governmentBodies").GetProperty("nodes").EnumerateArray()
            .SelectMany(n => n.GetProperty("successorOrganisations").GetProperty("edges").EnumerateArray()).Select(e => e.GetProperty("validFrom").GetString()).ToList();
        Assert.Equal(2, since.Count);
        Assert.All(since, Assert.NotNull);
    }

    [Theory]
    [InlineData("cities")]
    [InlineData("provinces")]
    public async Task Every_place_of_China_lies_somewhere_and_can_be_drawn(string kind)
    {
        var places = await api.AskAsync($"{{ {kind}(first: 200, where: {{ within: \"china\" }}) {{ nodes {{ id latitude longitude partOf {{ totalCount }} }} }} }}");
        var nodes = places.GetProperty(kind).GetProperty("nodes").EnumerateArray().ToList();
        Assert.True(nodes.Count > 15, $"{nodes.Count} {kind} lie in China");
        Assert.All(nodes, p => Assert.True(
            p.GetProperty("latitude").ValueKind == JsonValueKind.Number && p.GetProperty("longitude").ValueKind == JsonValueKind.Number && p.GetProperty("partOf").GetProperty("totalCount").GetInt32() > 0,
            p.GetRawText()));
    }
}
