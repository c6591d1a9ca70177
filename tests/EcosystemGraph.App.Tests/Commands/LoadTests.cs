using EcosystemGraph.App.Tests.Support;
using EcosystemGraph.Model.Changes;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Storage.Sqlite;
using EcosystemGraph.TestKit;

namespace EcosystemGraph.App.Tests.Commands;

public sealed class LoadTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_first_load_makes_the_database_the_second_writes_nothing_and_a_change_only_itself()
    {
        var bundle = _workspace.CopyOfBundle();
        var first = await LoadAsync(bundle);
        Assert.Equal((ExitStatus.Done, ""), (first.Status, first.Error));
        Assert.Contains("is at revision 1: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("Writing facts: ", first.Output, StringComparison.Ordinal);

        Assert.Contains("holds this already, at revision 1", (await LoadAsync(bundle)).Output, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "fab-3,neon,,chip-report#Table 2,\n");
        Assert.Contains("is at revision 2: 1 facts are new or changed, 0 are gone", (await LoadAsync(bundle)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutations_are_kept()
    {
        var bundle = _workspace.CopyOfBundle();
        await LoadAsync(bundle);
        await using (var store = await SqliteGraphStore.OpenAsync(_workspace.Database))
        {
            var fact = (await store.ReadAsync()).Facts.OfType<EntityStatement>().First(f => f.Name is not null);
            var mutation = new ChangeSet { Id = "by-hand", Origin = Origin.Mutation, Upserts = [fact with { Description = "Seen by hand." }] };
            Assert.Equal(2, (await store.ApplyAsync(mutation)).Revision);
        }

        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "fab-3,neon,,chip-report#Table 2,\n");
        Assert.Contains("is at revision 3", (await LoadAsync(bundle)).Output, StringComparison.Ordinal);
        await using var reopened = await SqliteGraphStore.OpenAsync(_workspace.Database);
        Assert.Contains((await reopened.ReadAsync()).Facts, f => f is EntityStatement { Origin: Origin.Mutation, Description: "Seen by hand." });
    }

    [Theory]
    [InlineData("does not exist", "nowhere")]
    [InlineData("is not a bundle: it has no bundle.json", "bundle/entities")]
    [InlineData("is a file; expected the folder of a bundle", "bundle/bundle.json")]
    public async Task What_is_no_bundle_leaves_no_database_behind(string message, string folder)
    {
        _workspace.CopyOfBundle();
        var result = await LoadAsync(_workspace.PathOf(folder));
        Assert.Equal((ExitStatus.Failed, ""), (result.Status, result.Output));
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["bundle"], _workspace.Files());
    }

    [Fact]
    public async Task A_bundle_with_problems_leaves_the_database_as_it_was()
    {
        var bundle = _workspace.CopyOfBundle();
        await LoadAsync(bundle);
        File.AppendAllText(Path.Combine(bundle, "relations", "uses.csv"), "nobody,neon,,chip-report#Table 2,\nfab-3,neon,,chip-report#Nowhere,\n");
        var result = await LoadAsync(bundle);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Matches(@"^error: the bundle '.*' was not loaded: relations/uses.csv:\d+:\d+: DANGLING_END .*\(and 1 more\); 'validate .*' lists", result.ErrorLine);
        await using var store = await SqliteGraphStore.OpenAsync(_workspace.Database);
        Assert.Equal(1, await store.GetRevisionAsync());
    }

    [Fact]
    public async Task A_database_of_another_bundle_is_refused()
    {
        await LoadAsync(TestBundles.Semiconductors);
        var result = await LoadAsync(TestBundles.Shipped);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains("a store holds one bundle", result.ErrorLine, StringComparison.Ordinal);
    }

    private Task<CliResult> LoadAsync(string bundle) => Cli.RunAsync("load", bundle, "--database", _workspace.Database);
}
