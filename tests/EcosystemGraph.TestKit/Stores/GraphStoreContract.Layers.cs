using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.TestKit.Facts;
using Xunit;
using static EcosystemGraph.TestKit.Facts.SameFacts;
using static EcosystemGraph.TestKit.Facts.SampleFacts;

namespace EcosystemGraph.TestKit.Stores;

// What the layers promise: a bundle's facts and people's mutations side by side.
public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task A_fact_takes_the_origin_of_the_change_set_that_carries_it()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Mutate("m", Company("baidu", "Baidu")));
        Assert.Equal(Origin.Mutation, Assert.Single((await store.ReadAsync()).Facts).Origin);
    }

    [Fact]
    public async Task A_mutation_stands_beside_the_bundles_fact_and_a_load_keeps_it()
    {
        await using var store = await CreateAsync();
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Company("tencent", "Tencent")));
        await store.ApplyAsync(Mutate("2", Company("baidu", "Baidu, corrected"), Company("huawei", "Huawei")));
        await store.ApplyAsync(Load("3", Company("baidu", "Baidu Inc.")) with { Removals = [Company("tencent", "").Key] });

        AssertSameFacts(
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
        AssertSameFacts([Company("baidu", "Baidu"), hidden], (await store.ReadAsync()).Facts);

        await store.ApplyAsync(Load("3", Company("baidu", "Baidu Inc.")));
        AssertSameFacts([Company("baidu", "Baidu Inc."), hidden], (await store.ReadAsync()).Facts);

        // Hiding it again changes nothing; stating it again replaces the mark.
        Assert.Equal(3, (await store.ApplyAsync(Mutate("4") with { Removals = [key] })).Revision);
        await store.ApplyAsync(Mutate("5", Company("baidu", "Baidu, back")));
        AssertSameFacts([Company("baidu", "Baidu Inc."), ByMutation(Company("baidu", "Baidu, back"))], (await store.ReadAsync()).Facts);
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
        AssertSameFacts([.. second, .. mutations], (await store.ReadAsync()).Facts);
    }

    private static Fact ByMutation(Fact fact) => fact with { Origin = Origin.Mutation };
}
