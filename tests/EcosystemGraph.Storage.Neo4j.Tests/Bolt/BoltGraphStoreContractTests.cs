using CsCheck;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.Storage.Neo4j.Bolt;
using EcosystemGraph.Storage.Neo4j.Transport;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.Storage.Neo4j.Tests.Bolt;

/// <summary>The store keeps the contract over Bolt, too.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class BoltGraphStoreContractTests(Neo4jServer server) : GraphStoreContract
{
    // The server has one database: properties are tried one example after the other.
    static BoltGraphStoreContractTests() => Check.Threads = 1;

    protected override async Task<IGraphStore> CreateAsync()
    {
        await TestStore.RunAsync(server, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
        return await Neo4jGraphStore.OpenAsync(Neo4jConnection.Open(server.Address.Options(server.Address.Bolt!), new CypherTransports(BoltCypherTransport.Create)));
    }
}
