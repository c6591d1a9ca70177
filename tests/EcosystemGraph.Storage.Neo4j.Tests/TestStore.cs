using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>Stores in the database of the tests, and what is done to it beside them.</summary>
internal static class TestStore
{
    /// <summary>A store in the database, which is emptied.</summary>
    public static async Task<Neo4jGraphStore> CreateAsync(Neo4jServer server, Neo4jStoreOptions? options = null)
    {
        await RunAsync(server, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
        return await OpenAsync(server, options);
    }

    /// <summary>A store in the database as it is.</summary>
    public static Task<Neo4jGraphStore> OpenAsync(Neo4jServer server, Neo4jStoreOptions? options = null) =>
        Neo4jGraphStore.OpenAsync(Neo4jConnection.Open(server.Address.HttpOptions()), options);

    /// <summary>Runs a statement as somebody in Neo4j Browser would.</summary>
    public static async Task<List<object?[]>> RunAsync(Neo4jServer server, string cypher)
    {
        await using var runner = Neo4jConnection.Open(server.Address.HttpOptions());
        var rows = new List<object?[]>();
        await runner.RunOnceAsync((transport, token) => transport.RunAsync(
            new CypherStatement("test", cypher) { Patience = TimeSpan.FromMinutes(1) }, AccessMode.Write, row => rows.Add(row.Values.ToArray()), token));
        return rows;
    }
}
