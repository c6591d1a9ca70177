using System.Collections;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using Xunit;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.TestKit.Stores;

// What a store refuses, and that nothing is left of it.
public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Another_bundle_is_refused_and_nothing_of_it_is_taken()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")) with { Manifest = Manifest });
        var other = Load("2", Company("tsmc", "TSMC")) with { Manifest = Manifest with { Name = "chips" } };

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(other));
        Assert.Equal(StoreErrorCode.Foreign, refused.Code);
        Assert.Contains("'tiny'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'chips'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await store.GetRevisionAsync());
        AssertSameFacts([Company("baidu", "Baidu")], (await store.ReadAsync()).Facts);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(long.MaxValue)]
    public async Task A_revision_that_is_not_there_is_refused(long revision)
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));

        var read = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync(revision));
        Assert.Equal(StoreErrorCode.UnknownRevision, read.Code);
        Assert.Contains($"{revision}", read.Message, StringComparison.Ordinal);
        var changes = await Assert.ThrowsAsync<StoreException>(async () => await store.ReadChangesAsync(revision).ToListAsync());
        Assert.Equal(StoreErrorCode.UnknownRevision, changes.Code);
    }

    [Fact]
    public async Task A_change_set_that_names_a_key_twice_is_refused_and_nothing_of_it_is_taken()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        ChangeSet[] ambiguous =
        [
            Load("2", Company("new", "New"), Company("tencent", "A"), Company("tencent", "B")),
            Load("3", Company("new", "New"), Company("baidu", "Baidu")) with { Removals = [Company("baidu", "").Key] },
            Mutate("4", Company("new", "New")) with { Removals = [Company("baidu", "").Key, Company("baidu", "").Key] },
        ];
        foreach (var changes in ambiguous)
        {
            var refused = await Assert.ThrowsAsync<InvalidInputException>(() => store.ApplyAsync(changes));
            Assert.Equal(ProblemCode.Duplicate, Assert.Single(refused.Problems).Code);
        }

        Assert.Equal(1, await store.GetRevisionAsync());
        Assert.False((await store.ApplyAsync(Load("2", Company("tencent", "Tencent")))).AlreadyApplied);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_cancelled_change_set_leaves_nothing(int loaded)
    {
        await using var store = await CreateAsync();
        var held = Enumerable.Range(0, loaded).Select(_ => (Fact)Company("baidu", "Baidu")).ToArray();
        if (loaded > 0) await store.ApplyAsync(Load("1", held));
        var facts = Enumerable.Range(0, 2_000).Select(i => (Fact)Company($"c{i}", "C")).ToArray();

        // Cancelled before the store begins, and in the middle of the facts, the first and the second time that it walks them.
        foreach (var taken in new[] { 0, 1_500, 3_500 })
        {
            using var cancellation = new CancellationTokenSource();
            if (taken == 0) await cancellation.CancelAsync();
            var changes = Load("2") with { Upserts = new CancellingList(facts, taken, cancellation) };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ApplyAsync(changes, cancellation.Token));
            Assert.Equal(loaded, await store.GetRevisionAsync());
            AssertSameFacts(held, (await store.ReadAsync()).Facts);
        }

        Assert.False((await store.ApplyAsync(Load("2", Company("tencent", "Tencent")))).AlreadyApplied);
    }

    private sealed class CancellingList(IReadOnlyList<Fact> facts, int after, CancellationTokenSource cancellation) : IReadOnlyList<Fact>
    {
        private int _taken;

        public int Count => facts.Count;

        public Fact this[int index] => Take(facts[index]);

        public IEnumerator<Fact> GetEnumerator() => facts.Select(Take).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private Fact Take(Fact fact)
        {
            if (++_taken == after) cancellation.Cancel();
            return fact;
        }
    }
}
