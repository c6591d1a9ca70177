using EcosystemGraph.Ingest.Bundles;
using EcosystemGraph.Ingest.Loading;
using EcosystemGraph.Model.Facts;
using EcosystemGraph.Model.Live;
using EcosystemGraph.TestKit;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>What others write in Neo4j beside the program: taken by the rules, or told, never lost.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class ForeignChangesTests(Neo4jServer server)
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task Where_nobody_has_written_there_is_nothing_to_take(int inlineFrom)
    {
        await using var store = await LoadAsync(new Neo4jStoreOptions { InlineFrom = inlineFrom });
        using var graph = await LiveGraph.OpenAsync(store);
        var found = await store.TakeForeignChangesAsync(graph);
        Assert.Empty(found.Taken);
        Assert.Empty(found.Problems);
    }

    [Fact]
    public async Task The_token_stays_until_somebody_commits()
    {
        await using var store = await LoadAsync();
        var token = await store.GetChangeTokenAsync();
        Assert.NotEmpty(token);
        await store.ReadAsync();
        Assert.Equal(token, await store.GetChangeTokenAsync());
        await TestStore.RunAsync(server, "MATCH (e:Entity) WITH e LIMIT 1 SET e.note = 'x'");
        Assert.NotEqual(token, await store.GetChangeTokenAsync());
    }

    [Fact]
    public async Task A_node_and_a_relationship_with_a_citation_are_taken()
    {
        await using var store = await LoadAsync();
        using var graph = await LiveGraph.OpenAsync(store);
        var (kind, relation, target, cite) = await SampleAsync(graph);
        await TestStore.RunAsync(server, $"CREATE (n:{kind} {{id: 'written-by-hand', name: 'Written by hand', cite: '{cite}'}}) WITH n MATCH (t:Entity {{id: '{target}'}}) CREATE (n)-[:{relation} {{cite: '{cite}'}}]->(t)");

        var found = await store.TakeForeignChangesAsync(graph);
        Assert.Empty(found.Problems);
        Assert.Equal(2, found.Taken.Count);
        Assert.True(graph.Current.Entities.TryFind("written-by-hand", out var entity));
        Assert.Equal("Written by hand", graph.Current.Entities.Name(entity));
        Assert.Equal(Origin.Mutation, Assert.Single(graph.Current.Entities.Statements(entity)).Origin);
        Assert.Equal(1, graph.Current.Relations.Out(entity).Length);

        // Once: the next look finds nothing new, and there is one node and one relationship.
        var again = await store.TakeForeignChangesAsync(graph);
        Assert.Empty(again.Taken);
        Assert.Empty(again.Problems);
        Assert.Equal([1L, 1L], (await TestStore.RunAsync(server, "MATCH (n {id: 'written-by-hand'})-[r]->() RETURN count(DISTINCT n), count(r)"))[0]);
    }

    [Fact]
    public async Task A_changed_property_with_its_citation_is_taken_and_the_older_statement_stays_a_claim()
    {
        await using var store = await LoadAsync();
        using var graph = await LiveGraph.OpenAsync(store);
        var entity = graph.Current.Entities.All.First(e => !graph.Current.Entities.Kind(e).IsDocument);
        var id = graph.Current.Entities.Id(entity);
        var before = graph.Current.Entities.Statements(entity).Count;
        var locator = graph.Current.Definitions.Locators.First(l => !graph.Current.Entities.Citations(entity).Contains(new Citation(l.Document, l.Locator)));
        await TestStore.RunAsync(server, $"MATCH (e:Entity {{id: '{id}'}}) SET e.nameZh = '手写', e.cite = '{locator.Document}#{locator.Locator}'");

        var found = await store.TakeForeignChangesAsync(graph);
        Assert.Empty(found.Problems);
        Assert.Single(found.Taken);
        Assert.True(graph.Current.Entities.TryFind(id, out entity));
        Assert.Equal(before + 1, graph.Current.Entities.Statements(entity).Count);
        Assert.Contains(graph.Current.Entities.Statements(entity), s => s.NameZh == "手写" && s.Origin == Origin.Mutation);
        Assert.Empty((await store.TakeForeignChangesAsync(graph)).Problems);
    }

    [Theory]
    [InlineData("CREATE (:Unheard {id: 'x', cite: 'a#b'})", "no kind of the ontology")]
    [InlineData("CREATE (:{kind} {name: 'X'})", "no id")]
    [InlineData("CREATE (:{kind} {id: 'x', name: 'X'})", "document#locator")]
    [InlineData("CREATE (:{kind} {id: 'x', name: 'X', cite: 'nobody#nowhere'})", "'nobody'")]
    [InlineData("CREATE (:{kind} {id: 'x', name: 'X', unheard: 1, cite: '{cite}'})", "'unheard'")]
    [InlineData("MATCH (e:Entity {id: '{target}'}) SET e.unheard = 1", "'{target}'")]
    [InlineData("MATCH (e:Entity {id: '{target}'}) REMOVE e.name", "'name'")]
    [InlineData("MATCH (e:Entity {id: '{target}'}) DETACH DELETE e", "deleted")]
    [InlineData("MATCH (:Entity)-[r:{relation}]->() WITH r LIMIT 1 DELETE r", "deleted")]
    [InlineData("MATCH (a:Entity {id: '{target}'}) CREATE (a)-[:UNHEARD {cite: '{cite}'}]->(a)", "'UNHEARD'")]
    public async Task What_breaks_a_rule_is_told_with_its_place_and_the_graph_stays_as_it_is(string cypher, string expected)
    {
        await using var store = await LoadAsync();
        using var graph = await LiveGraph.OpenAsync(store);
        var (kind, relation, target, cite) = await SampleAsync(graph);
        string Fill(string text) => text.Replace("{kind}", kind, StringComparison.Ordinal).Replace("{relation}", relation, StringComparison.Ordinal)
            .Replace("{target}", target, StringComparison.Ordinal).Replace("{cite}", cite, StringComparison.Ordinal);
        await TestStore.RunAsync(server, Fill(cypher));

        var found = await store.TakeForeignChangesAsync(graph);
        Assert.Empty(found.Taken);
        Assert.NotEmpty(found.Problems);
        Assert.Contains(found.Problems, p => p.Contains(Fill(expected), StringComparison.Ordinal));
        Assert.Equal(1, graph.Current.Revision);
        Assert.Equal(1, await store.GetRevisionAsync());
    }

    /// <summary>A kind, a relation that leads from it, an entity to which it may lead, and a citation.</summary>
    private static Task<(string Kind, string Relation, string Target, string Cite)> SampleAsync(LiveGraph graph)
    {
        var snapshot = graph.Current;
        var locator = snapshot.Definitions.Locators[0];
        var relation = Enumerable.Range(0, snapshot.Relations.Capacity).First(r => snapshot.Relations.Kind(r) is { KeyProperty: null, Undirected: false });
        return Task.FromResult((
            snapshot.Entities.Kind(snapshot.Relations.From(relation)).Name,
            snapshot.Relations.Kind(relation).Name,
            snapshot.Entities.Id(snapshot.Relations.To(relation)),
            $"{locator.Document}#{locator.Locator}"));
    }

    private async Task<Neo4jGraphStore> LoadAsync(Neo4jStoreOptions? options = null)
    {
        var store = await TestStore.CreateAsync(server, options);
        await BundleLoader.LoadAsync(store, Bundle.Read(TestBundles.Semiconductors));
        return store;
    }
}
