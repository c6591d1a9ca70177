using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.Ingest.Tests;

public sealed class BundleLoaderTests : IDisposable
{
    private static readonly Citation Survey = new("fab-survey", "Annex A");

    private readonly InMemoryGraphStore _store = new();

    public void Dispose() => _store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task The_first_load_writes_everything_and_the_second_nothing()
    {
        var bundle = Bundle.Read(TestBundles.Semiconductors);
        var first = await BundleLoader.LoadAsync(_store, bundle);
        Assert.Equal((1, bundle.Facts.Count, 0), (first.Revision, first.Upserts, first.Removals));

        var second = await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        Assert.Equal(new LoadResult(1, 0, 0, null), second);
        var content = await _store.ReadAsync();
        Assert.Equal(bundle.Manifest, content.Manifest);
        Assert.Equal(bundle.Facts.OrderBy(f => f.Key), content.Facts.OrderBy(f => f.Key));
    }

    [Fact]
    public async Task A_change_of_the_bundle_writes_the_difference_only()
    {
        await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        using var copy = new BundleCopy();
        copy.Replace("entities/chip.csv", "12.50", "13").Append("relations/uses.csv", "fab-3,neon,,chip-report#Table 2,")
            .Replace("relations/supplies.csv", "etchworks,borealis,,YEARLY,,,,chip-report#Table 2,\n", "");
        var bundle = copy.Read();
        var result = await BundleLoader.LoadAsync(_store, bundle);

        Assert.Equal((2, 2, 1), (result.Revision, result.Upserts, result.Removals));
        Assert.Equal(["a-core", "uses:fab-3:neon"], result.Change!.Delta!.Opened.Select(f => f.Key.Subject).Order(StringComparer.Ordinal));
        Assert.Contains(result.Change.Delta.Closed, r => r.Key.Subject == "supplies:etchworks:borealis");
        Assert.Equal(bundle.Facts.OrderBy(f => f.Key), (await _store.ReadAsync()).Facts.OrderBy(f => f.Key));
    }

    [Fact]
    public async Task Going_back_to_an_earlier_bundle_is_a_change_and_not_a_retry()
    {
        var original = Bundle.Read(TestBundles.Semiconductors);
        using var copy = new BundleCopy();
        copy.Replace("entities/chip.csv", "12.50", "13");
        await BundleLoader.LoadAsync(_store, original);
        await BundleLoader.LoadAsync(_store, copy.Read());
        var back = await BundleLoader.LoadAsync(_store, original);
        Assert.Equal((3, 1), (back.Revision, back.Upserts));
        Assert.Equal(original.Facts.OrderBy(f => f.Key), (await _store.ReadAsync()).Facts.OrderBy(f => f.Key));
    }

    [Fact]
    public async Task A_store_of_another_bundle_is_refused()
    {
        await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        using var copy = new BundleCopy();
        copy.Replace("bundle.json", "\"semiconductors\"", "\"chips\"");
        var error = await Assert.ThrowsAsync<StoreException>(() => BundleLoader.LoadAsync(_store, copy.Read()));
        Assert.Equal(StoreErrorCode.Foreign, error.Code);
        Assert.Contains("holds the bundle 'semiconductors', not 'chips'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_with_problems_is_refused_with_all_of_them()
    {
        using var copy = new BundleCopy();
        copy.Append("relations/uses.csv", "fab-3,argon,maybe,chip-report#Table 2,");
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => BundleLoader.LoadAsync(_store, copy.Read()));
        Assert.Equal(2, error.Problems.Count);
        Assert.Equal(0, await _store.GetRevisionAsync());
    }

    [Fact]
    public async Task Mutations_are_kept_also_where_the_bundle_changes_the_same_fact()
    {
        await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        var mutation = new RelationStatement { Kind = "USES", From = "fab-3", To = "neon", Citations = [Survey] };
        await _store.ApplyAsync(new ChangeSet { Id = "mine", Origin = Origin.Mutation, Upserts = [mutation] });
        using var copy = new BundleCopy();
        copy.Append("relations/uses.csv", "fab-3,neon,likely,fab-survey#Annex A,");
        await BundleLoader.LoadAsync(_store, copy.Read());

        var rows = (await _store.ReadAsync()).Facts.Where(f => f.Key == mutation.Key).OrderBy(f => f.Origin).Cast<RelationStatement>();
        Assert.Equal([(Origin.Bundle, Certainty.Likely), (Origin.Mutation, Certainty.Stated)], rows.Select(r => (r.Origin, r.Certainty)));
    }

    [Fact]
    public async Task A_bundle_that_breaks_a_mutation_is_refused()
    {
        await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        var mutation = new RelationStatement { Kind = "ALLIED_WITH", From = "borealis", To = "drift", Citations = [Survey] };
        await _store.ApplyAsync(new ChangeSet { Id = "mine", Origin = Origin.Mutation, Upserts = [mutation] });
        using var copy = new BundleCopy();
        foreach (var (file, row) in new[]
                 {
                     ("entities/chip-maker.csv", "drift,Drift Devices,漂流,,FABLESS,,2011,reported,fab-survey#Annex A,\n"),
                     ("relations/supplies.csv", "aurora,drift,100,YEARLY,,,reported,fab-survey#Annex A,\n"),
                     ("relations/supplies.csv", "borealis,drift,,,,,denied,fab-survey#Annex A,the survey says that it does not\n"),
                     ("observations.csv", "drift,revenue,,2022,?,,,USD,,,fab-survey#Annex A,named and not given\n"),
                 }) copy.Replace(file, row, "");
        var bundle = copy.Read();
        Assert.Empty(bundle.Problems);

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => BundleLoader.LoadAsync(_store, bundle));
        Assert.Equal("DANGLING_END to: 'drift' is not an entity (in the mutation of 'allied-with:borealis:drift', which the store keeps)", error.Problems.Single().ToString());
        Assert.Equal(2, await _store.GetRevisionAsync());
    }

    [Fact]
    public async Task A_fact_hidden_by_a_mutation_stays_hidden_and_may_not_be_needed_by_a_new_row()
    {
        await BundleLoader.LoadAsync(_store, Bundle.Read(TestBundles.Semiconductors));
        var hidden = new FactKey(FactType.Locator, "chip-report#Introduction", "");
        await _store.ApplyAsync(new ChangeSet { Id = "mine", Origin = Origin.Mutation, Removals = [hidden] });
        using var copy = new BundleCopy();
        copy.Append("relations/uses.csv", "fab-3,neon,,chip-report#Introduction,");
        var error = await Assert.ThrowsAsync<InvalidInputException>(() => BundleLoader.LoadAsync(_store, copy.Read()));
        Assert.Contains("relations/uses.csv:5:13: UNKNOWN_LOCATOR 'Introduction' is not in the list of locators of 'chip-report' (together with the mutations that the store keeps)",
            error.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public async Task Loading_reports_its_phases()
    {
        var reports = new List<LoadProgress>();
        var bundle = Bundle.Read(TestBundles.Semiconductors);
        await BundleLoader.LoadAsync(_store, bundle, new BundleTests.Reporter(reports));
        var count = bundle.Facts.Count;
        Assert.Equal([new(LoadPhase.Comparing, 0, count), new(LoadPhase.Comparing, count, count), new(LoadPhase.Writing, 0, count), new(LoadPhase.Writing, count, count)], reports);
    }
}
