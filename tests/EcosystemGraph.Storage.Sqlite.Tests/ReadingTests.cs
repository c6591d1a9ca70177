using EcosystemGraph.Model.Facts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>How a graph is read into memory.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Texts_that_recur_are_read_as_one_instance()
    {
        await using var store = await SqliteGraphStore.OpenAsync(_folder.NewFile());
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Company("aiia", "AIIA"), Member("baidu", "aiia"), Member("tencent", "aiia")));
        var facts = (await store.ReadAsync()).Facts;
        var entities = facts.OfType<EntityStatement>().ToDictionary(entity => entity.Id);
        var relations = facts.OfType<RelationStatement>().ToArray();
        Assert.Same(entities["baidu"].Id, relations[0].From);
        Assert.All(relations, relation => Assert.Same(entities["aiia"].Id, relation.To));
        Assert.Same(relations[0].Kind, relations[1].Kind);
        Assert.Same(relations[0].Citations, relations[1].Citations);
        Assert.Same(entities["baidu"].Citations[0].Document, relations[0].Citations[0].Document);
    }
}
