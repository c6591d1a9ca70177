using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model.Live;
using EcosystemGraph.Storage.Neo4j.Statements;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>The files of the folder <c>cypher</c>.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class CypherFilesTests(Neo4jServer server)
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(TestBundles.Shipped)!, "..", "..", "cypher");

    [Fact]
    public async Task The_server_understands_every_statement_that_the_program_runs()
    {
        await (await TestStore.CreateAsync(server)).DisposeAsync();
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        foreach (var name in CypherLibrary.Names)
        {
            var text = CypherLibrary.Get(name).Text.Replace("TEXT_PROPERTIES", "e.name", StringComparison.Ordinal);

            // What changes or shows the schema cannot be explained; opening a store runs it.
            // Nor can a statement with procedures of a library that is not there.
            if (name.StartsWith("schema/", StringComparison.Ordinal) && name is not ("schema/inspect" or "schema/begin")) continue;
            if (name.StartsWith("gds/", StringComparison.Ordinal)) continue;
            await runner.RunAsync(
                (transport, token) => transport.RunAsync(new CypherStatement(name, $"EXPLAIN {text}"), AccessMode.Write, null, token));
        }
    }

    [Fact]
    public void Every_file_says_what_it_returns()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.cypher", SearchOption.AllDirectories))
        {
            var comment = string.Join(' ', File.ReadLines(file).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)));
            Assert.True(comment.Contains("Returns", StringComparison.Ordinal), file);
        }
    }

    /// <summary>The questions of the README, asked in Neo4j Browser, have the README's answers.</summary>
    [Fact]
    public async Task Somebody_in_Neo4j_Browser_gets_the_answers_of_the_README()
    {
        await using var store = await TestStore.CreateAsync(server);
        await BundleLoader.LoadAsync(store, Bundle.Read(TestBundles.Shipped));
        using var graph = await LiveGraph.OpenAsync(store);

        var platforms = await AskAsync("platforms-of-a-region");
        Assert.Equal(8, platforms.Count);
        Assert.All(platforms, row => Assert.Contains("oip-piz-brief#Figure 2", (string)row[1]!, StringComparison.Ordinal));

        var paths = await AskAsync("paths-between");
        Assert.Equal(3, paths.Count);
        Assert.All(paths, row => Assert.Equal(3, ((IReadOnlyList<object?>)row[0]!).Count));

        var disagreements = await AskAsync("disagreements-about");
        Assert.Contains(disagreements, row => (string)row[0]! == "founded");

        var companies = await AskAsync("vice-chairs-with-a-platform");
        Assert.Equal(["Alibaba", "Baidu", "China Mobile", "Huawei", "Qihoo 360", "Tencent"], companies.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));

        var zones = await AskAsync("pilot-zones-by-date");
        Assert.Equal(["2019-02-20", "2019-05-22"], zones.Select(row => (string)row[1]!));

        // The members of a region are those that the graph's own relations put there.
        var hubs = await AskAsync("hubs");
        Assert.True(hubs.Count >= 3);
        Assert.Equal(1.0, hubs.Sum(row => (double)row[3]!), 2);
    }

    /// <summary>Without the library its procedures are not known, so their statements cannot be explained either: they are asked for, and their absence is the answer.</summary>
    [Fact]
    public async Task The_analysis_with_GDS_runs_where_the_library_is_and_is_refused_by_its_name_where_not()
    {
        await using var store = await TestStore.CreateAsync(server);
        await BundleLoader.LoadAsync(store, Bundle.Read(TestBundles.Shipped));
        var hasGds = (await TestStore.RunAsync(server, "SHOW PROCEDURES YIELD name WHERE name = 'gds.pageRank.stream' RETURN name")).Count > 0;
        var statements = (await File.ReadAllTextAsync(Path.Combine(Folder, "analysis", "hubs-gds.cypher"))).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, statements.Length);
        foreach (var statement in statements)
        {
            if (hasGds)
            {
                Assert.NotEmpty(await TestStore.RunAsync(server, statement));
            }
            else
            {
                var refused = await Assert.ThrowsAsync<CypherException>(() => TestStore.RunAsync(server, statement));
                Assert.Contains("gds.", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private async Task<List<object?[]>> AskAsync(string name) =>
        await TestStore.RunAsync(server, await File.ReadAllTextAsync(Path.Combine(Folder, "analysis", $"{name}.cypher")));
}
