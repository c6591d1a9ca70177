using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Facts;
using Xunit;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.TestKit.Stores;

/// <summary>What every store promises. A store's tests inherit this and say how an empty one is made.</summary>
public abstract partial class GraphStoreContract
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
        AssertSameFacts([Company("baidu", "Baidu"), Member("baidu", "aiia")], content.Facts);
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
        AssertSameFacts([Company("baidu", "Baidu"), Company("tencent", "Tencent")], (await store.ReadAsync()).Facts);
        AssertSameFacts([Company("baidu", "Baido"), Company("tencent", "Tencent")], (await store.ReadAsync(1)).Facts);
        Assert.Empty((await store.ReadAsync(0)).Facts);
    }

    [Fact]
    public async Task Statements_of_one_subject_by_several_places_stand_side_by_side()
    {
        await using var store = await CreateAsync();
        Fact[] claims = [Company("baidu", "Baidu", "Table 1"), Company("baidu", "Baidu Inc.", "Table 2"), Company("baidu", "百度", "Table 1", "Table 2")];
        await store.ApplyAsync(Load("1", claims));
        AssertSameFacts(claims, (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_removed_fact_is_gone_and_was_there()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Company("tencent", "Tencent")));
        await store.ApplyAsync(Load("2") with { Removals = [Company("baidu", "").Key] });
        await store.ApplyAsync(Load("3", Company("baidu", "Baidu again")));

        AssertSameFacts([Company("tencent", "Tencent")], (await store.ReadAsync(2)).Facts);
        AssertSameFacts([Company("baidu", "Baidu"), Company("tencent", "Tencent")], (await store.ReadAsync(1)).Facts);
        AssertSameFacts([Company("baidu", "Baidu again"), Company("tencent", "Tencent")], (await store.ReadAsync()).Facts);
    }

    [Fact]
    public async Task A_derivation_keeps_whether_its_figure_is_stated_or_given()
    {
        await using var store = await CreateAsync();
        Fact[] derivations =
        [
            new DerivationFact { Id = "first-tier-sum", Stated = "aiia.members.tier-first.2020.count", Rule = "SUM", Parts = "aiia.members.{beijing|shanghai}.2020.count", Tolerance = 0.50m },
            new DerivationFact { Id = "first-tier-share", Derived = "aiia.share.tier-first.2020.%", Rule = "SHARE", Parts = "aiia.members.tier-first.2020.count / 567", Note = "base: entries" },
        ];
        await store.ApplyAsync(Load("1", derivations));
        AssertSameFacts(derivations, (await store.ReadAsync()).Facts);
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
        AssertSameFacts([Company("baidu", "Baidu Inc.")], (await store.ReadAsync()).Facts);
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
    public async Task A_large_change_set_is_one_revision()
    {
        await using var store = await CreateAsync();
        var facts = SyntheticGraph.Facts(2_000, 20_000);
        await store.ApplyAsync(Load("1", [.. facts]));
        var content = await store.ReadAsync();
        Assert.Equal(1, content.Revision);
        AssertSameFacts(facts, content.Facts);

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
}
