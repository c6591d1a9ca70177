using EcosystemGraph.Model.Storage;
using EcosystemGraph.TestKit.Stores;

namespace EcosystemGraph.Storage.Sqlite.Tests;

/// <summary>The model against which stores are compared keeps the contract itself.</summary>
public sealed class InMemoryGraphStoreTests : GraphStoreContract
{
    protected override Task<IGraphStore> CreateAsync() => Task.FromResult<IGraphStore>(new InMemoryGraphStore());
}
