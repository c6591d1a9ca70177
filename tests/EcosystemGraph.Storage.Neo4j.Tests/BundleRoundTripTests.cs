using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Neo4j;
using static EcosystemGraph.TestKit.Facts.SameFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>The shipped bundle, into Neo4j and out of it.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class BundleRoundTripTests(Neo4jServer server)
{
    [Fact]
    public async Task A_bundle_that_was_loaded_and_exported_is_the_bundle()
    {
        var bundle = Bundle.Read(TestBundles.Shipped);
        await using var store = await TestStore.CreateAsync(server);
        await BundleLoader.LoadAsync(store, bundle);
        var content = await store.ReadAsync();
        Assert.Equal(bundle.Manifest, content.Manifest);
        AssertSameFacts(bundle.Facts, content.Facts);

        var folder = Path.Combine(Directory.CreateTempSubdirectory("ecosystem-graph-").FullName, "exported");
        BundleWriter.Write(folder, content.Manifest!, content.Facts);
        AssertSameFacts(bundle.Facts.Select(f => f with { Ordinal = 0 }), Bundle.Read(folder).Facts.Select(f => f with { Ordinal = 0 }));
        Assert.Null((await BundleLoader.LoadAsync(store, bundle)).Change);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
