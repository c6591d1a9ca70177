using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Neo4j;
using static EcosystemGraph.TestKit.Facts.SampleFacts;
using static EcosystemGraph.TestKit.Facts.SameFacts;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>What a database must be, and what opening makes of it.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class OpeningTests(Neo4jServer server)
{
    private const string Everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(r), labels(m)";

    [Fact]
    public async Task A_database_with_the_data_of_others_is_refused_and_nothing_is_touched()
    {
        await TestStore.RunAsync(server, "MATCH (n) DETACH DELETE n");
        await TestStore.RunAsync(server, "CREATE (:Person {name: 'Ada'})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles'})");
        var before = await TestStore.RunAsync(server, Everything);

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(server));
        Assert.Equal(StoreErrorCode.Foreign, refused.Code);
        Assert.Contains(":Person", refused.Message, StringComparison.Ordinal);
        Assert.Equivalent(before, await TestStore.RunAsync(server, Everything), strict: true);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await (await TestStore.CreateAsync(server)).DisposeAsync();
        await TestStore.RunAsync(server, "MATCH (s:EcosystemGraph) SET s.schema = 99");
        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(server));
        Assert.Equal(StoreErrorCode.NewerVersion, refused.Code);
    }

    [Fact]
    public async Task What_was_written_is_there_when_it_is_opened_again_and_opening_adds_nothing()
    {
        await using (var store = await TestStore.CreateAsync(server)) await store.ApplyAsync(Load("1", Company("baidu", "Baidu"), Member("baidu", "aiia")));
        var schema = await TestStore.RunAsync(server, "SHOW INDEXES YIELD name RETURN name ORDER BY name");
        await using (var store = await TestStore.OpenAsync(server)) AssertSameFacts([Company("baidu", "Baidu"), Member("baidu", "aiia")], (await store.ReadAsync()).Facts);
        Assert.Equivalent(schema, await TestStore.RunAsync(server, "SHOW INDEXES YIELD name RETURN name ORDER BY name"), strict: true);
    }

    [Fact]
    public async Task An_entity_is_there_once_whoever_makes_it()
    {
        await using var store = await TestStore.CreateAsync(server);
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        await Assert.ThrowsAnyAsync<Exception>(() => TestStore.RunAsync(server, "CREATE (:Entity:Company {id: 'baidu'})"));
    }

    [Fact]
    public async Task A_database_that_was_emptied_under_the_store_is_not_taken_for_an_empty_graph()
    {
        await using var store = await TestStore.CreateAsync(server);
        await store.ApplyAsync(Load("1", Company("baidu", "Baidu")));
        await TestStore.RunAsync(server, "MATCH (n) DETACH DELETE n");
        Assert.Equal(StoreErrorCode.Foreign, (await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync())).Code);
        Assert.Equal(StoreErrorCode.Foreign, (await Assert.ThrowsAsync<StoreException>(() => store.ApplyAsync(Load("2", Company("x", "X"))))).Code);
    }
}
