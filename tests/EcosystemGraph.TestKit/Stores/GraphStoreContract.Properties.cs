using CsCheck;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.TestKit.Facts;
using Xunit;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.TestKit.Stores;

// Any facts and any history, against the in-memory model.
public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Every_fact_comes_back_as_it_was_given()
    {
        await GenFact.Distinct(30).SampleAsync(
            async facts =>
            {
                await using var store = await CreateAsync();
                await store.ApplyAsync(Load("1", facts));
                AssertSameFacts(facts, (await store.ReadAsync()).Facts);

                // A second time nothing changes: what was written equals what was given.
                Assert.Equal(Math.Min(1, facts.Length), (await store.ApplyAsync(Load("2", facts))).Revision);
            },
            iter: 100);
    }

    [Fact]
    public async Task Any_history_reads_as_in_the_model_at_every_revision()
    {
        await GenChangeSet.History.SampleAsync(
            async history =>
            {
                await using var store = await CreateAsync();
                await using var model = new InMemoryGraphStore();
                foreach (var changes in history)
                {
                    var expected = await model.ApplyAsync(changes);
                    AssertSame(expected, await store.ApplyAsync(changes));
                }

                var newest = await model.GetRevisionAsync();
                Assert.Equal(newest, await store.GetRevisionAsync());
                for (var revision = 0L; revision <= newest; revision++)
                {
                    var expected = await model.ReadAsync(revision);
                    var content = await store.ReadAsync(revision);
                    Assert.Equal(expected.Revision, content.Revision);
                    Assert.Equal(expected.Manifest, content.Manifest);
                    AssertSameFacts(expected.Facts, content.Facts);

                    var expectedChanges = await model.ReadChangesAsync(revision).ToListAsync();
                    var changes = await store.ReadChangesAsync(revision).ToListAsync();
                    Assert.Equal(expectedChanges.Count, changes.Count);
                    foreach (var (one, other) in expectedChanges.Zip(changes)) AssertSame(one, other);

                    // What held then, and what changed since, is what holds now.
                    AssertSameFacts((await store.ReadAsync()).Facts, Replay(content.Facts, changes));
                }
            },
            iter: 60);
    }

    private static void AssertSame(ChangeResult expected, ChangeResult actual)
    {
        Assert.Equal(expected.Revision, actual.Revision);
        Assert.Equal(expected.AlreadyApplied, actual.AlreadyApplied);
        Assert.Equal(expected.Delta is null, actual.Delta is null);
        if (expected.Delta is not null) AssertSame(expected.Delta, actual.Delta!);
    }

    private static void AssertSame(RevisionDelta expected, RevisionDelta actual)
    {
        Assert.Equal(expected.Revision, actual.Revision);
        Assert.Equal(expected.ChangeSetId, actual.ChangeSetId);
        Assert.Equal(expected.Manifest, actual.Manifest);
        Assert.Equal(expected.Closed.ToHashSet(), [.. actual.Closed]);
        AssertSameFacts(expected.Opened, actual.Opened);
    }

    private static List<Fact> Replay(IReadOnlyList<Fact> facts, IEnumerable<RevisionDelta> changes)
    {
        var rows = facts.ToDictionary(fact => new RowKey(fact.Key, fact.Origin));
        foreach (var delta in changes)
        {
            foreach (var key in delta.Closed) Assert.True(rows.Remove(key));
            foreach (var fact in delta.Opened) rows.Add(new RowKey(fact.Key, fact.Origin), fact);
        }

        return [.. rows.Values];
    }
}
