using EcosystemGraph.Model.Facts;
using Xunit;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.TestKit.Stores;

// Several writers and readers at a time.
public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Change_sets_that_come_together_are_applied_one_after_another()
    {
        await using var store = await CreateAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(
            i => Task.Run(() => store.ApplyAsync(Load($"change-{i}", Company("shared", $"by {i}"), Company($"own-{i}", "Own"))))));

        Assert.Equal(Enumerable.Range(1, 24).Select(revision => (long)revision), results.Select(result => result.Revision).Order());
        Assert.Equal(25, (await store.ReadAsync()).Facts.Count);
        var last = results.MaxBy(result => result.Revision)!.Delta!.ChangeSetId;
        Assert.Equal($"by {last["change-".Length..]}", (await store.ReadAsync()).Facts.OfType<EntityStatement>().Single(fact => fact.Id == "shared").Name);
    }

    [Fact]
    public async Task Whoever_reads_while_another_writes_sees_whole_revisions()
    {
        await using var store = await CreateAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await store.ApplyAsync(Load($"{i}", [.. Enumerable.Range(0, 10).Select(j => Company($"c-{i}-{j}", "C"))]));
        });
        var reads = 0;
        while (!writing.IsCompleted || reads == 0)
        {
            var content = await store.ReadAsync();
            Assert.Equal(10 * content.Revision, content.Facts.Count);
            var changes = await store.ReadChangesAsync(0).ToListAsync();
            Assert.Equal(Enumerable.Range(1, changes.Count).Select(revision => (long)revision), changes.Select(delta => delta.Revision));
            Assert.All(changes, delta => Assert.Equal(10, delta.Opened.Count));
            reads++;
        }

        await writing;
    }
}
