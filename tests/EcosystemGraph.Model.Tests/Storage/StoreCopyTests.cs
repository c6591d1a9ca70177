using CsCheck;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Facts;
using EcosystemGraph.TestKit.Stores;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.Model.Tests.Storage;

/// <summary>Copying one store into another.</summary>
public sealed class StoreCopyTests
{
    [Fact]
    public async Task Any_history_is_copied_whole_also_when_it_is_interrupted()
    {
        await Gen.Select(GenChangeSet.History, Gen.Int[0, 12]).SampleAsync(
            async (history, first) =>
            {
                await using var source = new InMemoryGraphStore();
                await using var target = new InMemoryGraphStore();

                // As an interruption leaves it: some revisions are there.
                foreach (var changes in history.Take(first)) await source.ApplyAsync(changes);
                await StoreCopy.RunAsync(source, target);
                foreach (var changes in history.Skip(first)) await source.ApplyAsync(changes);
                var result = await StoreCopy.RunAsync(source, target);

                Assert.Equal(await source.GetRevisionAsync(), result.Revision);
                for (var revision = 0L; revision <= result.Revision; revision++)
                    SameFacts.AssertSameFacts((await source.ReadAsync(revision)).Facts, (await target.ReadAsync(revision)).Facts);
                Assert.Equal(await source.ReadChangesAsync(0).Select(d => (d.Revision, d.ChangeSetId)).ToListAsync(), await target.ReadChangesAsync(0).Select(d => (d.Revision, d.ChangeSetId)).ToListAsync());
                Assert.Equal(0, (await StoreCopy.RunAsync(source, target)).Copied);
            },
            iter: 100);
    }

    [Fact]
    public async Task A_store_that_holds_something_else_is_refused_and_stays_as_it_is()
    {
        await using var source = new InMemoryGraphStore();
        await using var target = new InMemoryGraphStore();
        await source.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        await target.ApplyAsync(Load("1", Company("baidu", "Baidu, otherwise")));

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(source, target));
        Assert.Equal(StoreErrorCode.Foreign, refused.Code);
        Assert.Equal(1, await target.GetRevisionAsync());
    }

    [Fact]
    public void A_digest_tells_apart_what_differs_in_anything_and_nothing_else()
    {
        GenFact.Distinct(20).Sample(
            facts =>
            {
                var digest = Of(facts);
                Assert.Equal(digest, Of([.. facts.Reverse()]));
                if (facts.Length == 0) return;
                Assert.NotEqual(digest, Of(facts[1..]));
                Assert.NotEqual(digest, Of([facts[0] with { Ordinal = facts[0].Ordinal + 1 }, .. facts[1..]]));
                Assert.NotEqual(digest, Of([facts[0] with { Origin = Origin.Mutation }, .. facts[1..]]));
            },
            iter: 100);

        static string Of(Fact[] facts) => GraphDigest.Compute(new GraphContent(1, null, facts));
    }
}
