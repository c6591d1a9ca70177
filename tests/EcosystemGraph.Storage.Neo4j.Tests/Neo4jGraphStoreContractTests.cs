using CsCheck;
using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Neo4j;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.Storage.Neo4j.Tests;

/// <summary>The store keeps the contract of every store, on a real server.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jGraphStoreContractTests(Neo4jServer server) : GraphStoreContract
{
    // The server has one database: properties are tried one example after the other.
    static Neo4jGraphStoreContractTests() => Check.Threads = 1;

    // Small bounds, so that every change set of more than two facts keeps statements inline, and the large ones are written in parts.
    protected override async Task<IGraphStore> CreateAsync() =>
        await TestStore.CreateAsync(server, new Neo4jStoreOptions { InlineFrom = 3, LargestTransaction = 1_000, BatchSize = 2_000, ColumnsFrom = 3 });
}
