using System.Collections;
using CsCheck;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Facts;
using Xunit;

namespace EcosystemGraph.TestKit.Stores;

/// <summary>What every store promises. A store's tests inherit this and say how an empty one is made.</summary>
public abstract class GraphStoreContract
{
    private static readonly BundleManifest Manifest = new("tiny", "A tiny bundle", "For tests.", "type Company { founded: Date }", "00ff");

    /// <summary>A new, empty store; the test disposes it.</summary>
    protected abstract Task<IGraphStore> CreateAsync();

    [Fact]
    public async Task A_new_store_is_at_revision_0_and_holds_nothing()
    {
        await using var store = await CreateAsync();
        Assert.Equal(0, await store.GetRevisionAsync());
        var content = await store.ReadAsync();
        Assert.Equal(0, content.Revision);
        Assert.Null(content.Manifest);
        Assert.Empty(content.Facts);
        Assert.Empty(await store.ReadChangesAsync(0).ToListAsync());
    }

    [Fact]
    public async Task What_is_applied_can_be_read_and_is_the_answer()
    {
        await using var store = await CreateAsync();
        var result = await store.ApplyAsync(Load("load-1", Company("baidu", "Baidu"), Member("baidu", "aiia")) with { Manifest = Manifest });

        Assert.Equal(1, result.Revision);
        Assert.False(result.AlreadyApplied);
        Assert.NotNull(result.Delta);
        Assert.Equal("load-1", result.Delta.ChangeSetId);
        Assert.Equal(1, result.Delta.Revision);
        Assert.Equal(Manifest, result.Delta.Manifest);
        Assert.Empty(result.Delta.Closed);
        Assert.Equal(2, result.Delta.Opened.Count);
        Assert.Equal(1, await store.GetRevisionAsync());
        var content = await store.ReadAsync();
        Assert.Equal(1, content.Revision);
        Assert.Equal(Manifest, content.Manifest);
        AssertSame([Company("baidu", "Baidu"), Member("baidu", "aiia")], content.Facts);
    }

    [Fact]
    public async Task A_fact_takes_the_origin_of_the_change_set_that_carries_it()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Mutate("m", Company("baidu", "Baidu")));
        Assert.Equal(Origin.Mutation, Assert.Single((await store.ReadAsync()).Facts).Origin);
    }

    [Fact]
    public async Task A_fact_of_the_same_key_replaces_and_the_older_revision_reads_as_it_was()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baido"), Company("tencent", "Tencent")));
        var result = await store.ApplyAsync(Load("2", Company("baidu", "Baidu"), Company("tencent", "Tencent")));

        Assert.Equal(2, result.Revision);
        Assert.Equal([new RowKey(Company("baidu", "").Key, Origin.Bundle)], result.Delta!.Closed);
        Assert.Equal([Company("baidu", "Baidu")], result.Delta.Opened);
        AssertSame([Company("baidu", "Baidu"), Company("tencent", "Tencent")], (await store.ReadAsync()).Facts);
        AssertSame([Company("baidu", "Baido"), Company("tencent", "Tencent")], (await store.ReadAsync(1)).Facts);
        Assert.Empty((await store.ReadAsync(0)).Facts);
    }

    [Fact]
    public async Task Statements_of_one_subject_by_several_places_stand_side_by_side()
    {
        await using var store = await CreateAsync();
        Fact[] claims = [Company("baidu", "Baidu", "Table 1"), Company("baidu", "Baidu Inc.", "Table 2"), Company("baidu", "百度", "Table 1", "Table 2")];
        await store.ApplyAsync(Load("1", claims));
        AssertSame(claims, (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_removed_fact_is_gone_and_was_there()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Company("tencent", "Tencent")));
        await store.ApplyAsync(Load("2") with { Removals = [Company("baidu", "").Key] });
        await store.ApplyAsync(Load("3", Company("baidu", "Baidu again")));

        AssertSame([Company("tencent", "Tencent")], (await store.ReadAsync(2)).Facts);
        AssertSame([Company("baidu", "Baidu"), Company("tencent", "Tencent")], (await store.ReadAsync(1)).Facts);
        AssertSame([Company("baidu", "Baidu again"), Company("tencent", "Tencent")], (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_change_set_that_changes_nothing_makes_no_revision_but_is_remembered()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")) with { Manifest = Manifest });
        var nothing = Load("2", Company("baidu", "Baidu")) with { Manifest = Manifest, Removals = [Company("nobody", "").Key] };
        var result = await store.ApplyAsync(nothing);

        Assert.Equal(1, result.Revision);
        Assert.False(result.AlreadyApplied);
        Assert.Empty(result.Delta!.Closed);
        Assert.Empty(result.Delta.Opened);
        Assert.Null(result.Delta.Manifest);
        Assert.Equal(1, await store.GetRevisionAsync());
        await store.ApplyAsync(Load("3", Company("tencent", "Tencent")));
        Assert.Equal(new ChangeResult(1, true, null), await store.ApplyAsync(nothing));
        Assert.Equal(["1", "3"], await store.ReadChangesAsync(0).Select(delta => delta.ChangeSetId).ToListAsync());
    }

    [Fact]
    public async Task A_retry_is_answered_with_the_first_revision_and_changes_nothing()
    {
        await using var store = await CreateAsync();
        var first = Load("1", Company("baidu", "Baidu"));
        await store.ApplyAsync(first);
        await store.ApplyAsync(Load("2", Company("baidu", "Baidu Inc.")));

        Assert.Equal(new ChangeResult(1, true, null), await store.ApplyAsync(first));
        Assert.Equal(2, await store.GetRevisionAsync());
        AssertSame([Company("baidu", "Baidu Inc.")], (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_mutation_stands_beside_the_bundles_fact_and_a_load_keeps_it()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Company("tencent", "Tencent")));
        await store.ApplyAsync(Mutate("2", Company("baidu", "Baidu, corrected"), Company("huawei", "Huawei")));
        await store.ApplyAsync(Load("3", Company("baidu", "Baidu Inc.")) with { Removals = [Company("tencent", "").Key] });

        AssertSame(
            [Company("baidu", "Baidu Inc."), ByMutation(Company("baidu", "Baidu, corrected")), ByMutation(Company("huawei", "Huawei"))],
            (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_mutation_hides_a_bundles_fact_and_a_load_keeps_it_hidden()
    {
        await using var store = await CreateAsync();
        var key = Company("baidu", "").Key;
        var hidden = new Retraction(key) { Origin = Origin.Mutation };
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        var hiding = await store.ApplyAsync(Mutate("2") with { Removals = [key] });
        Assert.Equal([hidden], hiding.Delta!.Opened);
        AssertSame([Company("baidu", "Baidu"), hidden], (await store.ReadAsync()).Facts);

        await store.ApplyAsync(Load("3", Company("baidu", "Baidu Inc.")));
        AssertSame([Company("baidu", "Baidu Inc."), hidden], (await store.ReadAsync()).Facts);

        // Hiding it again changes nothing; stating it again replaces the mark.
        Assert.Equal(3, (await store.ApplyAsync(Mutate("4") with { Removals = [key] })).Revision);
        await store.ApplyAsync(Mutate("5", Company("baidu", "Baidu, back")));
        AssertSame([Company("baidu", "Baidu Inc."), ByMutation(Company("baidu", "Baidu, back"))], (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_manifest_holds_from_its_revision_on()
    {
        await using var store = await CreateAsync();
        var next = Manifest with { Ontology = "type Company { founded: Date seat: String }", Hash = "0123" };
        await store.ApplyAsync(Mutate("0", Company("before", "Before")));
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")) with { Manifest = Manifest });
        await store.ApplyAsync(Load("2", Company("tencent", "Tencent")));
        var result = await store.ApplyAsync(Load("3") with { Manifest = next });

        Assert.Equal(4, result.Revision);
        Assert.Equal(next, result.Delta!.Manifest);
        var held = new List<BundleManifest?>();
        for (var revision = 0; revision <= 4; revision++) held.Add((await store.ReadAsync(revision)).Manifest);
        Assert.Equal([null, null, Manifest, Manifest, next], held);
        Assert.Equal([null, Manifest, null, next], await store.ReadChangesAsync(0).Select(delta => delta.Manifest).ToListAsync());
    }

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
        AssertSame([Company("baidu", "Baidu")], (await store.ReadAsync()).Facts);
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
            AssertSame(held, (await store.ReadAsync()).Facts);
        }

        Assert.False((await store.ApplyAsync(Load("2", Company("tencent", "Tencent")))).AlreadyApplied);
    }

    /// <summary>The shipped scale in small: a bundle is loaded, people correct it, and its next version is loaded as a difference.</summary>
    [Fact]
    public async Task A_new_version_of_the_bundle_keeps_what_people_added()
    {
        await using var store = await CreateAsync();
        var first = SyntheticGraph.Facts(50, 200);
        await store.ApplyAsync(Load("load-1", [.. first]) with { Manifest = Manifest });
        await store.ApplyAsync(Mutate("mutation-1", Company("added", "Added"), first[0] with { Ordinal = 99 }) with { Removals = [first[1].Key] });
        var mutations = (await store.ReadAsync()).Facts.Where(fact => fact.Origin == Origin.Mutation).ToArray();
        Assert.Equal(3, mutations.Length);

        var second = first.Skip(20).Concat([Company("new", "New")]).ToArray();
        var difference = Load("load-2", [.. second.Except(first)]) with { Removals = [.. first.Take(20).Select(fact => fact.Key)] };
        await store.ApplyAsync(difference);
        AssertSame([.. second, .. mutations], (await store.ReadAsync()).Facts);
    }

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

    [Fact]
    public async Task A_large_change_set_is_one_revision()
    {
        await using var store = await CreateAsync();
        var facts = SyntheticGraph.Facts(2_000, 20_000);
        await store.ApplyAsync(Load("1", [.. facts]));
        var content = await store.ReadAsync();
        Assert.Equal(1, content.Revision);
        AssertSame(facts, content.Facts);

        // Half of it goes, a quarter of it changes: again one revision.
        var replaced = facts.OfType<RelationStatement>().Skip(10_000).Take(5_000).Select(relation => (Fact)(relation with { Note = "changed" })).ToArray();
        var removed = facts.OfType<RelationStatement>().Take(10_000).Select(relation => relation.Key).ToArray();
        var result = await store.ApplyAsync(Load("2", replaced) with { Removals = removed });
        Assert.Equal(2, result.Revision);
        Assert.Equal(15_000, result.Delta!.Closed.Count);
        Assert.Equal(5_000, result.Delta.Opened.Count);
        Assert.Equal(12_000, (await store.ReadAsync()).Facts.Count);
        Assert.Equal(22_000, (await store.ReadAsync(1)).Facts.Count);
    }

    [Fact]
    public async Task Every_fact_comes_back_as_it_was_given()
    {
        await GenFact.Distinct(30).SampleAsync(
            async facts =>
            {
                await using var store = await CreateAsync();
                await store.ApplyAsync(Load("1", facts));
                AssertSame(facts, (await store.ReadAsync()).Facts);

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
                    AssertSame(expected.Facts, content.Facts);

                    var expectedChanges = await model.ReadChangesAsync(revision).ToListAsync();
                    var changes = await store.ReadChangesAsync(revision).ToListAsync();
                    Assert.Equal(expectedChanges.Count, changes.Count);
                    foreach (var (one, other) in expectedChanges.Zip(changes)) AssertSame(one, other);

                    // What held then, and what changed since, is what holds now.
                    AssertSame((await store.ReadAsync()).Facts, Replay(content.Facts, changes));
                }
            },
            iter: 60);
    }

    /// <summary>A company's name, said by one or several tables of one document.</summary>
    protected static EntityStatement Company(string id, string name, params string[] tables) => new()
    {
        Id = id, Kind = "Company", Name = name, Citations = tables.Length == 0 ? [new Citation("doc", "Table 1")] : [.. tables.Select(table => new Citation("doc", table))],
    };

    /// <summary>A membership.</summary>
    protected static RelationStatement Member(string from, string to) =>
        new() { Kind = "MEMBER_OF", From = from, To = to, Citations = [new Citation("doc", "Table 2")] };

    /// <summary>A change set of the bundle.</summary>
    protected static ChangeSet Load(string id, params Fact[] upserts) => new() { Id = id, Origin = Origin.Bundle, Upserts = upserts };

    /// <summary>A change set of a mutation.</summary>
    protected static ChangeSet Mutate(string id, params Fact[] upserts) => new() { Id = id, Origin = Origin.Mutation, Upserts = upserts };

    /// <summary>Asserts that two collections hold the same facts, in any order, to the last digit.</summary>
    protected static void AssertSame(IEnumerable<Fact> expected, IEnumerable<Fact> actual) => Assert.Equal(FactText.OfAll(expected), FactText.OfAll(actual));

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
        AssertSame(expected.Opened, actual.Opened);
    }

    private static Fact ByMutation(Fact fact) => fact with { Origin = Origin.Mutation };

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
